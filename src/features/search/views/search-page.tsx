// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../kernel/text.ts'
import { Layout } from '../../../ui/page/layout.tsx'
import type { Site } from '../../../ui/page/site.ts'
import { Pagination } from '../../../ui/pagination.tsx'
import { type HitGroup, hitLabel, hitsPerPage, type SearchOutcome, type SearchRequest } from '../model.ts'
import { searchAddress } from './address-words.ts'
import { HitList } from './hit-list.tsx'
import { NothingFound, SearchHelp } from './search-advice.tsx'
import { SearchForm } from './search-form.tsx'

type SearchPageProps = { readonly site: Site; readonly request: SearchRequest; readonly outcome: SearchOutcome }

/** The results: the best of each kind, or all of one kind, page by page. */
export function SearchPage({ site, request, outcome }: SearchPageProps) {
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
      <SearchForm request={request} outcome={outcome} />
      {text === '' ? (
        <SearchHelp />
      ) : (
        <>
          <h2 class="t-count">
            {words} per «{text}»
          </h2>
          {total === 0 && <NothingFound request={request} wordless={outcome.wordless} elsewhere={groups} />}
          {shown.map((group) => (
            <Group key={group.kind} group={group} request={request} />
          ))}
        </>
      )}
    </Layout>
  )
}

function Group({ group: { kind, count, hits }, request }: { group: HitGroup; request: SearchRequest }) {
  const { many } = hitLabel[kind]
  const pages = Math.ceil(count / hitsPerPage)
  const whole = request.kind !== undefined
  return (
    <section class="t-hit-group" aria-labelledby={`risultati-${kind}`}>
      <h3 id={`risultati-${kind}`}>
        {many} <span class="t-number">{count}</span>
      </h3>
      {hits.length > 0 ? (
        <HitList hits={hits} />
      ) : (
        <p class="t-empty">
          I risultati finiscono prima di questa pagina.{' '}
          <a href={searchAddress({ ...request, page: 1 })}>Torna alla prima pagina dei risultati</a>
        </p>
      )}
      {!whole && count > hits.length && (
        <p>
          <a href={searchAddress({ ...request, kind, page: 1 })}>
            Vedi tutti i risultati: {many} ({count})
          </a>
        </p>
      )}
      {whole && hits.length > 0 && (
        <Pagination page={request.page} pages={pages} href={(page) => searchAddress({ ...request, page })} />
      )}
    </section>
  )
}
