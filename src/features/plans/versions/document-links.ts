// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlanAddress } from '../plan/index.ts'

/** Where the documents of a plan are, for the pages of its versions. */
export type DocumentLinks = {
  /** The page of the plan’s documents. */
  readonly documents: (where: PlanAddress) => string
  /** A comparison as a file. @param sides what is compared, as in the address of its page. */
  readonly comparisonDocument: (
    where: PlanAddress & { readonly format: string },
    sides: { readonly da: string; readonly a: string },
  ) => string
}
