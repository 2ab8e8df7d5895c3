// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JournalActor, Vocabulary } from '../audit/index.ts'
import { recordTeller, type ToldKind } from '../records/index.ts'

/**
 * The words for what events name.
 * @param kinds of records that events are about.
 * @param actors whoever wrote lines of the journal, for the fields that hold people.
 */
export function vocabularyOf(kinds: readonly ToldKind[], actors: readonly JournalActor[]): Vocabulary {
  const teller = recordTeller(kinds)
  const people = actors.map(({ id, name }) => [id.replace(/^person:/, ''), name] as const)
  const offered = { people: [{ heading: '', options: people }] }
  return {
    part: teller.record,
    field: teller.field,
    value: (part, field, value) => teller.value(part, field, value, offered),
  }
}
