// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FactName, factFields, officeFields, roleFields } from '../../administrations/index.ts'
import { fundingProjectFields, spendingFields } from '../../funding/index.ts'
import { entryContentFields, initiativeFields, titleKind } from '../../plans/index.ts'
import { anyField, type Fields, fieldNames } from '../../records/index.ts'
import type { RecordKind } from '../model.ts'
import type { Field, FieldSettings, Shape } from './fields.ts'

/** Every field of a record, in the order of the forms: the compiler asks for those that are missing. */
type FieldsOf<Content> = { readonly [Name in keyof Content]-?: FieldSettings }

/**
 * The fields of a declared record, called as they are declared. One whose value is typed in a way of its own says how;
 * any other is typed as in the cell of a sheet.
 */
const declared = <Content extends object>(
  fields: Fields<Content>,
  shapes: { readonly [Name in keyof NoInfer<Content>]?: Shape },
): readonly Field[] =>
  fieldNames(fields)
    .filter((name) => !fields[name].unprinted)
    .map((name) => {
      const { label, required, cell } = anyField(fields, name)
      const shape = shapes[name]
      return { name, label, ...(required && { required }), ...(shape ? { shape } : { shape: 'cell', cell }) }
    })

const entry: readonly Field[] = [
  { name: 'code', label: 'Codice della linea d’azione', shape: 'line', required: true },
  ...declared(entryContentFields, {
    activity: 'text',
    status: 'status',
    statusLabel: 'line',
    offices: 'items',
    funding: 'items',
    allocations: 'allocations',
    planned: 'date',
    completed: 'date',
    notes: 'text',
    evidence: 'evidence',
  }),
]

const initiative = declared(initiativeFields, {
  title: 'line',
  description: 'text',
  office: 'line',
  responsible: 'line',
  planned: 'date',
  resources: 'text',
  steps: 'items',
  expectedResults: 'items',
  lines: 'items',
  status: 'status',
})

const funding = declared(fundingProjectFields, {
  measure: 'line',
  title: 'line',
  year: 'year',
  amount: 'amount',
  cup: 'line',
  progress: 'text',
  certification: 'line',
  payment: 'line',
})

const spending = declared(spendingFields, {
  year: 'year',
  kind: 'spendingKind',
  amount: 'amount',
  source: 'line',
  note: 'text',
})

const office = declared(officeFields, { name: 'line', description: 'text' })
const role = declared(roleFields, { role: 'line', holder: 'line' })
const { label, description = label } = titleKind.fields.title
const title: readonly Field[] = [{ name: 'title', label: description, shape: 'line', required: true }]
const facts: readonly Field[] = fieldNames(factFields).map((name) => ({
  name,
  label: factFields[name].label,
  shape: 'answer',
}))

/** A text and a choice are records of their own here, which say which of them they are. */
const narrative: FieldsOf<{ part: string; markdown: string }> = {
  part: { label: 'Parte del piano', shape: 'part', required: true },
  markdown: { label: 'Testo', shape: 'text', required: true },
}

const choice: FieldsOf<{ code: string; chosen: boolean }> = {
  code: { label: 'Codice della linea facoltativa', shape: 'line', required: true },
  chosen: { label: 'L’ente ha scelto di attuarla', shape: 'answer', required: true },
}

const listed = <Content>(fields: FieldsOf<Content>): readonly Field[] =>
  Object.entries<FieldSettings>(fields).map(([name, settings]) => ({ name, ...settings }))

/** The fields of each kind of record, in the order of the forms. */
export const recordFields: Readonly<Record<RecordKind, readonly Field[]>> = {
  title,
  entry,
  choice: listed(choice),
  initiative,
  ownObjective: initiative,
  funding,
  spending,
  narrative: listed(narrative),
  facts,
  office,
  role,
}

/** The answers that a fact may have: yes and no, or the groups of a data centre. */
export const answersOf = (name: string): readonly string[] =>
  (name as FactName) === 'dataCentreGroup' ? ['none', 'A', 'B'] : ['si', 'no']
