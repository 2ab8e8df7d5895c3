// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../kernel/access.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import type { WorkItem } from './model.ts'

/** What waits for somebody. */
export type Worklist = {
  /** The most urgent first. */
  readonly items: readonly WorkItem[]
  /** Bodies where the person has something to do, at times: some may have nothing now. */
  readonly bodies: number
}

/** What the start page reads. */
export type WorklistReader = {
  /** What waits for whoever signed in, on a day. @throws {TimoneError} `unauthenticated` for nobody. */
  list(viewer: Viewer, today: IsoDate): Promise<Worklist>
}
