// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Selectable } from 'kysely'
import type { PersonId } from '../../../kernel/access.ts'
import { withoutNulls } from '../../../kernel/records.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import type { Reader, Writer } from '../../../platform/db/tenants.ts'
import type { Allocation, Entry, Evidence, Status } from './model.ts'
import type { PlanRow } from './store.ts'

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

/** One entry of a plan; undefined when nothing is said of the line. */
export async function readEntry(reader: Reader, row: PlanRow, code: string): Promise<KeptEntry | undefined> {
  const entry = await reader.db
    .selectFrom('entry')
    .selectAll()
    .where('administration_id', '=', row.administration)
    .where('plan_id', '=', row.id)
    .where('code', '=', code)
    .executeTakeFirst()
  if (!entry) return undefined
  const evidence = await reader.db
    .selectFrom('evidence')
    .selectAll()
    .where('administration_id', '=', row.administration)
    .where('plan_id', '=', row.id)
    .where('code', '=', code)
    .orderBy('position')
    .execute()
  return fromRows(entry, evidence)
}

function fromRows(row: Selectable<Tables['entry']>, evidence: readonly Selectable<Tables['evidence']>[]): KeptEntry {
  const { code, activity, status, status_label, offices, funding, allocations, planned, completed, notes } = row
  return {
    entry: {
      code,
      ...withoutNulls({ activity, status: status as Status | null, statusLabel: status_label, offices, funding }),
      ...withoutNulls({ allocations: allocations as Allocation[] | null, planned, completed, notes }),
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

const columns = (entry: Entry) => ({
  activity: entry.activity ?? null,
  status: entry.status ?? null,
  status_label: entry.statusLabel ?? null,
  offices: entry.offices ?? null,
  funding: entry.funding ?? null,
  allocations: entry.allocations ? JSON.stringify(entry.allocations) : null,
  planned: entry.planned ?? null,
  completed: entry.completed ?? null,
  notes: entry.notes ?? null,
})

const keepingColumns = ({ ownerOffice, ownerPerson, toReview, carriedFrom }: Keeping) => ({
  owner_office: ownerOffice ?? null,
  owner_person: ownerPerson ?? null,
  to_review: toReview,
  carried_from: carriedFrom ?? null,
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
          ...columns(kept.entry),
          ...keepingColumns(kept),
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

/** Writes one entry in place of what was said of its line; it comes last where nothing was. */
export async function writeEntry(writer: Writer, row: PlanRow, kept: KeptEntry): Promise<void> {
  const { db, administration } = writer
  const key = { administration_id: administration, plan_id: row.id }
  const { code } = kept.entry
  const values = { ...columns(kept.entry), ...keepingColumns(kept) }
  const last = await db
    .selectFrom('entry')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('administration_id', '=', administration)
    .where('plan_id', '=', row.id)
    .executeTakeFirst()
  await db
    .insertInto('entry')
    .values({ ...key, code, edition_id: row.edition, position: (last?.position ?? -1) + 1, ...values })
    .onConflict((conflict) => conflict.columns(['administration_id', 'plan_id', 'code']).doUpdateSet(values))
    .execute()
  await db
    .deleteFrom('evidence')
    .where('administration_id', '=', administration)
    .where('plan_id', '=', row.id)
    .where('code', '=', code)
    .execute()
  await insertEvidence(writer, key, [kept.entry])
}

/** Says of entries that were carried from another plan that somebody has gone through them. */
export async function markAllReviewed(
  { db, administration }: Writer,
  { id }: PlanRow,
  codes: readonly string[],
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
  entries: readonly Entry[],
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
