// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Import, ImportState } from './review/model.ts'

/** What can be done with an import. */
export type ImportAction = 'decide' | 'readAgain' | 'discard'

const allowed: Readonly<Record<ImportState, readonly ImportAction[]>> = {
  reading: [],
  ready: ['decide', 'discard'],
  failed: ['readAgain', 'discard'],
  applied: ['decide'],
  discarded: [],
}

/** Milliseconds after which a reading that has not ended is over: the process that did it is gone. */
const longestReading = 15 * 60_000

/** Where an import stands at an instant: a reading that nobody does any more has failed. */
export const stateOf = ({ state, readingSince }: Import, now: Date): ImportState =>
  state === 'reading' && now.getTime() - readingSince.getTime() > longestReading ? 'failed' : state

/** Whether something can be done with an import now. */
export const may = (action: ImportAction, imported: Import, now: Date): boolean =>
  allowed[stateOf(imported, now)].includes(action)
