// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Administration } from '../administrations/index.ts'
import type { Edition } from '../catalogue/index.ts'
import type { Assessment } from './review/assess-proposals.ts'
import type { Destination, Import, ImportState } from './review/model.ts'

/** An import as a list shows it; its state is the one of this instant. */
export type ImportSummary = Import & {
  /** Proposals, by what was decided of them. */
  readonly pending: number
  readonly accepted: number
  readonly discarded: number
}

/** The imports of a body, newest first. */
export type ImportList = { readonly administration: Administration; readonly imports: readonly ImportSummary[] }

/** An import as its page shows it. */
export type ImportReview = {
  readonly administration: Administration
  readonly imported: Import
  /** Where it stands at this instant. */
  readonly state: ImportState
  /** In the order of the file; none as long as no plan was chosen. */
  readonly assessments: readonly Assessment[]
  /** How many proposals there are. */
  readonly proposals: number
  /** The edition of the plan that it is for. */
  readonly edition?: Edition
  /** The body has a plan for that triennium. */
  readonly hasPlan: boolean
  /** What may be chosen: triennia newest first, editions oldest first. */
  readonly choices: { readonly triennia: readonly string[]; readonly editions: readonly Edition[] }
  /** The body's plans, newest first. */
  readonly plans: readonly Destination[]
}

/** What pages read of the imports; undefined for what there is not. */
export type ImportReader = {
  list(slug: string): Promise<ImportList | undefined>
  review(slug: string, id: number): Promise<ImportReview | undefined>
  /** The file as it came; undefined also when it is not kept any more. */
  file(slug: string, id: number): Promise<{ readonly filename: string; readonly bytes: Uint8Array } | undefined>
}
