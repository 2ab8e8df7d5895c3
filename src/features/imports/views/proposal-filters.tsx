// SPDX-License-Identifier: AGPL-3.0-or-later
import { ChoiceField, Filters } from '../../../ui/filters.tsx'
import type { ImportReview } from '../stored/readers.ts'
import {
  differenceWords,
  type ImportParams,
  kindWords,
  optionsOf,
  type ReviewAddress,
  reviewPath,
  shownWords,
} from './address-words.ts'

type ProposalFiltersProps = {
  readonly where: ImportParams
  readonly review: ImportReview
  readonly address: ReviewAddress
}

/** The form that filters the proposals. */
export function ProposalFilters({ where, review: { edition }, address }: ProposalFiltersProps) {
  const { mostra, tipo, capitolo, differenza } = address
  const [[, ...all], ...others] = optionsOf(shownWords) as [[string, string], ...[string, string][]]
  return (
    <Filters
      label="Filtra le proposte"
      action={reviewPath(where, {})}
      active={[mostra, tipo, capitolo, differenza].some((value) => value !== undefined)}
    >
      <ChoiceField name="mostra" label="Mostra" all={all[0] ?? ''} value={mostra} options={others} />
      <ChoiceField name="tipo" label="Che cosa" all="Tutto" value={tipo} options={optionsOf(kindWords)} />
      <ChoiceField
        name="capitolo"
        label="Capitolo"
        all="Tutti"
        value={capitolo}
        options={(edition?.chapters ?? []).map(({ number, title }) => [String(number), `${number}. ${title}`])}
      />
      <ChoiceField
        name="differenza"
        label="Rispetto al piano"
        all="Tutte"
        value={differenza}
        options={optionsOf(differenceWords)}
      />
    </Filters>
  )
}
