// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely'
import type { NationalWriter, Writer } from '../../platform/db/tenants.ts'
import type { SearchedField } from '../records/index.ts'

/** A field that is searched, of the records of a kind. */
type FieldOfKind = SearchedField & { readonly kind: string }

/**
 * Says by which fields everything is indexed from now on.
 * @returns false where all that is there has been indexed by them already.
 */
export async function declareSearchedFields({ db }: NationalWriter, fields: readonly FieldOfKind[]): Promise<boolean> {
  const declared = JSON.stringify(fields)
  const changed = await db
    .insertInto('searched_fields')
    .values({ fields: declared, followed: false })
    .onConflict((conflict) =>
      conflict
        .column('single')
        .doUpdateSet({ fields: declared, followed: false })
        .where(({ or, eb, lit }) =>
          or([
            sql<boolean>`searched_fields.fields <> excluded.fields`,
            eb('searched_fields.followed', '=', lit(false)),
          ]),
        ),
    )
    .returning('single')
    .execute()
  return changed.length > 0
}

/** All that is there has been indexed by the fields that are declared. */
export async function markFollowed({ db }: NationalWriter): Promise<void> {
  await db.updateTable('searched_fields').set({ followed: true }).execute()
}

/** Indexes again all that a body has written and published: the triggers of its rows do it. */
export async function indexAgain({ db, administration }: Writer): Promise<void> {
  const own = { column: 'administration_id', id: administration } as const
  await db
    .updateTable('plan')
    .set(({ ref }) => ({ title: ref('title') }))
    .where(own.column, '=', own.id)
    .execute()
  await db
    .updateTable('entry')
    .set(({ ref }) => ({ position: ref('position') }))
    .where(own.column, '=', own.id)
    .execute()
  await db
    .updateTable('narrative')
    .set(({ ref }) => ({ part: ref('part') }))
    .where(own.column, '=', own.id)
    .execute()
  await db
    .updateTable('initiative')
    .set(({ ref }) => ({ position: ref('position') }))
    .where(own.column, '=', own.id)
    .execute()
  await db
    .selectFrom('plan_version as version')
    .select(sql`publish_parts(version)`.as('done'))
    .where('version.administration_id', '=', administration)
    .where('version.state', '=', 'published')
    .execute()
}
