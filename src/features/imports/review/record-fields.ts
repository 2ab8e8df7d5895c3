// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FactName, type Facts, FactsSchema, type Office, type Role } from '../../administrations/index.ts'
import type { FundingMeasure, Spending } from '../../funding/index.ts'
import { entryContentFields, initiativeFields } from '../../plans/index.ts'
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

const funding: FieldsOf<FundingMeasure> = {
  measure: { label: 'Misura', shape: 'line', required: true },
  title: { label: 'Titolo', shape: 'line', required: true },
  year: { label: 'Anno', shape: 'year' },
  amount: { label: 'Importo in euro', shape: 'amount' },
  cup: { label: 'CUP', shape: 'line' },
  progress: { label: 'Stato di attuazione', shape: 'text' },
  certification: { label: 'Asseverazione', shape: 'line' },
  payment: { label: 'Erogazione', shape: 'line' },
}

const spending: FieldsOf<Spending> = {
  year: { label: 'Anno', shape: 'year', required: true },
  kind: { label: 'Consuntivo o previsione', shape: 'spendingKind', required: true },
  amount: { label: 'Importo in euro', shape: 'amount', required: true },
  source: { label: 'Fonte', shape: 'line' },
  note: { label: 'Nota', shape: 'text' },
}

const narrative: FieldsOf<{ part: string; markdown: string }> = {
  part: { label: 'Parte del piano', shape: 'part', required: true },
  markdown: { label: 'Testo', shape: 'text', required: true },
}

const choice: FieldsOf<{ code: string; chosen: boolean }> = {
  code: { label: 'Codice della linea facoltativa', shape: 'line', required: true },
  chosen: { label: 'L’ente ha scelto di attuarla', shape: 'answer', required: true },
}

const office: FieldsOf<Office> = {
  name: { label: 'Nome dell’ufficio', shape: 'line', required: true },
  description: { label: 'Che cosa fa', shape: 'text' },
}

const role: FieldsOf<Role> = {
  role: { label: 'Ruolo', shape: 'line', required: true },
  holder: { label: 'Posizione che lo ricopre', shape: 'line', required: true },
  act: { label: 'Atto di nomina', shape: 'act' },
}

const title: FieldsOf<{ title: string }> = { title: { label: 'Titolo del piano', shape: 'line', required: true } }

const facts = Object.fromEntries(
  Object.entries(FactsSchema.shape).map(([name, { description }]) => [
    name,
    { label: description?.split(':')[0] ?? name, shape: 'answer' } satisfies FieldSettings,
  ]),
) as FieldsOf<Facts>

const listed = <Content>(fields: FieldsOf<Content>): readonly Field[] =>
  Object.entries<FieldSettings>(fields).map(([name, settings]) => ({ name, ...settings }))

/** The fields of each kind of record, in the order of the forms. */
export const recordFields: Readonly<Record<RecordKind, readonly Field[]>> = {
  title: listed(title),
  entry,
  choice: listed(choice),
  initiative,
  ownObjective: initiative,
  funding: listed(funding),
  spending: listed(spending),
  narrative: listed(narrative),
  facts: listed(facts),
  office: listed(office),
  role: listed(role),
}

/** The answers that a fact may have: yes and no, or the groups of a data centre. */
export const answersOf = (name: string): readonly string[] =>
  (name as FactName) === 'dataCentreGroup' ? ['none', 'A', 'B'] : ['si', 'no']
