// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Selectable, sql } from 'kysely'
import type { PersonId } from '../../../../kernel/access.ts'
import type { ActionLineCode } from '../../../../kernel/ids.ts'
import { withoutNulls } from '../../../../kernel/records.ts'
import type { Tables } from '../../../../platform/db/tables.ts'
import type { Reader, Writer } from '../../../../platform/db/tenants.ts'
import { type ColumnSettings, fromColumns, sameValue, toColumns } from '../../../records/index.ts'
import type { Entry, Evidence } from '../model.ts'
import type { PlanRow } from '../store.ts'
import { type EntryContent, entryContentFields, entryFields } from './entry-fields.ts'

/** Who keeps an entry up to date, and whether it waits to be gone through after it was carried from another plan. */
export type Keeping = {
  readonly ownerOffice?: string
  readonly ownerPerson?: PersonId
  readonly toReview: boolean
  /** `2024-2026 CAP1.PA.02` */
  readonly carriedFrom?: string
}

/** An entry as it is stored. */
export type KeptEntry = Keeping & { readonly entry: Entry }

/** The entries of a plan in their order. Two queries. */
export async function readEntries(reader: Reader, row: PlanRow): Promise<readonly KeptEntry[]> {
  const rows = await reader.db
    .selectFrom('entry')
    .selectAll()
    .where('administration_id', '=', row.administration)
    .where('plan_id', '=', row.id)
    .orderBy('position')
    .execute()
  const evidence = await reader.db
    .selectFrom('evidence')
    .selectAll()
    .where('administration_id', '=', row.administration)
    .where('plan_id', '=', row.id)
    .orderBy('position')
    .execute()
  const byCode = Map.groupBy(evidence, ({ code }) => code)
  return rows.map((entry) => fromRows(entry, byCode.get(entry.code) ?? []))
}

/** One entry of a plan, with its evidence; undefined when nothing is said of the line. One query. */
export async function findEntry(reader: Reader, row: PlanRow, code: ActionLineCode): Promise<KeptEntry | undefined> {
  const found = await reader.db
    .selectFrom('entry')
    .selectAll('entry')
    .select(({ selectFrom }) =>
      selectFrom('evidence')
        .select(sql<Selectable<Tables['evidence']>[] | null>`json_agg(evidence order by evidence.position)`.as('rows'))
        .whereRef('evidence.administration_id', '=', 'entry.administration_id')
        .whereRef('evidence.plan_id', '=', 'entry.plan_id')
        .whereRef('evidence.code', '=', 'entry.code')
        .as('proofs'),
    )
    .where('administration_id', '=', row.administration)
    .where('plan_id', '=', row.id)
    .where('code', '=', code)
    .executeTakeFirst()
  return found && fromRows(found, found.proofs ?? [])
}

/** Evidence has rows of its own. */
const columns: ColumnSettings<EntryContent> = { json: ['allocations'], except: ['evidence'] }

function fromRows(row: Selectable<Tables['entry']>, evidence: readonly Selectable<Tables['evidence']>[]): KeptEntry {
  return {
    entry: {
      code: row.code,
      ...fromColumns<Omit<Entry, 'code'>>(entryFields, row, columns),
      ...(evidence.length > 0 && { evidence: evidence.map(evidenceOf) }),
    },
    ...withoutNulls({ ownerOffice: row.owner_office, ownerPerson: row.owner_person, carriedFrom: row.carried_from }),
    toReview: row.to_review,
  }
}

const evidenceOf = ({ label, url, file_name, file_sha256 }: Selectable<Tables['evidence']>): Evidence => ({
  label,
  ...(url !== null && { url }),
  ...(file_name !== null && file_sha256 !== null && { file: { name: file_name, sha256: file_sha256 } }),
})

/** Writes many entries that the plan does not have yet, in their order. */
export async function insertEntries(
  writer: Writer,
  { id, edition }: PlanRow,
  entries: readonly KeptEntry[],
): Promise<void> {
  const { db, administration } = writer
  const key = { administration_id: administration, plan_id: id }
  if (entries.length > 0) {
    await db
      .insertInto('entry')
      .values(
        entries.map((kept, position) => ({
          ...key,
          position,
          code: kept.entry.code,
          edition_id: edition,
          ...toColumns(entryContentFields, { ...kept.entry, ...keeperOf(kept) }, columns),
          to_review: kept.toReview,
          carried_from: kept.carriedFrom ?? null,
        })),
      )
      .execute()
  }
  await insertEvidence(
    writer,
    key,
    entries.map(({ entry }) => entry),
  )
}

const keeperOf = ({ ownerOffice, ownerPerson }: Keeping) => ({ ownerOffice, ownerPerson })

/**
 * Writes one entry in place of what was said of its line; it comes last where nothing was. It has been gone through.
 * @param before what is stored now: evidence that did not change is not written again.
 */
export async function writeEntry(
  writer: Writer,
  row: PlanRow,
  code: ActionLineCode,
  content: EntryContent,
  before: EntryContent | undefined,
): Promise<void> {
  const { db, administration } = writer
  const key = { administration_id: administration, plan_id: row.id }
  const values = { ...toColumns(entryContentFields, content, columns), to_review: false }
  await db
    .insertInto('entry')
    .values(({ selectFrom }) => ({
      ...key,
      code,
      edition_id: row.edition,
      position: selectFrom('entry')
        .select(({ eb, fn, val }) => eb(fn.coalesce(fn.max('position'), val(-1)), '+', 1).as('next'))
        .where('administration_id', '=', administration)
        .where('plan_id', '=', row.id),
      ...values,
    }))
    .onConflict((conflict) => conflict.columns(['administration_id', 'plan_id', 'code']).doUpdateSet(values))
    .execute()
  if (sameValue(before?.evidence, content.evidence)) return
  await db
    .deleteFrom('evidence')
    .where('administration_id', '=', administration)
    .where('plan_id', '=', row.id)
    .where('code', '=', code)
    .execute()
  await insertEvidence(writer, key, [{ code, evidence: content.evidence }])
}

/** Says of entries that were carried from another plan that somebody has gone through them. */
export async function markAllReviewed(
  { db, administration }: Writer,
  { id }: PlanRow,
  codes: readonly ActionLineCode[],
): Promise<void> {
  await db
    .updateTable('entry')
    .set({ to_review: false })
    .where('administration_id', '=', administration)
    .where('plan_id', '=', id)
    .where('code', 'in', [...codes])
    .execute()
}

/** Takes away all that a plan says of its lines. */
export async function deleteEntries({ db, administration }: Writer, { id }: PlanRow): Promise<void> {
  await db.deleteFrom('entry').where('administration_id', '=', administration).where('plan_id', '=', id).execute()
}

async function insertEvidence(
  { db }: Writer,
  key: { readonly administration_id: Writer['administration']; readonly plan_id: PlanRow['id'] },
  entries: readonly Pick<Entry, 'code' | 'evidence'>[],
): Promise<void> {
  const rows = entries.flatMap(({ code, evidence }) =>
    (evidence ?? []).map(({ label, url, file }, position) => ({
      ...key,
      code,
      position,
      label,
      url: url ?? null,
      file_name: file?.name ?? null,
      file_sha256: file?.sha256 ?? null,
    })),
  )
  if (rows.length > 0) await db.insertInto('evidence').values(rows).execute()
}
