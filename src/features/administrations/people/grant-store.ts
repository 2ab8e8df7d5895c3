// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Selectable, sql } from 'kysely'
import type { PersonId, RoleName } from '../../../kernel/access.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import type { Slug } from '../../../kernel/ids.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import type { AccessReader, NationalWriter } from '../../../platform/db/tenants.ts'
import type { Grant, GrantPlace, Memberships } from '../policy.ts'
import type { GrantWish, HeldGrant } from '../rules.ts'

/** Roles that people hold, and the members, on one day, of the associations concerned. */
export type KnownGrants = { readonly grants: readonly HeldGrant[]; readonly members: Memberships }

type Source = AccessReader

/**
 * A person's roles that are neither revoked nor ended. Delegated ones come with the roles of the person who delegated.
 * One query.
 */
export const readGrantsOf = async (source: Source, person: PersonId, today: IsoDate): Promise<KnownGrants> => {
  const known = toGrants(
    await grantRows(source, today)
      .where((is) =>
        is.or([
          is('grant.person_id', '=', person),
          is(
            'grant.person_id',
            'in',
            is
              .selectFrom('role_grant')
              .select('delegated_by')
              .where('person_id', '=', person)
              .where('delegated_by', 'is not', null)
              .$castTo<{ delegated_by: PersonId }>(),
          ),
        ]),
      )
      .execute(),
  )
  return { ...known, grants: known.grants.filter((grant) => grant.person === person) }
}

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

function toGrants(rows: readonly GrantRow[]): KnownGrants {
  const plain = rows.map((row) => ({ row, grant: toGrant(row) }))
  const byPerson = Map.groupBy(plain, ({ row }) => row.person_id)
  return {
    grants: plain.map(({ row, grant }) => {
      if (row.delegated_by === null) return grant
      const from = (byPerson.get(row.delegated_by) ?? []).flatMap((own): Grant[] =>
        own.row.delegated_by === null && own.grant.account !== 'disabled' ? [own.grant] : [],
      )
      return { ...grant, delegation: { by: row.delegated_by, from } }
    }),
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
