// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql } from 'kysely'
import type { PlanId } from '../../../kernel/ids.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import type { Reader, Writer } from '../../../platform/db/tenants.ts'
import type { Fields } from '../field.ts'
import { type RecordOwner, subjectOf } from '../record-kind.ts'
import { fromColumns, toColumns } from '../sheets/columns.ts'
import { findRevisionNumbers } from '../storage/revision-store.ts'
import { keepNumbers, type NumberedRecord } from './keep-numbers.ts'

export type { NumberedRecord } from './keep-numbers.ts'

type NumberedColumns = { plan_id: PlanId; number: number; position: number; carried_from: string | null }

/** The tables whose rows are records with a number, in the order of their positions. */
type NumberedTable = {
  [Name in keyof Tables]: Tables[Name] extends NumberedColumns ? Name : never
}[keyof Tables]

type PlanOwner = RecordOwner & { readonly id: PlanId }

/** Reads and writes records that have a number each, in their plan. */
export type NumberedStore<Content> = {
  /** In their order. */
  list(reader: Reader, plan: PlanOwner): Promise<readonly NumberedRecord<Content>[]>
  find(reader: Reader, plan: PlanOwner, number: number): Promise<NumberedRecord<Content> | undefined>
  /** In place of the one of that number or, where there is none, before those of higher numbers; undefined takes it away. */
  write(writer: Writer, plan: PlanOwner, number: number, content: Content | undefined): Promise<void>
  /** Into a plan that has none of these numbers, in this order. */
  insert(writer: Writer, plan: PlanOwner, records: readonly NumberedRecord<Content>[]): Promise<void>
  /** All that a plan has, in this order: those that were there keep their numbers. */
  replace(writer: Writer, plan: PlanOwner, contents: readonly Content[]): Promise<void>
  /** A number that no record of the plan ever had: one that was taken away keeps its own. */
  nextNumber(reader: Reader, plan: PlanOwner): Promise<number>
}

type NumberedSettings<Content> = {
  /** The name of the kind. */
  readonly name: string
  readonly table: NumberedTable
  readonly fields: Fields<Content>
  /** What tells records apart for people, to find them in a file that holds no numbers. */
  readonly nameOf: (content: Content) => string
}

/** The store of a kind of records that have a number each. */
export function numberedStore<Content extends object>(settings: NumberedSettings<Content>): NumberedStore<Content> {
  const { name, fields, nameOf } = settings
  // The columns that are used by name are those that all such tables have.
  const table = settings.table as 'initiative'
  const kind = { name, scope: 'plan' } as const

  const fromRow = ({ number, carried_from, ...row }: Selectable<Tables['initiative']>): NumberedRecord<Content> => ({
    number,
    content: fromColumns(fields, row),
    ...(carried_from !== null && { carriedFrom: carried_from }),
  })
  const select = ({ db }: Reader, { administration, id }: PlanOwner) =>
    db.selectFrom(table).selectAll().where('administration_id', '=', administration).where('plan_id', '=', id)
  const remove = ({ db, administration }: Writer, { id }: PlanOwner) =>
    db.deleteFrom(table).where('administration_id', '=', administration).where('plan_id', '=', id)
  const columns = (content: Content) => toColumns(fields, content) as Omit<Insertable<Tables['initiative']>, 'number'>

  const store: NumberedStore<Content> = {
    list: async (reader, plan) =>
      (await select(reader, plan).orderBy('position').orderBy('number').execute()).map(fromRow),
    async find(reader, plan, number) {
      const row = await select(reader, plan).where('number', '=', number).executeTakeFirst()
      return row && fromRow(row)
    },
    async write(writer, plan, number, content) {
      if (!content) {
        await remove(writer, plan).where('number', '=', number).execute()
        return
      }
      const { administration, db } = writer
      const values = columns(content)
      await db
        .insertInto(table)
        .values(({ selectFrom }) => ({
          ...values,
          administration_id: administration,
          plan_id: plan.id,
          number,
          position: selectFrom(table)
            .where('administration_id', '=', administration)
            .where('plan_id', '=', plan.id)
            .select(
              sql<number>`coalesce(min(position) filter (where number > ${number}), max(position) + 1, 0)`.as('place'),
            ),
        }))
        .onConflict((conflict) => conflict.columns(['administration_id', 'plan_id', 'number']).doUpdateSet(values))
        .execute()
    },
    async insert({ db, administration }, { id }, records) {
      if (records.length === 0) return
      await db
        .insertInto(table)
        .values(
          records.map(({ number, content, carriedFrom }, position) => ({
            ...columns(content),
            administration_id: administration,
            plan_id: id,
            number,
            position,
            carried_from: carriedFrom ?? null,
          })),
        )
        .execute()
    },
    async replace(writer, plan, contents) {
      const stored = await store.list(writer, plan)
      const records = keepNumbers(stored, contents, nameOf, await store.nextNumber(writer, plan))
      await remove(writer, plan).execute()
      await store.insert(writer, plan, records)
    },
    async nextNumber(reader, plan) {
      const prefix = `${subjectOf(kind, plan, '')}:`
      const former = [...(await findRevisionNumbers(reader, plan, prefix)).keys()]
      const numbers = [
        ...(await store.list(reader, plan)).map(({ number }) => number),
        ...former.map((subject) => Number(subject.slice(prefix.length))),
      ]
      return Math.max(-1, ...numbers) + 1
    },
  }
  return store
}
