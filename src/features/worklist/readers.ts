// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../kernel/access.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import type { WorkItem } from './model.ts'

/** A person's worklist. */
export type Worklist = {
  /** Most urgent first. */
  readonly items: readonly WorkItem[]
  /** Bodies where the person may have work; some may have none now. */
  readonly bodies: number
}

/** The reader for the start page. */
export type WorklistReader = {
  /** The viewer's worklist on a day. @throws {TimoneError} `unauthenticated` for nobody. */
  list(viewer: Viewer, today: IsoDate): Promise<Worklist>
}
