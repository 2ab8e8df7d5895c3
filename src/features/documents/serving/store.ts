// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import type { IsoDate } from '../../../kernel/dates.ts'
import type { Reader, Writer } from '../../../platform/db/tenants.ts'
import type { PlanRow } from '../../plans/index.ts'
import type { Format, Layout, WrittenDocument } from '../model.ts'

/** The key of a kept document: plan, format, layout, and the program that made it. */
export type DocumentKey = {
  readonly plan: PlanRow
  readonly format: Format
  readonly layout: Layout
  readonly program: string
}

/**
 * The document kept for the plan's present content, if this very program made it today: documents depend on the day,
 * because they tell what is late.
 */
export async function findDocument(
  { db }: Reader,
  { plan, format, layout, program }: DocumentKey,
  today: IsoDate,
): Promise<WrittenDocument | undefined> {
  const row = await db
    .selectFrom('document')
    .select(['bytes', 'pages', 'rows'])
    .where('administration_id', '=', plan.administration)
    .where('plan_id', '=', plan.id)
    .where('format', '=', format)
    .where('variant', '=', layout)
    .where('plan_revision', '=', plan.revision)
    .where('produced_on', '=', today)
    .where('program', '=', program)
    .executeTakeFirst()
  if (!row) return undefined
  const { bytes, pages, rows } = row
  return { format, bytes, ...(pages === null ? {} : { pages }), ...(rows === null ? {} : { rows }) }
}

/** Replaces the kept document of the same plan, format and layout. */
export async function keepDocument(
  { db, administration }: Writer,
  { plan, format, layout, program }: DocumentKey,
  { bytes, pages, rows }: WrittenDocument,
  today: IsoDate,
): Promise<void> {
  const kept = {
    plan_revision: plan.revision,
    produced_on: today,
    program,
    pages: pages ?? null,
    rows: rows ?? null,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: Buffer.from(bytes),
  }
  await db
    .insertInto('document')
    .values({ administration_id: administration, plan_id: plan.id, format, variant: layout, ...kept })
    .onConflict((conflict) => conflict.columns(['administration_id', 'plan_id', 'format', 'variant']).doUpdateSet(kept))
    .execute()
}
