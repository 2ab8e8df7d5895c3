// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Selectable } from 'kysely'
import type { AdministrationId, Slug } from '../../kernel/ids.ts'
import { withoutNulls } from '../../kernel/records.ts'
import type { Tables } from '../../platform/db/tables.ts'
import type { NationalWriter, Reader, Writer } from '../../platform/db/tenants.ts'
import type { Administration, AdministrationDetails, AdministrationKind, Facts, Office, Role } from './model.ts'
import { replaceOffices, replaceRoles } from './office-store.ts'
import type { Association } from './readers.ts'

/** Registers a body as a tenant and returns its key. Its slug must be free. */
export async function insertAdministration(
  { db }: NationalWriter,
  details: AdministrationDetails,
  address: { readonly slug: Slug; readonly demonstration: boolean },
): Promise<AdministrationId> {
  const row = await db
    .insertInto('administration')
    .values({ ...columns(details), ...address, facts: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The key of the body with this cadastral code or, for bodies that have none, this address; undefined if unknown. */
export async function findAdministrationId(
  { db }: Pick<NationalWriter, 'db'>,
  { cadastralCode }: AdministrationDetails,
  slug: Slug,
): Promise<AdministrationId | undefined> {
  const row = await db
    .selectFrom('administration')
    .select('id')
    .where((is) => (cadastralCode ? is('cadastral_code', '=', cadastralCode) : is('slug', '=', slug)))
    .executeTakeFirst()
  return row?.id
}

/** Locks the writer's body until the transaction ends; other writers of the body wait. */
export async function lockAdministration({ db, administration }: Writer): Promise<void> {
  await db.selectFrom('administration').select('id').where('id', '=', administration).forUpdate().execute()
}

/** Replaces the details, facts, offices and roles of the writer's body. */
export async function replaceAdministration(
  writer: Writer,
  details: AdministrationDetails,
  facts: Facts,
  offices: readonly Office[],
  roles: readonly Role[],
): Promise<void> {
  await writer.db
    .updateTable('administration')
    .set({ ...columns(details), facts: JSON.stringify(facts) })
    .where('id', '=', writer.administration)
    .execute()
  await replaceOffices(writer, offices)
  await replaceRoles(writer, roles)
}

/** Replaces what the writer’s body is called, its kind and codes; its inhabitants stay. */
export async function replaceDetails(
  { db, administration }: Writer,
  details: Omit<AdministrationDetails, 'population'>,
): Promise<void> {
  const { population: _, ...row } = columns(details)
  await db.updateTable('administration').set(row).where('id', '=', administration).execute()
}

/** Replaces the facts that decide which lines bind the writer's body. @param population undefined: unknown. */
export async function replaceFacts(
  { db, administration }: Writer,
  facts: Facts,
  population: number | undefined,
): Promise<void> {
  await db
    .updateTable('administration')
    .set({ facts: JSON.stringify(facts), population: population ?? null })
    .where('id', '=', administration)
    .execute()
}

const columns = (details: AdministrationDetails) => ({
  name: details.name,
  kind: details.kind,
  cadastral_code: details.cadastralCode ?? null,
  istat_code: details.istatCode ?? null,
  ipa_code: details.ipaCode ?? null,
  province: details.province ?? null,
  region: details.region ?? null,
  population: details.population ?? null,
})

/** Every registered body, in Italian alphabetical order: names and codes are public, plans are not here. */
export async function readAdministrations({ db }: Pick<Reader, 'db'>): Promise<readonly Administration[]> {
  const rows = await db.selectFrom('administration').selectAll().orderBy('name').execute()
  return rows.map(administrationFrom)
}

/** The body with a slug; undefined when there is none. */
export async function findAdministration({ db }: Pick<Reader, 'db'>, slug: Slug): Promise<Administration | undefined> {
  const row = await db.selectFrom('administration').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row && administrationFrom(row)
}

/** The body with a key; undefined when there is none. */
export async function findAdministrationById(
  { db }: Pick<Reader, 'db'>,
  id: AdministrationId,
): Promise<Administration | undefined> {
  const row = await db.selectFrom('administration').selectAll().where('id', '=', id).executeTakeFirst()
  return row && administrationFrom(row)
}

/** The body with a cadastral code; undefined when there is none. */
export async function findByCadastralCode(
  { db }: Pick<Reader, 'db'>,
  code: string,
): Promise<Administration | undefined> {
  const row = await db.selectFrom('administration').selectAll().where('cadastral_code', '=', code).executeTakeFirst()
  return row && administrationFrom(row)
}

/** A body from its row, also where another query has read it beside something else. */
export function administrationFrom(row: Selectable<Tables['administration']>): Administration {
  const { cadastral_code, istat_code, ipa_code, ...rest } = row
  const codes = withoutNulls({ cadastralCode: cadastral_code, istatCode: istat_code, ipaCode: ipa_code })
  return { ...withoutNulls(rest), ...codes, kind: row.kind as AdministrationKind, facts: row.facts }
}

/** Registers an association and its founding members, who joined on the given day (`yyyy-mm-dd`). */
export async function insertAssociation(
  { db }: NationalWriter,
  association: { readonly slug: string; readonly name: string; readonly demonstration: boolean },
  members: readonly AdministrationId[],
  joinedOn: string,
): Promise<void> {
  const { id } = await db.insertInto('association').values(association).returning('id').executeTakeFirstOrThrow()
  await db
    .insertInto('association_member')
    .values(
      members.map((member) => ({ association_id: id, administration_id: member, joined_on: joinedOn, left_on: null })),
    )
    .execute()
}

/** All associations with the slugs of their members on a day (`yyyy-mm-dd`), also those without members. */
export async function readAssociations({ db }: Pick<Reader, 'db'>, today: string): Promise<readonly Association[]> {
  const rows = await db
    .selectFrom('association')
    .leftJoin('association_member as member', (join) =>
      join
        .onRef('member.association_id', '=', 'association.id')
        .on('member.joined_on', '<=', today)
        .on((is) => is.or([is('member.left_on', 'is', null), is('member.left_on', '>', today)])),
    )
    .leftJoin('administration', 'administration.id', 'member.administration_id')
    .select(['association.slug', 'association.name', 'administration.slug as member'])
    .orderBy('association.name')
    .orderBy('administration.name')
    .execute()
  const bySlug = Map.groupBy(rows, ({ slug }) => slug)
  return [...bySlug].map(([slug, members]) => ({
    slug,
    name: members[0]?.name ?? slug,
    members: members.flatMap(({ member }) => member ?? []),
  }))
}

/** True when a body already has this slug. */
export async function isAddressTaken({ db }: Pick<NationalWriter, 'db'>, slug: Slug): Promise<boolean> {
  return (await db.selectFrom('administration').select('id').where('slug', '=', slug).executeTakeFirst()) !== undefined
}
