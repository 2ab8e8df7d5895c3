// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '../../kernel/access.ts'
import type { Reader, Writer } from '../../platform/db/tenants.ts'
import {
  appendRevisions,
  editorialParts,
  type PartChange,
  type PlanRow,
  readPlan,
  readPlanRows,
  readRevisionNumbers,
} from '../plans/index.ts'
import { canonicalJson } from './canonical.ts'
import type { Profile } from './model.ts'

/** A plan as it was before it is replaced. */
export type Written = { readonly row: PlanRow; readonly parts: ReadonlyMap<string, object> }

/** What is written in the plan of a triennium, part by part; undefined where there is no plan. */
export async function readWritten(reader: Reader, triennium: string): Promise<Written | undefined> {
  const row = (await readPlanRows(reader)).find((plan) => plan.triennium === triennium)
  return row && { row, parts: editorialParts(row.id, await readPlan(reader, row)) }
}

/**
 * Writes down a new revision of every part that a replaced plan changed, so that who was editing one of them learns it
 * when they save.
 */
export async function noteChangedParts(
  writer: Writer,
  { row, parts }: Written,
  { plan }: Profile,
  actor: Actor,
): Promise<void> {
  const now = editorialParts(row.id, plan)
  const subjects = [...new Set([...parts.keys(), ...now.keys()])]
  const changes: PartChange[] = subjects
    .map((subject) => ({ subject, before: parts.get(subject), after: now.get(subject) }))
    .filter(({ before, after }) => canonicalJson(before ?? {}) !== canonicalJson(after ?? {}))
  const numbers = await readRevisionNumbers(writer, row, `plan:${row.id}/`)
  await appendRevisions(
    writer,
    changes.map((change) => ({ ...change, revision: numbers.get(change.subject) ?? 0 })),
    actor,
  )
}
