// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../../../kernel/text.ts'
import type { Verdict } from '../../../catalogue/index.ts'
import { anyField, fieldNames, fieldWords } from '../../../records/index.ts'
import { entryFields } from '../entries/entry-fields.ts'
import type { Entry, StatusOrUnsaid, TailoredChapter, TailoredLine, TailoredPlan } from '../model.ts'
import { shownStatus, standingOf } from '../progress/progress.ts'

/** What a person looks for in a plan; what is absent does not filter. */
export type LineFilters = {
  readonly chapter?: number | undefined
  readonly status?: StatusOrUnsaid | undefined
  /** Whether it binds, once the rule and the body have spoken. */
  readonly verdict?: Verdict | undefined
  /** Every word must occur in the line or in what the body says of it; case and accents do not count. */
  readonly text?: string | undefined
}

/** The lines that pass every filter, by chapter; chapters where none does are left out. */
export function filterLines({ chapters }: TailoredPlan, filters: LineFilters): readonly TailoredChapter[] {
  const words = fold(filters.text ?? '').split(' ')
  return chapters
    .filter(({ chapter }) => filters.chapter === undefined || chapter.number === filters.chapter)
    .map(({ chapter, lines }) => ({ chapter, lines: lines.filter((line) => passes(line, filters, words)) }))
    .filter(({ lines }) => lines.length > 0)
}

type EntryWords = Omit<Entry, 'code'>

const searchedNames = fieldNames(entryFields).filter((name) => anyField(entryFields, name).searched)

function passes(tailored: TailoredLine, { status, verdict, text }: LineFilters, words: readonly string[]): boolean {
  if (status && shownStatus(tailored) !== status) return false
  if (verdict && standingOf(tailored) !== verdict) return false
  if (!text) return true
  const { line, entry } = tailored
  const { code, title, summary, officialText } = line
  const texts = [
    code,
    title,
    summary,
    officialText,
    ...searchedNames.map((name) => fieldWords<EntryWords>(entryFields, name, entry)),
  ]
  const searched = fold(texts.filter((part) => part !== undefined).join(' '))
  return words.every((word) => searched.includes(word))
}
