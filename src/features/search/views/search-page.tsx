// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../kernel/text.ts'
import { Layout } from '../../../ui/page/layout.tsx'
import type { Site } from '../../../ui/page/site.ts'
import { Pagination } from '../../../ui/pagination.tsx'
import { type HitGroup, hitsPerPage, type SearchOutcome, type SearchRequest } from '../model.ts'
import type { SearchKind } from '../search-kinds.ts'
import { searchAddress } from './address-words.ts'
import { HitList } from './hit-list.tsx'
import { NothingFound, SearchHelp } from './search-advice.tsx'
import { SearchForm } from './search-form.tsx'

type SearchPageProps = {
  readonly site: Site
  readonly kinds: readonly SearchKind[]
  readonly request: SearchRequest
  readonly outcome: SearchOutcome
}

/** The results: the best of each kind, or all of one kind, page by page. */
export function SearchPage({ site, kinds, request, outcome }: SearchPageProps) {
  const { text, kind } = request
  const groups = outcome.groups.filter(({ count }) => count > 0)
  const shown = kind === undefined ? groups : groups.filter((group) => group.kind === kind)
  const total = shown.reduce((sum, { count }) => sum + count, 0)
  const words = plural(total, 'risultato', 'risultati')
  return (
    <Layout site={site} title={text ? `${words} per «${text}» · Ricerca` : 'Ricerca'}>
      <div class="t-heading">
        <h1>Ricerca</h1>
      </div>
      <SearchForm kinds={kinds} request={request} outcome={outcome} />
      {text === '' ? (
        <SearchHelp />
      ) : (
        <>
          <h2 class="t-count">
            {words} per «{text}»
          </h2>
          {total === 0 && <NothingFound request={request} wordless={outcome.wordless} elsewhere={groups} />}
          {shown.map((group) => (
            <Group key={group.kind} kinds={kinds} group={group} request={request} />
          ))}
        </>
      )}
    </Layout>
  )
}

type GroupProps = Pick<SearchPageProps, 'kinds' | 'request'> & { readonly group: HitGroup }

function Group({ kinds, group: { kind, count, hits }, request }: GroupProps) {
  const declared = kinds.find(({ name }) => name === kind)
  if (!declared) return null
  const { many } = declared
  const pages = Math.ceil(count / hitsPerPage)
  const whole = request.kind !== undefined
  return (
    <section class="t-hit-group" aria-labelledby={`risultati-${kind}`}>
      <h3 id={`risultati-${kind}`}>
        {many} <span class="t-number">{count}</span>
      </h3>
      {hits.length > 0 ? (
        <HitList kind={declared} hits={hits} />
      ) : (
        <p class="t-empty">
          I risultati finiscono prima di questa pagina.{' '}
          <a href={searchAddress({ ...request, page: 1 }, kinds)}>Torna alla prima pagina dei risultati</a>
        </p>
      )}
      {!whole && count > hits.length && (
        <p>
          <a href={searchAddress({ ...request, kind, page: 1 }, kinds)}>
            Vedi tutti i risultati: {many} ({count})
          </a>
        </p>
      )}
      {whole && hits.length > 0 && (
        <Pagination page={request.page} pages={pages} href={(page) => searchAddress({ ...request, page }, kinds)} />
      )}
    </section>
  )
}
