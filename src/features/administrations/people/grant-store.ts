// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Selectable, sql } from 'kysely'
import type { PersonId, RoleName } from '../../../kernel/access.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import type { Slug } from '../../../kernel/ids.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import type { AccessReader, NationalWriter } from '../../../platform/db/tenants.ts'
import type { GrantPlace, Memberships } from '../policy.ts'
import type { GrantWish, HeldGrant } from '../rules.ts'

/** Roles that people hold, and the members, on one day, of the associations concerned. */
export type KnownGrants = { readonly grants: readonly HeldGrant[]; readonly members: Memberships }

type Source = AccessReader

/**
 * A person's roles that are neither revoked nor ended. Delegated ones come with the roles of the person who delegated,
 * those given by delegation with the delegation. One query.
 */
export const readGrantsOf = async (source: Source, person: PersonId, today: IsoDate): Promise<KnownGrants> => {
  const known = toGrants(await grantRows(source, today).where('grant.id', 'in', rolesBehind(person)).execute())
  return { ...known, grants: known.grants.filter((grant) => grant.person === person) }
}

/** The keys of a person's roles and of those that they rest on. */
const rolesBehind = (person: PersonId) => sql<number>`(
  with recursive behind (id, delegated_by, granted_under) as (
    select id, delegated_by, granted_under from role_grant where person_id = ${person}
    union
    select other.id, other.delegated_by, other.granted_under from role_grant other
    join behind on other.id = behind.granted_under or other.person_id = behind.delegated_by
  )
  select id from behind
)`

/** Everybody's roles that are neither revoked nor ended. One query. */
export const readGrants = async (source: Source, today: IsoDate): Promise<KnownGrants> =>
  toGrants(await grantRows(source, today).execute())

/** Locks the removal of platform administrators until the transaction ends; others who try it wait. */
export async function lockAdministrators({ db }: Source): Promise<void> {
  await db
    .selectFrom('role_grant')
    .select('id')
    .where('role', '=', 'platformAdministrator')
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Locks this person's roles until the transaction ends; other writers wait. */
export async function lockRolesOf({ db }: Source, person: PersonId): Promise<void> {
  await db
    .selectFrom(sql`pg_advisory_xact_lock(7410368, hashtext(${person}))`.as('lock'))
    .select(sql`1`.as('held'))
    .execute()
}

/** Stores a checked role and returns its key; undefined when the place does not exist. */
export async function insertGrant(source: NationalWriter, wish: GrantWish): Promise<number | undefined> {
  const place = await placeColumns(source, wish.on)
  if (!place) return undefined
  const { id } = await source.db
    .insertInto('role_grant')
    .values({
      ...place,
      person_id: wish.person,
      role: wish.role,
      office: wish.office ?? null,
      starts_on: wish.startsOn,
      ends_on: wish.endsOn ?? null,
      delegated_by: wish.delegator ?? null,
      granted_under: wish.under?.id ?? null,
      revoked_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** True when a person has or ever had a role. */
export const hasEverHeldRole = async ({ db }: Source, person: PersonId): Promise<boolean> =>
  (await db.selectFrom('role_grant').select('id').where('person_id', '=', person).limit(1).executeTakeFirst()) !==
  undefined

/** True when a place exists. */
export const isPlace = async (source: Source, on: GrantPlace): Promise<boolean> =>
  (await placeColumns(source, on)) !== undefined

/** Revokes a role from now on. */
export async function markRevoked({ db }: NationalWriter, id: number): Promise<void> {
  await db
    .updateTable('role_grant')
    .set({ revoked_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}

async function placeColumns({ db }: Source, on: GrantPlace) {
  if (on.kind === 'platform') return { administration_id: null, association_id: null }
  const row = await db.selectFrom(on.kind).select('id').where('slug', '=', on.slug).executeTakeFirst()
  if (!row) return undefined
  return on.kind === 'association'
    ? { administration_id: null, association_id: row.id }
    : { administration_id: row.id as Tables['office']['administration_id'], association_id: null }
}

const grantRows = ({ db }: Source, today: IsoDate) =>
  db
    .selectFrom('role_grant as grant')
    .innerJoin('person', 'person.id', 'grant.person_id')
    .leftJoin('administration', 'administration.id', 'grant.administration_id')
    .leftJoin('association', 'association.id', 'grant.association_id')
    .selectAll('grant')
    .select([
      'administration.slug as body',
      'association.slug as association',
      'person.joined_at',
      'person.disabled_at',
    ])
    .select((is) =>
      is
        .selectFrom('association_member as member')
        .innerJoin('administration as body', 'body.id', 'member.administration_id')
        .select(sql<Slug[]>`array_agg(body.slug order by body.slug)`.as('slugs'))
        .whereRef('member.association_id', '=', 'grant.association_id')
        .where('member.joined_on', '<=', today)
        .where((or) => or.or([or('member.left_on', 'is', null), or('member.left_on', '>', today)]))
        .as('members'),
    )
    .where('grant.revoked_at', 'is', null)
    .where((is) => is.or([is('grant.ends_on', 'is', null), is('grant.ends_on', '>=', today)]))
    .orderBy('grant.id')

type GrantRow = Selectable<Tables['role_grant']> & {
  readonly body: Slug | null
  readonly association: string | null
  readonly members: Slug[] | null
  readonly joined_at: Date | null
  readonly disabled_at: Date | null
}

/** @param rows in the order of their keys: a role is younger than the one because of which it was given */
function toGrants(rows: readonly GrantRow[]): KnownGrants {
  const known = new Map<number, HeldGrant>()
  const own = Map.groupBy(
    rows.filter(({ delegated_by, disabled_at }) => delegated_by === null && disabled_at === null),
    ({ person_id }) => person_id,
  )
  for (const row of rows) {
    const under = row.granted_under === null ? undefined : known.get(row.granted_under)
    // Without the role because of which it was given it has ended too.
    if (row.granted_under !== null && !under) continue
    const grant = { ...toGrant(row), ...(under && { under }) }
    if (row.delegated_by === null) known.set(row.id, grant)
    else {
      // What came by delegation is delegated on only if it was there before: nothing rests on itself.
      const from = (own.get(row.delegated_by) ?? []).flatMap((other): HeldGrant[] => {
        if (other.granted_under === null) return [toGrant(other)]
        const earlier = other.id < row.id ? known.get(other.id) : undefined
        return earlier ? [earlier] : []
      })
      known.set(row.id, { ...grant, delegation: { by: row.delegated_by, from } })
    }
  }
  return {
    grants: [...known.values()],
    members: new Map(
      rows.flatMap(({ association, members }) => (association === null ? [] : [[association, members ?? []]])),
    ),
  }
}

const toGrant = (row: GrantRow): HeldGrant => ({
  id: row.id,
  person: row.person_id,
  role: row.role as RoleName,
  on: placeOf(row),
  ...(row.office !== null && { office: row.office }),
  startsOn: row.starts_on,
  ...(row.ends_on !== null && { endsOn: row.ends_on }),
  revoked: row.revoked_at !== null,
  account: row.disabled_at !== null ? 'disabled' : row.joined_at === null ? 'invited' : 'active',
})

function placeOf({ body, association }: GrantRow): GrantPlace {
  if (body !== null) return { kind: 'administration', slug: body }
  return association === null ? { kind: 'platform' } : { kind: 'association', slug: association }
}
