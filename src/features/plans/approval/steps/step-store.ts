// SPDX-License-Identifier: AGPL-3.0-or-later

import { sql } from 'kysely'
import { romanDay } from '../../../../kernel/dates.ts'
import type { Reader, Writer } from '../../../../platform/db/tenants.ts'
import type { JournalLine } from '../../../audit/index.ts'
import type { PlanEvent, PlanRow } from '../../plan/index.ts'
import type { StepEvent, StepLineEvent } from '../events.ts'
import type { Milestone } from '../rules.ts'

/** The lines of a body's journal about one plan, of these types, oldest first. */
async function readLines<Event extends PlanEvent | StepEvent>(
  { db }: Reader,
  { administration, triennium }: PlanRow,
  types: readonly Event['type'][],
): Promise<readonly JournalLine<Event>[]> {
  const rows = await db
    .selectFrom('journal')
    .select(['at', 'actor_name', 'event'])
    .where('administration_id', '=', administration)
    .where(sql<string>`event ->> 'triennium'`, '=', triennium)
    .where(sql<string>`event ->> 'type'`, 'in', [...types])
    .orderBy('sequence')
    .execute()
  return rows.map(({ at, actor_name, event }) => ({ at, actor: actor_name, event: event as Event }))
}

/** The steps of a plan since it was begun, oldest first. */
export const readSteps = (reader: Reader, plan: PlanRow): Promise<readonly JournalLine<StepLineEvent>[]> =>
  readLines<StepLineEvent>(reader, plan, ['planCreated', 'planMoved'])

/** How a plan came about: when it was begun, brought in from files, opened again. Oldest first. */
export async function readMilestones(reader: Reader, plan: PlanRow): Promise<readonly Milestone[]> {
  const lines = await readLines<PlanEvent | StepEvent>(reader, plan, [
    'planCreated',
    'profileAdopted',
    'importAccepted',
    'planMoved',
  ])
  return lines.flatMap(({ at, event }): Milestone[] => {
    const day = romanDay(at)
    if (event.type === 'importAccepted') return [{ day, kind: 'imported' }]
    if (event.type === 'planMoved') return event.transition === 'revise' ? [{ day, kind: 'revised' }] : []
    return [{ day, kind: 'begun' }]
  })
}

/** The hash of the last line of the writer's body's journal: nobody adds another before the transaction ends. */
export async function readJournalHead({ db, administration }: Writer): Promise<string> {
  const { hash } = await db
    .selectFrom('journal')
    .select('hash')
    .where('administration_id', '=', administration)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return hash
}
