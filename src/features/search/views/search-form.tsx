// SPDX-License-Identifier: AGPL-3.0-or-later
import { ChoiceField, SearchField } from '../../../ui/filters.tsx'
import { searchPaths } from '../addresses.ts'
import { longestQuery, type SearchOutcome, type SearchRequest } from '../model.ts'
import type { SearchKind } from '../search-kinds.ts'

type SearchFormProps = {
  readonly kinds: readonly SearchKind[]
  readonly request: SearchRequest
  readonly outcome: SearchOutcome
}

/** The search form: a plain GET, so that results have an address. */
export function SearchForm({ kinds, request: { text, body, kind }, outcome }: SearchFormProps) {
  const counts = new Map(outcome.groups.map((group) => [group.kind, group.count]))
  const options = kinds
    .filter(({ name }) => text === '' || name === kind || (counts.get(name) ?? 0) > 0)
    .map(({ name, word, many }) => {
      const count = counts.get(name)
      return [word, count === undefined ? many : `${many} (${count})`] as const
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
        <ChoiceField
          name="tipo"
          label="Dove"
          all="Dappertutto"
          value={kinds.find(({ name }) => name === kind)?.word}
          options={options}
        />
        <div class="t-filters-actions">
          <button type="submit" class="btn btn-primary">
            Cerca
          </button>
        </div>
      </form>
    </search>
  )
}
