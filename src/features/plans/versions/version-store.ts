// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Selectable } from 'kysely'
import type { PlanId } from '../../../kernel/ids.ts'
import { withoutNulls } from '../../../kernel/records.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import type { Reader, Writer } from '../../../platform/db/tenants.ts'
import type { PlanRow } from '../plan/index.ts'
import type { FrozenDocument, PlanContent } from './freezer.ts'
import type { Version, VersionDocument, VersionState } from './model.ts'

const summary = [
  ...(['number', 'triennium', 'edition_id', 'state', 'sha256', 'act_body', 'act_number', 'act_date'] as const),
  ...(['act_file', 'approved_at', 'approved_by', 'in_force_on', 'published_at', 'superseded_at'] as const),
  'journal_hash' as const,
]

/** The versions of a plan, newest first. */
export async function readVersions({ db }: Reader, plan: PlanRow): Promise<readonly Version[]> {
  const rows = await db
    .selectFrom('plan_version')
    .select(summary)
    .where('administration_id', '=', plan.administration)
    .where('plan_id', '=', plan.id)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toVersion)
}

/** The numbers of all the versions of the reader's bodies, by plan, newest first. One query. */
export async function readVersionNumbers({
  db,
  administrations,
}: Reader): Promise<ReadonlyMap<PlanId, readonly number[]>> {
  const rows = await db
    .selectFrom('plan_version')
    .select(['plan_id', 'number'])
    .where('administration_id', 'in', [...administrations])
    .orderBy('number', 'desc')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ plan_id }) => plan_id)].map(([plan, known]) => [plan, known.map(({ number }) => number)]),
  )
}

function toVersion(
  row: Omit<Selectable<Tables['plan_version']>, 'content' | 'administration_id' | 'plan_id'>,
): Version {
  const { number, triennium, edition_id, sha256, act_body, act_number, act_date, approved_at, approved_by } = row
  return {
    number,
    triennium,
    edition: edition_id,
    sha256,
    approvedAt: approved_at,
    approvedBy: approved_by,
    state: row.state as VersionState,
    act: { body: act_body, number: act_number, date: act_date },
    ...withoutNulls({ actFile: row.act_file, inForceOn: row.in_force_on, publishedAt: row.published_at }),
    ...withoutNulls({ supersededAt: row.superseded_at }),
    journalHash: row.journal_hash,
  }
}

/** What a version froze; undefined when there is no such version. */
export async function readVersionContent(
  { db }: Reader,
  plan: PlanRow,
  number: number,
): Promise<PlanContent | undefined> {
  return await db
    .selectFrom('plan_version')
    .select(['content', 'sha256'])
    .where('administration_id', '=', plan.administration)
    .where('plan_id', '=', plan.id)
    .where('number', '=', number)
    .executeTakeFirst()
}

/** The documents of all the versions of a plan, without their bytes. */
export async function readVersionDocuments(
  { db }: Reader,
  plan: PlanRow,
): Promise<readonly (VersionDocument & { readonly version: number })[]> {
  const rows = await db
    .selectFrom('version_document')
    .select(['number', 'format', 'layout', 'filename', 'pages', 'rows', 'sha256', 'size'])
    .where('administration_id', '=', plan.administration)
    .where('plan_id', '=', plan.id)
    .orderBy('filename')
    .execute()
  return rows.map(({ number, ...document }) => ({ version: number, ...withoutNulls(document) }))
}

/** One document of a version, byte for byte as it was frozen; undefined when there is none. */
export async function readVersionDocument(
  { db }: Reader,
  plan: PlanRow,
  { version, format, layout }: { readonly version: number; readonly format: string; readonly layout: string },
): Promise<{ readonly filename: string; readonly bytes: Uint8Array } | undefined> {
  return await db
    .selectFrom('version_document')
    .select(['filename', 'bytes'])
    .where('administration_id', '=', plan.administration)
    .where('plan_id', '=', plan.id)
    .where('number', '=', version)
    .where('format', '=', format)
    .where('layout', '=', layout)
    .executeTakeFirst()
}

/** Freezes a version and its documents: from then on its state and dates may change, and nothing else. */
export async function insertVersion(
  { db, administration }: Writer,
  plan: PlanRow,
  { content, ...version }: Omit<Version, 'state' | 'triennium' | 'edition'> & { readonly content: string },
  documents: readonly FrozenDocument[],
): Promise<void> {
  const key = { administration_id: administration, plan_id: plan.id, number: version.number }
  const { act, sha256, actFile, approvedAt, approvedBy, journalHash } = version
  await db
    .insertInto('plan_version')
    .values({
      ...key,
      triennium: plan.triennium,
      edition_id: plan.edition,
      state: 'approved',
      content,
      sha256,
      act_body: act.body,
      act_number: act.number,
      act_date: act.date,
      act_file: actFile ?? null,
      approved_at: approvedAt,
      approved_by: approvedBy,
      journal_hash: journalHash,
      in_force_on: null,
      published_at: null,
      superseded_at: null,
    })
    .execute()
  for (const { format, layout, filename, pages, rows, sha256, bytes } of documents) {
    await db
      .insertInto('version_document')
      .values({
        ...key,
        format,
        layout,
        filename,
        sha256,
        size: bytes.byteLength,
        bytes: Buffer.from(bytes),
        pages: pages ?? null,
        rows: rows ?? null,
      })
      .execute()
  }
}

/** A version goes on: in force since a day, published or superseded at an instant. */
export type VersionStep =
  | { readonly state: 'inForce'; readonly on: string }
  | { readonly state: 'published' | 'superseded'; readonly at: Date }

/** Writes where a version stands now. */
export async function markVersion(
  { db, administration }: Writer,
  plan: PlanRow,
  number: number,
  step: VersionStep,
): Promise<void> {
  await db
    .updateTable('plan_version')
    .set({
      state: step.state,
      ...(step.state === 'inForce' && { in_force_on: step.on }),
      ...(step.state === 'published' && { published_at: step.at }),
      ...(step.state === 'superseded' && { superseded_at: step.at }),
    })
    .where('administration_id', '=', administration)
    .where('plan_id', '=', plan.id)
    .where('number', '=', number)
    .execute()
}
