// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely'
import type { PersonId } from '../../../kernel/access.ts'
import type { ActionLineCode, AdministrationId, PlanId, Triennium } from '../../../kernel/ids.ts'
import type { Reader } from '../../../platform/db/tenants.ts'
import type { Status } from '../plan/index.ts'

/** The fields of an entry that the list needs, without its texts. */
export type EntryRow = {
  readonly plan: PlanId
  readonly code: ActionLineCode
  readonly status: Status | null
  readonly planned: string | null
  readonly offices: readonly string[] | null
  readonly ownerOffice: string | null
  readonly ownerPerson: PersonId | null
  readonly toReview: boolean
  /** The time of its last change; null when it has not changed since the plan was begun. */
  readonly changedAt: Date | null
}

/** The entries of plans of the reader's bodies. One query. */
export async function readEntryRows({ db, administrations }: Reader, plans: readonly PlanId[]) {
  if (plans.length === 0) return []
  const rows = await db
    .selectFrom('entry')
    .select(['plan_id', 'code', 'status', 'planned', 'offices', 'to_review', 'owner_office', 'owner_person'])
    .select((is) =>
      is
        .selectFrom('part_revision as change')
        .select('change.at')
        .whereRef('change.administration_id', '=', 'entry.administration_id')
        .where('change.subject', '=', sql<string>`'plan:' || entry.plan_id || '/entry:' || entry.code`)
        .orderBy('change.revision', 'desc')
        .limit(1)
        .as('at'),
    )
    .where('administration_id', 'in', [...administrations])
    .where('plan_id', 'in', [...plans])
    .execute()
  return rows.map(
    ({ plan_id, status, owner_office, owner_person, to_review, at, ...row }): EntryRow => ({
      code: row.code,
      planned: row.planned,
      offices: row.offices,
      plan: plan_id,
      status: status as Status | null,
      ownerOffice: owner_office,
      ownerPerson: owner_person,
      toReview: to_review,
      changedAt: at ?? null,
    }),
  )
}

/** When each plan of the reader's bodies was begun, according to the journal, by body and triennium. One query. */
export async function readBeginnings({ db, administrations }: Reader): Promise<ReadonlyMap<string, Date>> {
  if (administrations.length === 0) return new Map()
  const rows = await db
    .selectFrom('journal')
    .select([
      'administration_id',
      sql<Triennium>`event->>'triennium'`.as('triennium'),
      ({ fn }) => fn.min('at').as('at'),
    ])
    .where('administration_id', 'in', [...administrations])
    // Written exactly as in the index of migration 0006, so that the planner uses the index.
    .where(sql<boolean>`event->>'type' in ('planCreated', 'profileAdopted')`)
    .groupBy(['administration_id', sql`event->>'triennium'`])
    .execute()
  return new Map(rows.map(({ administration_id, triennium, at }) => [beginningKey(administration_id, triennium), at]))
}

/** The key of a plan among `readBeginnings`. */
export const beginningKey = (body: AdministrationId, triennium: Triennium): string => `${body} ${triennium}`

/** The number of open review comments of each plan. One query. */
export async function countOpenComments({ db, administrations }: Reader): Promise<ReadonlyMap<PlanId, number>> {
  if (administrations.length === 0) return new Map()
  const rows = await db
    .selectFrom('review_comment')
    .select((is) => ['plan_id', is.fn.countAll<string>().as('count')])
    .where('administration_id', 'in', [...administrations])
    .where('resolved_at', 'is', null)
    .groupBy('plan_id')
    .execute()
  return new Map(rows.map(({ plan_id, count }) => [plan_id, Number(count)]))
}

/** A person's unsaved drafts in the reader's bodies. One query. */
export async function readDrafts({ db, administrations }: Reader, person: PersonId) {
  if (administrations.length === 0) return []
  return await db
    .selectFrom('draft')
    .select(['administration_id as body', 'subject', 'saved_at as savedAt'])
    .where('administration_id', 'in', [...administrations])
    .where('person_id', '=', person)
    .execute()
}
