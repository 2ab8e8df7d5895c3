// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JournalActor, Vocabulary } from '../audit/index.ts'
import { fieldWords, partWords } from './part-words.ts'
import { valueWords } from './value-words.ts'

/** The words for what events name. @param actors whoever wrote lines of the journal, for the fields that hold people. */
export function vocabularyOf(actors: readonly JournalActor[]): Vocabulary {
  const names = new Map(actors.map(({ id, name }) => [id.replace(/^person:/, ''), name]))
  return { part: partWords, field: fieldWords, value: (field, value) => valueWords(field, value, names) }
}
