// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../kernel/errors.ts'

/** A thing as the source says it, not yet checked, with its place: `capitolo-1_x/y.rst:12`, `x.json: lines_pa[3]`. */
export type Placed = { readonly place: string; readonly value: unknown }

/** What a source says of an edition, in the shapes of the model, before anything is checked as a whole. */
export type Reading = {
  readonly chapters: Placed[]
  readonly objectives: Placed[]
  readonly results: Placed[]
  readonly lines: Placed[]
  readonly institutionalLines: Placed[]
  /** What is there and cannot be read. */
  readonly unread: Problem[]
}

/** A reading of nothing, to be filled. */
export const emptyReading = (): Reading => ({
  chapters: [],
  objectives: [],
  results: [],
  lines: [],
  institutionalLines: [],
  unread: [],
})
