// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../../kernel/errors.ts'

/** Something found in the source, not yet checked, with its place: `capitolo-1_x/y.rst:12`, `x.json: lines_pa[3]`. */
export type Placed = { readonly place: string; readonly value: unknown }

/** What a source tells about an edition, in the shapes of the model, before the whole is checked. */
export type Reading = {
  readonly chapters: Placed[]
  readonly objectives: Placed[]
  readonly results: Placed[]
  readonly lines: Placed[]
  readonly institutionalLines: Placed[]
  /** What could not be read. */
  readonly unread: Problem[]
}

/** An empty reading, to be filled. */
export const emptyReading = (): Reading => ({
  chapters: [],
  objectives: [],
  results: [],
  lines: [],
  institutionalLines: [],
  unread: [],
})
