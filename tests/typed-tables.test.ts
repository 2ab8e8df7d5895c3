// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { parseSync, type TSType } from 'oxc-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type TestDatabase } from './databases.ts'

const files = ['src/platform/db/tables.ts', 'src/kernel/ids.ts', 'src/kernel/access.ts']
const declared = new Map(
  files.flatMap((file) => {
    const path = fileURLToPath(new URL(`../${file}`, import.meta.url))
    const { program, errors } = parseSync(path, readFileSync(path, 'utf8'))
    if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
    return program.body.flatMap((statement) => {
      const type = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
      return type?.type === 'TSTypeAliasDeclaration' ? [[type.id.name, type.typeAnnotation] as const] : []
    })
  }),
)

/** The properties of an object type, also of several joined with `&`, by name. */
function propertiesOf(type: TSType | undefined): readonly (readonly [string, TSType])[] {
  if (type?.type === 'TSIntersectionType') return type.types.flatMap(propertiesOf)
  if (type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier') {
    return propertiesOf(declared.get(type.typeName.name))
  }
  if (type?.type !== 'TSTypeLiteral') throw new Error(`not an object type: ${type?.type}`)
  return type.members.map((member) => {
    if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier' || !member.typeAnnotation) {
      throw new Error(`not a column: ${member.type}`)
    }
    return [member.key.name, member.typeAnnotation.typeAnnotation] as const
  })
}

/** What a column gives when it is read, in one word and ` | null` where it may be empty. */
function kindOf(type: TSType): string {
  if (type.type === 'TSUnionType') {
    const kinds = type.types.map(kindOf)
    return [...kinds.filter((kind) => kind !== 'null'), ...kinds.filter((kind) => kind === 'null')].join(' | ')
  }
  if (type.type === 'TSArrayType') return `${kindOf(type.elementType)}[]`
  const keyword = /^TS(String|Number|Boolean|Null)Keyword$/.exec(type.type)?.[1]
  if (keyword) return keyword.toLowerCase()
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') throw new Error(`unknown: ${type.type}`)
  const { name } = type.typeName
  if (name === 'JSONColumnType') return 'JSON'
  if (name === 'Date' || name === 'Uint8Array') return name
  if (name === 'ColumnType' || name === 'Generated' || name === 'Branded') {
    const [selected] = type.typeArguments?.params ?? []
    if (selected) return kindOf(selected)
  }
  const alias = declared.get(name)
  if (!alias) throw new Error(`unknown type ${name}`)
  return kindOf(alias)
}

const typed = Object.fromEntries(
  propertiesOf(declared.get('Tables')).map(([table, columns]) => [
    table,
    Object.fromEntries(propertiesOf(columns).map(([column, type]) => [column, kindOf(type)])),
  ]),
)

/** What both engines give for a value of a type of PostgreSQL. A type that is not here fails the test: decide it. */
const given: Readonly<Record<string, string>> = {
  text: 'string',
  int4: 'number',
  float4: 'number',
  int8: 'string',
  numeric: 'string',
  bool: 'boolean',
  date: 'string',
  timestamptz: 'Date',
  bytea: 'Uint8Array',
  jsonb: 'JSON',
  tsvector: 'string',
  _text: 'string[]',
}

describe.each(engines)('the typed tables, on $name', ({ open }) => {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  test('are those that the migrations make: each table, each column, whether it may be empty, what it gives', async () => {
    const { rows } = await sql<{ table: string; column: string; type: string; empty: boolean }>`
      select c.relname as "table", a.attname as "column", t.typname as type, not a.attnotnull as empty
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
        and a.attnum > 0 and not a.attisdropped
        -- The list of the migrations that were applied is of the migrations alone.
        and c.relname <> 'migration'`.execute(opened.database.kysely)
    const tables: Record<string, Record<string, string>> = {}
    for (const { table, column, type, empty } of rows) {
      tables[table] ??= {}
      tables[table][column] = `${given[type] ?? `unknown: ${type}`}${empty ? ' | null' : ''}`
    }
    expect(tables).toEqual(typed)
  })
})
