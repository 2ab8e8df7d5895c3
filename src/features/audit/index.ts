// SPDX-License-Identifier: AGPL-3.0-or-later

export type { AccessEvent, SignInRefusal } from './access-events.ts'
export { recordAccess } from './access-store.ts'
export { journalCommands } from './cli.ts'
export {
  findAccessLines,
  findJournalLines,
  type JournalActor,
  readAccessActors,
  readJournalActors,
} from './journal-store.ts'
export type { JournalEvent, JournalLine, JournalQuery, NumberedLine } from './model.ts'
export { readJournal, record } from './store.ts'
