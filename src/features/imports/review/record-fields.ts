// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FactName, type Facts, FactsSchema, type Office, type Role } from '../../administrations/index.ts'
import type { FundingMeasure, Spending } from '../../funding/index.ts'
import type { Entry, Initiative } from '../../plans/index.ts'
import type { RecordKind } from '../model.ts'
import type { Field, FieldSettings } from './fields.ts'

/** Every field of a record, in the order of the forms: the compiler asks for those that are missing. */
type FieldsOf<Content> = { readonly [Name in keyof Content]-?: FieldSettings }

const entry: FieldsOf<Entry> = {
  code: { label: 'Codice della linea d’azione', shape: 'line', required: true },
  activity: { label: 'Che cosa fa l’ente', shape: 'text' },
  status: { label: 'Stato', shape: 'status' },
  statusLabel: { label: 'Stato con le parole dell’ente', shape: 'line' },
  offices: { label: 'Uffici incaricati', shape: 'items' },
  funding: { label: 'Fonti di finanziamento', shape: 'items' },
  allocations: { label: 'Importi per fonte e anno', shape: 'allocations' },
  planned: { label: 'Data prevista', shape: 'date' },
  completed: { label: 'Data di completamento', shape: 'date' },
  notes: { label: 'Note', shape: 'text' },
  evidence: { label: 'Prove', shape: 'evidence' },
}

const initiative: FieldsOf<Initiative> = {
  title: { label: 'Titolo', shape: 'line', required: true },
  description: { label: 'Descrizione', shape: 'text' },
  office: { label: 'Ufficio', shape: 'line' },
  responsible: { label: 'Responsabile', shape: 'line' },
  planned: { label: 'Data o periodo previsto', shape: 'date' },
  resources: { label: 'Risorse', shape: 'text' },
  steps: { label: 'Passi', shape: 'items' },
  expectedResults: { label: 'Risultati attesi', shape: 'items' },
  lines: { label: 'Linee d’azione che serve', shape: 'items' },
  status: { label: 'Stato', shape: 'status' },
}

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
  entry: listed(entry),
  choice: listed(choice),
  initiative: listed(initiative),
  ownObjective: listed(initiative),
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
