// SPDX-License-Identifier: AGPL-3.0-or-later
import { type RawBuilder, sql } from 'kysely'
import type { AdministrationId, Slug, Triennium } from '../../kernel/ids.ts'
import type { PublicReader, Reader } from '../../platform/db/tenants.ts'
import { fewHits, hitsPerPage, type SearchRequest } from './model.ts'
import { closing, opening } from './rules.ts'

type Source = Pick<Reader, 'db'>

/** A row of results: the `count` of its group, and its `place` in it from 1. */
export type FoundRow = {
  readonly kind: string
  readonly key: string
  readonly title: string
  readonly body: string
  /** The text as it was compared, with marks around matches. */
  readonly recognised: string
  readonly count: number
  readonly place: number
  readonly slug: Slug | null
  readonly name: string | null
  readonly triennium: Triennium | null
  readonly edition: string | null
  readonly line_title: string | null
}

/** The typed words as a query for the database: «"parole insieme" -senza». */
const queryOf = (text: string) => sql`websearch_to_tsquery('italian', search_fold(${text}))`

/** Which rows of a group to return: the first ones, a page, or just one (for the count). */
function shown(column: RawBuilder<unknown>, { kind, page }: SearchRequest, own: string | undefined) {
  if (kind === undefined) return sql`${column}.place <= ${fewHits}`
  const from = (page - 1) * hitsPerPage
  const wanted = sql`${column}.place > ${from} and ${column}.place <= ${from + hitsPerPage}`
  if (own !== undefined) return own === kind ? sql`(${wanted} or ${column}.place = 1)` : sql`${column}.place = 1`
  return sql`(${column}.place = 1 or (${column}.kind = ${kind} and ${wanted}))`
}

const marked = (text: RawBuilder<unknown>, query: RawBuilder<unknown>) =>
  sql`ts_headline('italian', search_fold(${text}), ${query},
    ${`HighlightAll=true, StartSel="${opening}", StopSel="${closing}"`})`

/** True when a text has a word to search for. */
export async function hasWords({ db }: Source, text: string): Promise<boolean> {
  const row = await db
    .selectFrom(sql<{ nodes: number }>`(select numnode(${queryOf(text)}) as nodes)`.as('query'))
    .select('nodes')
    .executeTakeFirst()
  return (row?.nodes ?? 0) > 0
}

/** Searches what the reader's bodies write or keep. One query. */
export async function findParts(
  { db, administrations }: Reader,
  ids: readonly AdministrationId[],
  request: SearchRequest,
): Promise<readonly FoundRow[]> {
  if (administrations.length === 0 || ids.length === 0) return []
  const query = queryOf(request.text)
  return await db
    .selectFrom(
      sql<FoundRow>`(
        with found as (
          select administration_id, kind, plan_id, key,
            ts_filter(words, '{a}') @@ ${query} as titled, ts_rank(words, ${query}, 1) as rank
          from search_part
          where administration_id in (${sql.join(ids)}) and words @@ ${query}
        ), placed as (
          select *, (count(*) over (partition by kind))::int as count, (row_number() over (partition by kind
            order by titled desc, rank desc, administration_id, plan_id desc, key))::int as place
          from found
        )
        select placed.kind, placed.key, part.title, part.body, ${marked(sql`part.body`, query)} as recognised,
          placed.count, placed.place, body.slug, body.name, plan.triennium, plan.edition_id as edition,
          line.title as line_title
        from placed
        join search_part part on part.administration_id = placed.administration_id and part.kind = placed.kind
          and part.plan_id = placed.plan_id and part.key = placed.key
        join administration body on body.id = placed.administration_id
        left join plan on plan.administration_id = placed.administration_id and plan.id = placed.plan_id
        left join line_text line on line.edition_id = plan.edition_id and line.code = split_part(placed.key, '/', 1)
        where ${shown(sql`placed`, request, undefined)}
      )`.as('hit'),
    )
    .selectAll()
    .orderBy('place')
    .execute()
}

/** Searches what is published by one body or by all. One query. */
export async function findPublished(
  { db }: PublicReader,
  request: SearchRequest,
  id: AdministrationId | undefined,
): Promise<readonly FoundRow[]> {
  const query = queryOf(request.text)
  const ofBody = id === undefined ? sql`` : sql`and administration_id = ${id}`
  return await db
    .selectFrom(
      sql<FoundRow>`(
        with found as (
          select administration_id, plan_id, number, kind, key,
            ts_filter(words, '{a}') @@ ${query} as titled, ts_rank(words, ${query}, 1) as rank
          from published_part
          where words @@ ${query} ${ofBody}
        ), placed as (
          select *, (count(*) over ())::int as count, (row_number() over (
            order by titled desc, rank desc, administration_id, plan_id desc, kind, key))::int as place
          from found
        )
        select placed.kind, placed.key, part.title, part.body, ${marked(sql`part.body`, query)} as recognised,
          placed.count, placed.place, body.slug, body.name, version.triennium, version.edition_id as edition,
          line.title as line_title
        from placed
        join published_part part on part.administration_id = placed.administration_id
          and part.plan_id = placed.plan_id and part.number = placed.number and part.kind = placed.kind
          and part.key = placed.key
        join plan_version version on version.administration_id = placed.administration_id
          and version.plan_id = placed.plan_id and version.number = placed.number
        join administration body on body.id = placed.administration_id
        left join line_text line on line.edition_id = version.edition_id and line.code = placed.key
        where ${shown(sql`placed`, request, 'published')}
      )`.as('hit'),
    )
    .selectAll()
    .orderBy('place')
    .execute()
}

/** Searches lines of the national plan, each in the newest edition where it matches. One query. */
export async function findLines({ db }: Source, request: SearchRequest): Promise<readonly FoundRow[]> {
  const query = queryOf(request.text)
  return await db
    .selectFrom(
      sql<FoundRow>`(
        with found as (
          select distinct on (code) edition_id, code, concat_ws(' ', summary, official_text) as body,
            coalesce(title, left(official_text, 80), code) as title,
            ts_filter(words, '{a}') @@ ${query} as titled, ts_rank(words, ${query}, 1) as rank
          from line_text
          where words @@ ${query}
          order by code, edition_id desc
        ), placed as (
          select *, (count(*) over ())::int as count, (row_number() over (
            order by titled desc, rank desc, edition_id desc, code))::int as place
          from found
        )
        select 'nationalLine' as kind, code as key, title, body, ${marked(sql`body`, query)} as recognised,
          count, place, null::text as slug, null::text as name, null::text as triennium, edition_id as edition,
          null::text as line_title
        from placed
        where ${shown(sql`placed`, request, 'nationalLine')}
      )`.as('hit'),
    )
    .selectAll()
    .orderBy('place')
    .execute()
}
