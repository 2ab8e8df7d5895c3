// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql } from 'kysely'
import type { AdministrationId, PlanId, Triennium } from '../../../kernel/ids.ts'
import { withoutNulls } from '../../../kernel/records.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import type { Reader, Writer } from '../../../platform/db/tenants.ts'
import { type Administration, administrationFrom } from '../../administrations/index.ts'
import { deleteEntries, insertEntries, readEntries } from './entries/entry-store.ts'
import { initiativeStore } from './initiatives/initiative-store.ts'
import type { PlanState } from './lifecycle.ts'
import type { Plan } from './model.ts'
import { narrativeTexts, readNarrative, writeText } from './texts/narrative-store.ts'

/** A plan's row: which plan it is, and where it stands. */
export type PlanRow = Pick<Plan, 'triennium' | 'edition' | 'title' | 'choices'> & {
  readonly administration: AdministrationId
  readonly id: PlanId
  readonly state: PlanState
  /** The version that the working copy is, or is becoming; from 1. */
  readonly version: number
  /** Grows with every change of what the body writes. */
  readonly revision: number
  /** What it goes on from: an earlier plan of the body or, after a change of edition, itself on the edition of before. */
  readonly from?: PlanOrigin
}

/** The plan that another goes on from, and the edition that it was on. */
export type PlanOrigin = { readonly triennium: Triennium; readonly edition: string }

/** The plans of the reader's bodies, newest triennium first. */
export async function readPlanRows({ db, administrations }: Reader): Promise<readonly PlanRow[]> {
  if (administrations.length === 0) return []
  const rows = await db
    .selectFrom('plan')
    .selectAll()
    .where('administration_id', 'in', [...administrations])
    .orderBy('triennium', 'desc')
    .execute()
  return rows.map(fromRow)
}

const fromRow = (row: Selectable<Tables['plan']>): PlanRow => ({
  administration: row.administration_id,
  id: row.id,
  triennium: row.triennium,
  edition: row.edition_id,
  version: row.version,
  revision: row.revision,
  state: row.state as PlanState,
  ...withoutNulls({ title: row.title, choices: row.choices }),
  ...(row.from_triennium !== null &&
    row.from_edition !== null && { from: { triennium: row.from_triennium, edition: row.from_edition } }),
})

/** Where each entry of the reader's bodies' plans stands: enough to count, not to read. */
export async function readStandings({ db, administrations }: Reader) {
  if (administrations.length === 0) return []
  return await db
    .selectFrom('entry')
    .select(['plan_id as plan', 'code', 'status'])
    .where('administration_id', 'in', [...administrations])
    .execute()
}

/** A plan with its body, read together. */
export type PlanOfBody = { readonly administration: Administration; readonly plan: PlanRow }

const withBody = ({ db }: Reader, administration: AdministrationId) =>
  db
    .selectFrom('plan')
    .innerJoin('administration', 'administration.id', 'plan.administration_id')
    .selectAll('plan')
    .select(sql<Selectable<Tables['administration']>>`to_json(administration)`.as('body'))
    .where('administration_id', '=', administration)

const withBodyFrom = ({
  body,
  ...row
}: Awaited<ReturnType<ReturnType<typeof withBody>['executeTakeFirstOrThrow']>>) => ({
  administration: administrationFrom(body),
  plan: fromRow(row),
})

/** The plans of a body, newest triennium first, each with the body. One query. */
export async function readPlansOfBody(
  reader: Reader,
  administration: AdministrationId,
): Promise<readonly PlanOfBody[]> {
  const rows = await withBody(reader, administration).orderBy('triennium', 'desc').execute()
  return rows.map(withBodyFrom)
}

/** The writer's body's plan for a triennium, with the body; until the transaction ends nobody else changes the plan. */
export async function lockPlanOfBody(writer: Writer, triennium: Triennium): Promise<PlanOfBody | undefined> {
  const row = await withBody(writer, writer.administration)
    .where('triennium', '=', triennium)
    .forUpdate('plan')
    .executeTakeFirst()
  return row && withBodyFrom(row)
}

/** The same without the body. */
export const lockPlan = async (writer: Writer, triennium: Triennium): Promise<PlanRow | undefined> =>
  (await lockPlanOfBody(writer, triennium))?.plan

