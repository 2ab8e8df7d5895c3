// SPDX-License-Identifier: AGPL-3.0-or-later

import { ChoiceField, Filters, SearchField } from '../../../../ui/filters.tsx'
import { type Verdict, verdictLabel } from '../../../catalogue/index.ts'
import { statusesAndUnsaid, statusOrUnsaidLabel, type TailoredChapter } from '../model.ts'
import type { LineFilters } from '../tailoring/filter-lines.ts'
import { statusWord, verdictWord } from './address-words.ts'

type LineFilterFormProps = {
  readonly action: string
  readonly chapters: readonly TailoredChapter[]
  readonly filters: LineFilters
  readonly active: boolean
  /** The list stays open for updates. */
  readonly updating: boolean
}

const verdicts = Object.keys(verdictLabel) as Verdict[]

/** What to look for among the lines of a plan. */
export function LineFilterForm({ action, chapters, filters, active, updating }: LineFilterFormProps) {
  const { chapter, status, verdict, text } = filters
  return (
    <Filters label="Filtra le linee d’azione" action={action} active={active}>
      {updating && <input type="hidden" name="modo" value="aggiorna" />}
      <SearchField name="testo" label="Codice o parole" value={text} />
      <ChoiceField
        name="capitolo"
        label="Capitolo"
        all="Tutti"
        value={chapter === undefined ? undefined : String(chapter)}
        options={chapters.map(({ chapter: { number, title } }) => [String(number), `${number}. ${title}`])}
      />
      <ChoiceField
        name="stato"
        label="Stato"
        all="Tutti"
        value={status && statusWord(status)}
        options={statusesAndUnsaid.map((status) => [statusWord(status), statusOrUnsaidLabel[status]])}
      />
      <ChoiceField
        name="applicabilita"
        label="Applicabilità"
        all="Tutte"
        value={verdict && verdictWord(verdict)}
        options={verdicts.map((verdict) => [verdictWord(verdict), verdictLabel[verdict]])}
      />
    </Filters>
  )
}
