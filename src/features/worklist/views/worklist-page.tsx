// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatNumber } from '../../../kernel/money.ts'
import { compareItalian } from '../../../kernel/text.ts'
import { ChoiceField, Filters } from '../../../ui/filters.tsx'
import { home } from '../../../ui/home.ts'
import { KeyFigures } from '../../../ui/key-figures.tsx'
import { Layout } from '../../../ui/page/layout.tsx'
import type { Site } from '../../../ui/page/site.ts'
import { Pagination } from '../../../ui/pagination.tsx'
import type { WorkKind } from '../../administrations/index.ts'
import { worklistEntry } from '../menu.ts'
import type { WorkFilter, WorkItem } from '../model.ts'
import type { Worklist } from '../readers.ts'
import { countByBody, groupByKind, talliedKinds, type WorkGroup } from '../summarise.ts'
import { kindWord, worklistAddress } from './address-words.ts'
import { BodyTable } from './body-table.tsx'
import { NothingToDo } from './nothing-to-do.tsx'
import { WorkTable } from './work-table.tsx'

type WorklistPageProps = {
  readonly site: Site
  readonly list: Worklist
  readonly filter: WorkFilter
  /** The filtered items, and those on this page. */
  readonly found: readonly WorkItem[]
  readonly shown: readonly WorkItem[]
  readonly page: number
  readonly pages: number
  /** Every kind of work, most urgent first. */
  readonly kinds: readonly WorkKind[]
}

/** The most items of a kind in the overview. */
const few = 8

/** The most bodies in the overview; others are reached by the filter. */
const mostBodies = 50

/** The worklist of the viewer: counts, then each kind, the most urgent first. */
export function WorklistPage({ site, list, filter, found, shown, page, pages, kinds }: WorklistPageProps) {
  const { kind, body } = filter
  const filtered = kind !== undefined || body !== undefined
  const bodies = countByBody(list.items, kinds)
  const name = body && bodies.find((count) => count.body.slug === body)?.body.name
  const title = ['Che cosa aspetta me', kind?.heading.toLowerCase(), name].filter(Boolean).join(' · ')
  return (
    <Layout
      site={site}
      section={worklistEntry}
      title={pages > 1 ? `${title} · pagina ${page} di ${pages}` : title}
      {...(filtered && {
        trail: [{ label: 'Da fare', href: home({}) }, { label: kind ? kind.heading : (name ?? 'Ente') }],
      })}
    >
      <div class="t-heading">
        {name && <p class="t-eyebrow">{name}</p>}
        <h1>Che cosa aspetta me</h1>
      </div>
      {list.items.length > 0 && <WorkFilters items={list.items} filter={filter} kinds={kinds} />}
      {found.length === 0 ? (
        <Nothing filtered={filtered} />
      ) : kind ? (
        <section aria-labelledby="elenco">
          <h2 id="elenco">
            {kind.heading} <span class="t-number">{formatNumber(found.length)}</span>
          </h2>
          <WorkTable caption={kind.heading} items={shown} oneBody={list.bodies === 1 || body !== undefined} />
          <Pagination page={page} pages={pages} href={(number) => worklistAddress(filter, number)} />
        </section>
      ) : (
        <Overview list={list} filter={filter} found={found} kinds={kinds} />
      )}
    </Layout>
  )
}

function Overview({ list, filter, found, kinds }: Pick<WorklistPageProps, 'list' | 'filter' | 'found' | 'kinds'>) {
  const groups = groupByKind(found)
  const counts = countByBody(found, kinds)
  return (
    <>
      <KeyFigures
        figures={groups.map(({ kind, items }) => ({
          value: formatNumber(items.length),
          label: kind.count,
          href: `#${kindWord(kind)}`,
          tone: kind.tone,
        }))}
      />
      {groups.map((group) => (
        <Group
          key={group.kind.count}
          group={group}
          filter={filter}
          oneBody={list.bodies === 1 || filter.body !== undefined}
        />
      ))}
      {list.bodies > 1 && filter.body === undefined && (
        <BodyTable counts={counts.slice(0, mostBodies)} kinds={talliedKinds(kinds)} />
      )}
    </>
  )
}

type GroupProps = {
  readonly group: WorkGroup
  readonly filter: WorkFilter
  readonly oneBody: boolean
}

/** The most urgent items of a kind, and a link to all of them. */
function Group({ group: { kind, items }, filter, oneBody }: GroupProps) {
  const { heading } = kind
  return (
    <section aria-labelledby={kindWord(kind)}>
      <h2 id={kindWord(kind)}>
        {heading} <span class="t-number">{formatNumber(items.length)}</span>
      </h2>
      <WorkTable caption={heading} items={items.slice(0, few)} oneBody={oneBody} />
      {items.length > few && (
        <p class="t-after">
          <a href={worklistAddress({ ...filter, kind })}>
            Vedi tutto l’elenco: {heading} ({formatNumber(items.length)})
          </a>
        </p>
      )}
    </section>
  )
}

type WorkFiltersProps = {
  readonly items: readonly WorkItem[]
  readonly filter: WorkFilter
  readonly kinds: readonly WorkKind[]
}

function WorkFilters({ items, filter, kinds }: WorkFiltersProps) {
  const found = kinds.filter((kind) => items.some(({ work }) => work.kind === kind))
  const bodies = countByBody(items, kinds).map(({ body }) => [body.slug, body.name] as const)
  return (
    <Filters label="Filtra ciò che ti aspetta" action={home({})} active={!!filter.kind || !!filter.body}>
      <ChoiceField
        name="tipo"
        label="Che cosa"
        value={filter.kind && kindWord(filter.kind)}
        all="Tutto"
        options={found.map((kind) => [kindWord(kind), kind.heading] as const)}
      />
      {bodies.length > 1 && (
        <ChoiceField
          name="ente"
          label="Ente"
          value={filter.body}
          all="Tutti gli enti"
          options={bodies.toSorted(([, a], [, b]) => compareItalian(a, b))}
        />
      )}
    </Filters>
  )
}

const Nothing = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <p class="t-empty">
      Qui non c’è niente che ti aspetti. <a href={home({})}>Vedi tutto quello che c’è da fare</a>
    </p>
  ) : (
    <NothingToDo />
  )
