// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActionLineCode, AdministrationId } from '../../kernel/ids.ts'
import type { PublicReader, Reader } from '../../platform/db/tenants.ts'
import { type Status, statuses } from '../plans/index.ts'
import type { HitBody } from './model.ts'
import type { LinePlan } from './readers.ts'

/** The plans of bodies on an edition, with the status of one line. One query. */
export async function readLinePlans(
  { db }: Reader,
  ids: readonly AdministrationId[],
  edition: string,
  code: ActionLineCode,
): Promise<readonly LinePlan[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('plan')
    .innerJoin('administration', 'administration.id', 'plan.administration_id')
    .leftJoin('entry', (join) =>
      join
        .onRef('entry.administration_id', '=', 'plan.administration_id')
        .onRef('entry.plan_id', '=', 'plan.id')
        .on('entry.code', '=', code),
    )
    .select(['slug', 'name', 'triennium', 'status'])
    .where('plan.administration_id', 'in', [...ids])
    .where('plan.edition_id', '=', edition)
    .orderBy('name')
    .orderBy('triennium', 'desc')
    .execute()
  return rows.map(({ slug, name, triennium, status }) => ({
    body: { slug, name },
    triennium,
    ...(isStatus(status) && { status }),
  }))
}

const isStatus = (value: string | null): value is Status => statuses.some((status) => status === value)

/** The published plans on an edition, in Italian alphabetical order. One query. */
export async function readPublishedPlans({ db }: PublicReader, edition: string): Promise<readonly LinePlan[]> {
  const rows = await db
    .selectFrom('plan_version as version')
    .innerJoin('administration', 'administration.id', 'version.administration_id')
    .select(['slug', 'name', 'triennium'])
    .where('version.edition_id', '=', edition)
    .where('state', '=', 'published')
    .orderBy('name')
    .orderBy('triennium', 'desc')
    .execute()
  return rows.map(({ slug, name, triennium }) => ({ body: { slug, name }, triennium }))
}

/** The bodies that have published, in Italian alphabetical order. One query. */
export const readPublishers = ({ db }: PublicReader): Promise<(HitBody & { readonly id: AdministrationId })[]> =>
  db
    .selectFrom('administration')
    .select(['id', 'slug', 'name'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('plan_version')
          .select('number')
          .whereRef('plan_version.administration_id', '=', 'administration.id')
          .where('state', '=', 'published'),
      ),
    )
    .orderBy('name')
    .execute()

/** The lines for which files are evidence, by the file's hash; the newest plan first. One query. */
export async function readUses({ db }: Reader, ids: readonly AdministrationId[], files: readonly string[]) {
  if (ids.length === 0 || files.length === 0) return []
  return await db
    .selectFrom('evidence')
    .innerJoin('plan', (join) =>
      join.onRef('plan.administration_id', '=', 'evidence.administration_id').onRef('plan.id', '=', 'evidence.plan_id'),
    )
    .innerJoin('administration', 'administration.id', 'evidence.administration_id')
    .select(['slug', 'file_sha256 as file', 'triennium', 'code'])
    .where('evidence.administration_id', 'in', [...ids])
    .where('file_sha256', 'in', [...files])
    .orderBy('triennium', 'desc')
    .orderBy('code')
    .execute()
}
