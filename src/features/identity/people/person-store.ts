// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely'
import type { PersonId } from '../../../kernel/access.ts'
import type { AccountReader, AccountWriter } from '../../../platform/db/accounts.ts'
import type { Person, PersonSummary } from '../model.ts'

/** A person with what sign-in needs to know. */
export type Account = Person & {
  readonly secondFactor: boolean
  readonly secondFactorDemanded: boolean
  readonly joined: boolean
  readonly disabled: boolean
}

const columns = ['id', 'name', 'email', 'second_factor', 'second_factor_demanded', 'joined_at', 'disabled_at'] as const

/** The person with a key; undefined when there is none. */
export const findPerson = async ({ db }: AccountReader, id: string): Promise<Account | undefined> =>
  toAccount(
    await db
      .selectFrom('person')
      .select(columns)
      .where('id', '=', id as PersonId)
      .executeTakeFirst(),
  )

/** The person with an email address, given in lower case. */
export const findPersonByEmail = async ({ db }: AccountReader, email: string): Promise<Account | undefined> =>
  toAccount(await db.selectFrom('person').select(columns).where('email', '=', email).executeTakeFirst())

type Row = Person & {
  second_factor: boolean
  second_factor_demanded: boolean
  joined_at: Date | null
  disabled_at: Date | null
}

const toAccount = (row: Row | undefined): Account | undefined =>
  row && {
    id: row.id,
    name: row.name,
    email: row.email,
    secondFactor: row.second_factor,
    secondFactorDemanded: row.second_factor_demanded,
    joined: row.joined_at !== null,
    disabled: row.disabled_at !== null,
  }

/** Adds a person; false when the email address is taken. */
export async function insertPerson({ db }: AccountWriter, person: Person, at: Date): Promise<boolean> {
  const { id, name, email } = person
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('person')
    .values({ id, name, email, created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Changes what is kept of a person. */
export async function updatePerson(
  { db }: AccountWriter,
  id: PersonId,
  changes: {
    readonly name?: string
    readonly second_factor?: boolean
    readonly second_factor_demanded?: boolean
    readonly disabled_at?: Date | null
    readonly joined_at?: Date
  },
  at: Date,
): Promise<void> {
  await db
    .updateTable('person')
    .set({ ...changes, updated_at: at })
    .where('id', '=', id)
    .execute()
}

/** Records that a person signed in; the first time ends their invitation. */
export async function notePresence({ db }: AccountWriter, id: PersonId, at: Date): Promise<void> {
  await db
    .updateTable('person')
    .set({ last_sign_in_at: at, joined_at: sql<Date>`coalesce(joined_at, ${at})` })
    .where('id', '=', id)
    .execute()
}

/** People, by name; all of them, or those with the given keys. */
export async function readPeople({ db }: AccountReader, ids?: readonly PersonId[]): Promise<readonly PersonSummary[]> {
  if (ids?.length === 0) return []
  const rows = await db
    .selectFrom('person')
    .select([...columns, 'last_sign_in_at'])
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? [])]))
    .orderBy('name')
    .orderBy('email')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    secondFactor: row.second_factor ? 'on' : row.second_factor_demanded ? 'demanded' : 'off',
    ...(row.last_sign_in_at && { lastSignIn: row.last_sign_in_at }),
    pending: row.joined_at === null,
    disabled: row.disabled_at !== null,
  }))
}
