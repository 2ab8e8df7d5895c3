// SPDX-License-Identifier: AGPL-3.0-or-later

import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Slug, Triennium } from '../../kernel/ids.ts'
import { withoutNulls } from '../../kernel/records.ts'
import type { Tables } from '../../platform/db/tables.ts'
import type { PublicReader } from '../../platform/db/tenants.ts'
import type { AdministrationKind } from '../administrations/index.ts'
import type { PublishedDocument, PublishedVersion } from './model.ts'

/** Which versions: of all bodies, of one body, or of one of its triennia. */
export type VersionFilter = { readonly slug?: Slug; readonly triennium?: Triennium }

/** The public versions, newest first, without their contents. One query. */
export async function readVersions(
  { db }: PublicReader,
  { slug, triennium }: VersionFilter = {},
): Promise<readonly PublishedVersion[]> {
  const rows = await db
    .selectFrom('plan_version as version')
    .innerJoin('administration', 'administration.id', 'version.administration_id')
    .select(['administration.id', 'slug', 'name', 'kind', 'province', 'demonstration'])
    .select(['plan_id', 'triennium', 'edition_id', 'number', 'state', 'sha256'])
    .select(['act_body', 'act_number', 'act_date', 'in_force_on'])
    .select((is) => [
      dayOf(is, 'approved_at').as('approved_on'),
      dayOf(is, 'published_at').as('published_on'),
      dayOf(is, 'superseded_at').as('superseded_on'),
    ])
    .where('state', 'in', ['published', 'superseded'])
    .$call((query) => (slug === undefined ? query : query.where('slug', '=', slug)))
    .$call((query) => (triennium === undefined ? query : query.where('triennium', '=', triennium)))
    .orderBy('published_at', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    publisher: {
      id: row.id,
      slug: row.slug,
      name: row.name,
      kind: row.kind as AdministrationKind,
      ...withoutNulls({ province: row.province }),
      demonstration: row.demonstration,
    },
    plan: row.plan_id,
    triennium: row.triennium,
    edition: row.edition_id,
    number: row.number,
    state: row.state as PublishedVersion['state'],
    sha256: row.sha256,
    act: { body: row.act_body, number: row.act_number, date: row.act_date },
    approvedOn: row.approved_on ?? row.act_date,
    publishedOn: row.published_on ?? row.act_date,
    ...withoutNulls({ inForceOn: row.in_force_on, supersededOn: row.superseded_on }),
  }))
}

/** The date in Italy at an instant. */
const dayOf = (
  { ref }: ExpressionBuilder<Tables & { version: Tables['plan_version'] }, 'version' | 'administration'>,
  column: 'approved_at' | 'published_at' | 'superseded_at',
) => sql<string | null>`(${ref(column)} at time zone 'Europe/Rome')::date`

/** The canonical JSON of public versions, by hash. One query. */
export async function readContents(
  { db }: PublicReader,
  versions: readonly PublishedVersion[],
): Promise<ReadonlyMap<string, string>> {
  if (versions.length === 0) return new Map()
  const rows = await db
    .selectFrom('plan_version')
    .select(['sha256', 'content'])
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('administration_id', 'plan_id', 'number'),
        'in',
        versions.map(({ publisher, plan, number }) => tuple(publisher.id, plan, number)),
      ),
    )
    .execute()
  return new Map(rows.map(({ sha256, content }) => [sha256, content]))
}

/** The documents of a public version, without their bytes. */
export async function readDocuments(
  reader: PublicReader,
  version: PublishedVersion,
): Promise<readonly PublishedDocument[]> {
  const rows = await ofVersion(reader.db.selectFrom('version_document'), version)
    .select(['format', 'layout', 'filename', 'size', 'sha256', 'pages', 'rows'])
    .orderBy('format')
    .orderBy('layout')
    .execute()
  return rows.map(withoutNulls)
}

/** One document of a public version, byte for byte as it was approved. */
export const readDocument = (
  reader: PublicReader,
  version: PublishedVersion,
  format: string,
  layout: string,
): Promise<{ bytes: Uint8Array; filename: string; sha256: string } | undefined> =>
  ofVersion(reader.db.selectFrom('version_document'), version)
    .select(['bytes', 'filename', 'sha256'])
    .where('format', '=', format)
    .where('layout', '=', layout)
    .executeTakeFirst()

const ofVersion = <Output>(
  query: SelectQueryBuilder<Tables, 'version_document', Output>,
  { publisher, plan, number }: PublishedVersion,
) => query.where('administration_id', '=', publisher.id).where('plan_id', '=', plan).where('number', '=', number)