/** All the plans of the writer's body; until the transaction ends nobody else changes them, nor takes a step of them. */
export async function lockPlans({ db, administration }: Writer): Promise<readonly PlanRow[]> {
  const rows = await db
    .selectFrom('plan')
    .selectAll()
    .where('administration_id', '=', administration)
    .orderBy('triennium', 'desc')
    .forUpdate()
    .execute()
  return rows.map(fromRow)
}

/** Writes an empty plan for a triennium that the body has none for. */
export async function insertPlan(
  writer: Writer,
  plan: Pick<PlanRow, 'triennium' | 'edition' | 'title' | 'choices' | 'from'>,
): Promise<PlanRow> {
  const { db, administration } = writer
  const { triennium, edition, title, choices, from } = plan
  const { id } = await db
    .insertInto('plan')
    .values({
      administration_id: administration,
      triennium,
      edition_id: edition,
      title: title ?? null,
      choices: choices ? JSON.stringify(choices) : null,
      from_triennium: from?.triennium ?? null,
      from_edition: from?.edition ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    administration,
    id,
    triennium,
    edition,
    state: 'draft',
    version: 1,
    revision: 1,
    ...(title && { title }),
    ...(choices && { choices }),
    ...(from && { from }),
  }
}

/** Changes where a plan stands, or what its row says. */
export async function updatePlan(
  { db, administration }: Writer,
  { id }: PlanRow,
  change: Partial<Pick<PlanRow, 'title' | 'choices' | 'edition' | 'state' | 'version' | 'from'>>,
): Promise<void> {
  const { title, choices, edition, state, version, from } = change
  await db
    .updateTable('plan')
    .set({
      ...('title' in change && { title: title ?? null }),
      ...('choices' in change && { choices: choices ? JSON.stringify(choices) : null }),
      ...(edition !== undefined && { edition_id: edition }),
      ...(state !== undefined && { state }),
      ...(version !== undefined && { version }),
      ...(from && { from_triennium: from.triennium, from_edition: from.edition }),
      revision: sql<number>`revision + 1`,
    })
    .where('administration_id', '=', administration)
    .where('id', '=', id)
    .execute()
}

/** Tells that what belongs to all the plans of the writer's body has changed: documents of before are old. */
export async function touchPlans({ db, administration }: Writer): Promise<void> {
  await db
    .updateTable('plan')
    .set({ revision: sql<number>`revision + 1` })
    .where('administration_id', '=', administration)
    .execute()
}

/**
 * Writes a plan in place of the body's one for the same triennium, if any, which keeps its key; who keeps which entry
 * stays as it was.
 */
export async function replacePlan(writer: Writer, plan: Plan): Promise<PlanRow> {
  const { triennium, edition, title, choices } = plan
  const stored = await lockPlan(writer, triennium)
  const row = stored ?? (await insertPlan(writer, plan))
  const keeping = new Map(stored ? (await readEntries(writer, stored)).map((kept) => [kept.entry.code, kept]) : [])
  if (stored) {
    await deleteEntries(writer, stored)
    for (const part of narrativeTexts(await readNarrative(writer, stored)).keys()) {
      await writeText(writer, stored, part, undefined)
    }
    await updatePlan(writer, stored, { title, choices, edition })
  }
  const written = { ...row, edition }
  for (const [part, markdown] of narrativeTexts(plan.narrative)) await writeText(writer, written, part, markdown)
  const entries = (plan.entries ?? []).map((entry) => ({ toReview: false, ...keeping.get(entry.code), entry }))
  await insertEntries(writer, written, entries)
  await initiativeStore.replace(writer, written, plan.initiatives ?? [])
  return written
}

/** A whole plan, as it was written: parts that nobody wrote are absent. Four queries, whatever its size. */
export async function readPlan(reader: Reader, row: PlanRow): Promise<Plan> {
  const narrative = await readNarrative(reader, row)
  const entries = await readEntries(reader, row)
  const initiatives = await initiativeStore.list(reader, row)
  return {
    ...withoutNulls({ title: row.title ?? null, choices: row.choices ?? null }),
    triennium: row.triennium,
    edition: row.edition,
    ...(narrative ? { narrative } : {}),
    ...(entries.length > 0 ? { entries: entries.map(({ entry }) => entry) } : {}),
    ...(initiatives.length > 0 ? { initiatives: initiatives.map(({ content }) => content) } : {}),
  }
}
