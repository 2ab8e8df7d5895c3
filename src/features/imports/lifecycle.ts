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

/** Milliseconds after which an unfinished reading counts as failed: its process is gone. */
const longestReading = 15 * 60_000

/** The state of an import at an instant. A reading that was abandoned has failed. */
export const stateOf = ({ state, readingSince }: Import, now: Date): ImportState =>
  state === 'reading' && now.getTime() - readingSince.getTime() > longestReading ? 'failed' : state

/** True when an action on an import is possible now. */
export const may = (action: ImportAction, imported: Import, now: Date): boolean =>
  allowed[stateOf(imported, now)].includes(action)
