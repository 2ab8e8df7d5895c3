// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader, Writer } from '../../../../platform/db/tenants.ts'
import type { Plan } from '../model.ts'
import type { PlanRow } from '../store.ts'

/** The texts of a plan by part: `introduction`, `chapter-3`. */
export function narrativeTexts(narrative: Plan['narrative']): ReadonlyMap<string, string> {
  const { chapters, ...parts } = narrative ?? {}
  const texts = [
    ...Object.entries(parts),
    ...Object.entries(chapters ?? {}).map(([number, text]) => [`chapter-${number}`, text] as const),
  ]
  return new Map(texts.flatMap(([part, markdown]) => (markdown === undefined ? [] : [[part, markdown]])))
}

/** All the texts of a plan; undefined where there is none. */
export async function readNarrative(reader: Reader, row: PlanRow): Promise<Plan['narrative']> {
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

/** One text of a plan; undefined where nobody wrote it. */
export async function findText({ db }: Reader, plan: PlanRow, part: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('narrative')
    .select('markdown')
    .where('administration_id', '=', plan.administration)
    .where('plan_id', '=', plan.id)
    .where('part', '=', part)
    .executeTakeFirst()
  return row?.markdown
}

/** Writes one text of a plan; undefined takes it away. */
export async function writeText(
  { db, administration }: Writer,
  { id }: PlanRow,
  part: string,
  markdown: string | undefined,
): Promise<void> {
  if (markdown === undefined) {
    await db
      .deleteFrom('narrative')
      .where('administration_id', '=', administration)
      .where('plan_id', '=', id)
      .where('part', '=', part)
      .execute()
    return
  }
  await db
    .insertInto('narrative')
    .values({ administration_id: administration, plan_id: id, part, markdown })
    .onConflict((conflict) => conflict.columns(['administration_id', 'plan_id', 'part']).doUpdateSet({ markdown }))
    .execute()
}
