// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug, Triennium } from '../../../kernel/ids.ts'
import type { Administration } from '../../administrations/index.ts'
import type { Edition } from '../../catalogue/index.ts'
import type { Assessment } from '../review/assess-proposals.ts'
import type { Destination, Import, ImportState } from '../review/model.ts'

/** An import in a list, with its present state. */
export type ImportSummary = Import & {
  /** The number of proposals by decision. */
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
  /** Its present state. */
  readonly state: ImportState
  /** In the order of the file; empty until a plan is chosen. */
  readonly assessments: readonly Assessment[]
  /** How many proposals there are. */
  readonly proposals: number
  /** The edition of the destination plan. */
  readonly edition?: Edition
  /** True when the body has a plan for that triennium. */
  readonly hasPlan: boolean
  /** The possible choices, triennia newest first, editions oldest first; and the plan to propose. */
  readonly choices: {
    readonly triennia: readonly Triennium[]
    readonly editions: readonly Edition[]
    readonly proposed: Destination
  }
  /** The body's plans, newest first. */
  readonly plans: readonly Destination[]
}

/** The reader for the pages of imports. Undefined for what does not exist. */
export type ImportReader = {
  list(slug: Slug): Promise<ImportList | undefined>
  review(slug: Slug, id: number): Promise<ImportReview | undefined>
  /** The uploaded file; undefined also after it was removed. */
  file(slug: Slug, id: number): Promise<{ readonly filename: string; readonly bytes: Uint8Array } | undefined>
}
