// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AdministrationId, PlanId } from '../../kernel/ids.ts'
import { withoutNulls } from '../../kernel/records.ts'
import type { Reader, Writer } from '../../platform/db/tenants.ts'
import type { Entry, Initiative, Plan, Status } from './model.ts'

/** A plan's row: which plan it is, and the hash of its canonical JSON. */
export type PlanRow = Pick<Plan, 'triennium' | 'edition' | 'title' | 'choices'> & {
  readonly administration: AdministrationId
  readonly id: PlanId
  readonly contentHash: string
}

/** The plans of the reader's bodies, newest triennium first. */
export async function readPlanRows({ db, administrations }: Reader): Promise<readonly PlanRow[]> {
  if (administrations.length === 0) return []
  const rows = await db
    .selectFrom('plan')
    .selectAll()
    .where('administration_id', 'in', [...administrations])
    .orderBy('triennium', 'desc')
    .execute()
  return rows.map(({ administration_id, id, triennium, edition_id, title, choices, content_hash }) => ({
    ...{ administration: administration_id, id, triennium, edition: edition_id, contentHash: content_hash },
    ...withoutNulls({ title, choices }),
  }))
}

/** Where each entry of the reader's bodies' plans stands: enough to count, not to read. */
export async function readStandings({ db, administrations }: Reader) {
  if (administrations.length === 0) return []
  return await db
    .selectFrom('entry')
    .select(['plan_id as plan', 'code', 'status'])
    .where('administration_id', 'in', [...administrations])
    .execute()
}

/** Writes a plan in place of the body's one for the same triennium, if any, and answers its key. */
export async function replacePlan(writer: Writer, plan: Plan, contentHash: string): Promise<PlanId> {
  const { db, administration } = writer
  await db
    .deleteFrom('plan')
    .where('administration_id', '=', administration)
    .where('triennium', '=', plan.triennium)
    .execute()
  const { id } = await db
    .insertInto('plan')
    .values({
      administration_id: administration,
      triennium: plan.triennium,
      edition_id: plan.edition,
      title: plan.title ?? null,
      choices: plan.choices ? JSON.stringify(plan.choices) : null,
      content_hash: contentHash,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertNarrative(writer, id, plan)
  await insertEntries(writer, id, plan)
  await insertInitiatives(writer, id, plan.initiatives ?? [])
  return id
}

async function insertNarrative({ db, administration }: Writer, planId: PlanId, { narrative }: Plan): Promise<void> {
  if (!narrative) return
  const { chapters, ...parts } = narrative
  const texts = [
    ...Object.entries(parts),
    ...Object.entries(chapters ?? {}).map(([number, text]) => [`chapter-${number}`, text] as const),
  ]
  const rows = texts.flatMap(([part, markdown]) =>
    markdown === undefined ? [] : [{ administration_id: administration, plan_id: planId, part, markdown }],
  )
  if (rows.length > 0) await db.insertInto('narrative').values(rows).execute()
}

async function insertEntries({ db, administration }: Writer, planId: PlanId, plan: Plan): Promise<void> {
  const entries = plan.entries ?? []
  const key = { administration_id: administration, plan_id: planId }
  if (entries.length > 0) {
    await db
      .insertInto('entry')
      .values(
        entries.map((entry, position) => ({
          ...key,
          position,
          code: entry.code,
          edition_id: plan.edition,
          activity: entry.activity ?? null,
          status: entry.status ?? null,
          status_label: entry.statusLabel ?? null,
          offices: entry.offices ?? null,
          funding: entry.funding ?? null,
          planned: entry.planned ?? null,
          completed: entry.completed ?? null,
          notes: entry.notes ?? null,
        })),
      )
      .execute()
  }
  const evidence = entries.flatMap(({ code, evidence }) =>
    (evidence ?? []).map((item, position) => ({ ...key, code, position, ...item })),
  )
  if (evidence.length > 0) await db.insertInto('evidence').values(evidence).execute()
}

async function insertInitiatives(
  { db, administration }: Writer,
  planId: PlanId,
  initiatives: readonly Initiative[],
): Promise<void> {
  if (initiatives.length === 0) return
  await db
    .insertInto('initiative')
    .values(
      initiatives.map(({ title, ...initiative }, position) => ({
        administration_id: administration,
        plan_id: planId,
        position,
        title,
        description: initiative.description ?? null,
        office: initiative.office ?? null,
        responsible: initiative.responsible ?? null,
        planned: initiative.planned ?? null,
        resources: initiative.resources ?? null,
        steps: initiative.steps ?? null,
        expected_results: initiative.expectedResults ?? null,
        lines: initiative.lines ?? null,
        status: initiative.status ?? null,
      })),
    )
    .execute()
}

/** A whole plan, as it was written: parts that nobody wrote are absent. Four queries, whatever its size. */
export async function readPlan(reader: Reader, row: PlanRow): Promise<Plan> {
  const narrative = await readNarrative(reader, row)
  const entries = await readEntries(reader, row)
  const initiatives = await readInitiatives(reader, row)
  return {
    ...withoutNulls({ title: row.title ?? null, choices: row.choices ?? null }),
    triennium: row.triennium,
    edition: row.edition,
    ...(narrative ? { narrative } : {}),
    ...(entries.length > 0 ? { entries } : {}),
    ...(initiatives.length > 0 ? { initiatives } : {}),
  }
}

async function readNarrative(reader: Reader, row: PlanRow): Promise<Plan['narrative']> {
  const rows = await reader.db
    .selectFrom('narrative')
    .selectAll()
    .where('administration_id', '=', row.administration)
    .where('plan_id', '=', row.id)
    .execute()
  if (rows.length === 0) return undefined
  const chapters = rows.filter(({ part }) => part.startsWith('chapter-'))
  return {
    ...Object.fromEntries(
      rows.filter((text) => !chapters.includes(text)).map(({ part, markdown }) => [part, markdown]),
    ),
    ...(chapters.length > 0
      ? {
          chapters: Object.fromEntries(chapters.map(({ part, markdown }) => [part.slice('chapter-'.length), markdown])),
        }
      : {}),
  }
}

async function readEntries(reader: Reader, row: PlanRow): Promise<Entry[]> {
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
  const evidenceByCode = Map.groupBy(evidence, ({ code }) => code)
  return rows.map(({ code, activity, status, status_label, offices, funding, planned, completed, notes }) => {
    const items = evidenceByCode.get(code)?.map(({ label, url }) => ({ label, url }))
    return {
      code,
      ...withoutNulls({ activity, status: status as Status | null, statusLabel: status_label, offices, funding }),
      ...withoutNulls({ planned, completed, notes, evidence: items ?? null }),
    }
  })
}

async function readInitiatives(reader: Reader, row: PlanRow): Promise<Initiative[]> {
  const rows = await reader.db
    .selectFrom('initiative')
    .selectAll()
    .where('administration_id', '=', row.administration)
    .where('plan_id', '=', row.id)
    .orderBy('position')
    .execute()
  return rows.map(({ title, expected_results, status, description, office, responsible, ...rest }) => {
    const { planned, resources, steps, lines } = rest
    return {
      title,
      ...withoutNulls({ description, office, responsible, planned, resources, steps, lines }),
      ...withoutNulls({ expectedResults: expected_results, status: status as Status | null }),
    }
  })
}
