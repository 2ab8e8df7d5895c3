// SPDX-License-Identifier: AGPL-3.0-or-later
import { ChoiceField, SearchField } from '../../../ui/filters.tsx'
import { searchPaths } from '../addresses.ts'
import { hitKinds, hitLabel, longestQuery, type SearchOutcome, type SearchRequest } from '../model.ts'
import { kindWord } from './address-words.ts'

type SearchFormProps = { readonly request: SearchRequest; readonly outcome: SearchOutcome }

/** The search form: a plain GET, so that results have an address. */
export function SearchForm({ request: { text, body, kind }, outcome }: SearchFormProps) {
  const counts = new Map(outcome.groups.map((group) => [group.kind, group.count]))
  const options = hitKinds
    .filter((one) => text === '' || one === kind || (counts.get(one) ?? 0) > 0)
    .map((one) => {
      const count = counts.get(one)
      return [kindWord(one), count === undefined ? hitLabel[one].many : `${hitLabel[one].many} (${count})`] as const
    })
  return (
    <search>
      <form class="t-filters" action={searchPaths.search({})} method="get" aria-label="Ricerca">
        <SearchField name="q" label="Parole da cercare" value={text} longest={longestQuery} />
        <ChoiceField
          name="ente"
          label="Ente"
          all="Tutti"
          value={body}
          options={outcome.bodies.map(({ slug, name }) => [slug, name])}
        />
        <ChoiceField name="tipo" label="Dove" all="Dappertutto" value={kind && kindWord(kind)} options={options} />
        <div class="t-filters-actions">
          <button type="submit" class="btn btn-primary">
            Cerca
          </button>
        </div>
      </form>
    </search>
  )
}
