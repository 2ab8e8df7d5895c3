// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AdministrationId, Triennium } from '../../../../kernel/ids.ts'
import type { Tables } from '../../../../platform/db/tables.ts'
import type { AccessReader, Reader, Remover } from '../../../../platform/db/tenants.ts'

type OfBody = {
  [Name in keyof Tables]: Tables[Name] extends { administration_id: unknown } ? Name : never
}[keyof Tables]

/** What was approved stays: the database deletes neither a frozen version nor the plan that has one. */
type Frozen = 'plan_version' | 'version_document' | 'published_part'

/** Every table that has rows of a body, those that refer to others first. */
const removed = Object.keys({
  proposal: true,
  import: true,
  draft: true,
  phrase: true,
  review_comment: true,
  evidence: true,
  entry: true,
  narrative: true,
  initiative: true,
  spending: true,
  funding_project: true,
  document: true,
  plan: true,
  attachment: true,
  search_part: true,
  part_revision: true,
  administration_role: true,
  office: true,
  role_grant: true,
  association_member: true,
  journal: true,
} satisfies Record<Exclude<OfBody, Frozen>, true>) as readonly Exclude<OfBody, Frozen>[]

/** What a body has and would lose. */
export type Belongings = {
  /** Newest first. */
  readonly plans: readonly Triennium[]
  readonly attachments: number
  readonly imports: number
  /** Frozen versions of its plans: with one of these it is not removed. */
  readonly approved: readonly { readonly triennium: Triennium; readonly number: number }[]
}

/** What a body has, by what it would lose. */
export async function findBelongings({ db }: Pick<Reader, 'db'>, id: AdministrationId): Promise<Belongings> {
  const plans = await db
    .selectFrom('plan')
    .select('triennium')
    .where('administration_id', '=', id)
    .orderBy('triennium', 'desc')
    .execute()
  const approved = await db
    .selectFrom('plan_version')
    .select(['triennium', 'number'])
    .where('administration_id', '=', id)
    .orderBy('triennium')
    .orderBy('number')
    .execute()
  const count = async (table: 'attachment' | 'import') => {
    const rows = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('administration_id', '=', id)
      .execute()
    return Number(rows[0]?.count ?? 0)
  }
  return {
    plans: plans.map(({ triennium }) => triennium),
    approved,
    attachments: await count('attachment'),
    imports: await count('import'),
  }
}

/** The e-mail addresses of those who hold a role on a body itself, in their order. */
export async function findHolders({ db }: AccessReader, id: AdministrationId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select('person.email')
    .distinct()
    .where('administration_id', '=', id)
    .where('revoked_at', 'is', null)
    .orderBy('person.email')
    .execute()
  return rows.map(({ email }) => email)
}

/** The last line of a body's journal: how many there are, and the hash that stands for all of them. */
export const findJournalHead = async ({ db, administration }: Remover) =>
  await db
    .selectFrom('journal')
    .select(['sequence', 'hash'])
    .where('administration_id', '=', administration)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Locks the body until the transaction ends: nobody writes anything of it, nor approves, meanwhile. */
export async function lockForRemoval({ db, administration }: Remover): Promise<void> {
  await db.selectFrom('administration').select('id').where('id', '=', administration).forUpdate().execute()
}

/** Deletes the body and all its rows. It must not have a frozen version. */
export async function deleteBody({ db, administration }: Remover): Promise<void> {
  for (const table of removed) await db.deleteFrom(table).where('administration_id', '=', administration).execute()
  await db.deleteFrom('administration').where('id', '=', administration).execute()
}
