// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../../kernel/dates.ts'
import type { AdministrationId } from '../../../kernel/ids.ts'
import type { NationalWriter, Reader } from '../../../platform/db/tenants.ts'
import type { AssociationSheet, Membership } from '../readers.ts'

type Source = Pick<Reader, 'db'>

/** An association with its present and past members; undefined when the address has none. */
export async function findAssociation({ db }: Source, slug: string): Promise<AssociationSheet | undefined> {
  const found = await db.selectFrom('association').select(['slug', 'name']).where('slug', '=', slug).executeTakeFirst()
  if (!found) return undefined
  const rows = await db
    .selectFrom('association_member as member')
    .innerJoin('association', 'association.id', 'member.association_id')
    .innerJoin('administration', 'administration.id', 'member.administration_id')
    .select(['administration.slug', 'administration.name', 'member.joined_on', 'member.left_on'])
    .where('association.slug', '=', slug)
    .orderBy('administration.name')
    .orderBy('member.joined_on')
    .execute()
  return {
    ...found,
    memberships: rows.map(
      ({ slug, name, joined_on, left_on }): Membership => ({
        administration: { slug, name },
        joinedOn: joined_on,
        ...(left_on !== null && { leftOn: left_on }),
      }),
    ),
  }
}

/** The address, name and key of each association, in Italian alphabetical order. */
export const listAssociations = ({ db }: Source): Promise<{ slug: string; name: string }[]> =>
  db.selectFrom('association').select(['slug', 'name']).orderBy('name').execute()

/** Registers an association without members. Its address must be free. */
export async function insertEmptyAssociation(
  { db }: NationalWriter,
  association: { readonly slug: string; readonly name: string },
): Promise<void> {
  await db.insertInto('association').values(association).execute()
}

/** Locks the association's members until the transaction ends; other writers wait. */
export async function lockAssociation({ db }: NationalWriter, slug: string): Promise<void> {
  await db.selectFrom('association').select('id').where('slug', '=', slug).forUpdate().execute()
}

/** Makes a body a member from a day on; both must exist. */
export async function insertMember(
  { db }: NationalWriter,
  association: string,
  administration: AdministrationId,
  joinedOn: IsoDate,
): Promise<void> {
  await db
    .insertInto('association_member')
    .values((is) => ({
      association_id: is.selectFrom('association').select('id').where('slug', '=', association),
      administration_id: administration,
      joined_on: joinedOn,
      left_on: null,
    }))
    .execute()
}

/** Ends the present membership. The given day is the first on which the body is not a member. */
export async function endMembership(
  { db }: NationalWriter,
  association: string,
  administration: AdministrationId,
  leftOn: IsoDate,
): Promise<void> {
  await db
    .updateTable('association_member')
    .set({ left_on: leftOn })
    .where('administration_id', '=', administration)
    .where('association_id', '=', (is) => is.selectFrom('association').select('id').where('slug', '=', association))
    .where('left_on', 'is', null)
    .execute()
}
