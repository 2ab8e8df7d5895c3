// SPDX-License-Identifier: AGPL-3.0-or-later

export { recordAccess } from './access-store.ts'
export { journalCommands } from './cli.ts'
export {
  declareAccessEvents,
  declareEvents,
  type EventKind,
  type EventOf,
  type EventWords,
  type NothingElse,
  type StoredEvent,
  type Vocabulary,
} from './event-kind.ts'
export {
  findAccessLines,
  findJournalLines,
  type JournalActor,
  readAccessActors,
  readJournalActors,
} from './journal-store.ts'
export type { JournalLine, JournalQuery, NumberedLine } from './model.ts'
export { readJournal, record } from './store.ts'
