// SPDX-License-Identifier: AGPL-3.0-or-later

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Facts,
  factFields,
  type Office,
  officeFields,
  type Role,
  roleFields,
} from '../src/features/administrations/index.ts'
import { wordsOfFormat } from '../src/features/documents/views/formats.ts'
import { type FundingProject, fundingProjectFields } from '../src/features/funding/funding-project-fields.ts'
import { type Spending, spendingFields } from '../src/features/funding/spending-fields.ts'
import {
  choiceField,
  type Entry,
  type EntryContent,
  entryContentFields,
  type Initiative,
  initiativeFields,
  textKind,
  titleKind,
} from '../src/features/plans/index.ts'
import { type Profile, type SheetedKind, sheetedKinds } from '../src/features/profiles/index.ts'
import { profileYaml } from '../src/features/profiles/write-yaml.ts'
import { type Fields, fieldNames, fieldWords } from '../src/features/records/index.ts'
import { trienniumOf } from '../src/kernel/ids.ts'
import { timone } from './command-line.ts'
import { readText, squeeze } from './document-texts.ts'

// Every field of every kind has a value of its own here: the types ask for it when one is added.

const entry: Required<Entry> = {
  code: 'CAP3.PA.18',
  activity: 'Gli uffici frequentano tre corsi di base.',
  status: 'inProgress',
  statusLabel: 'Avviata a metà',
  progress: 37,
  offices: ['Ufficio del personale', 'Segreteria'],
  funding: ['Bilancio comunale', 'Avviso regionale'],
  allocations: [{ source: 'Fondo per la formazione', year: 2026, amount: '1234.50' }],
  planned: '2026-11-30',
  completed: 'a fine corso',
  notes: 'Il secondo corso è ripetuto in autunno.',
  evidence: [
    { label: 'Programma dei corsi', url: 'https://vallechiara.example/corsi' },
    { label: 'Registro delle presenze', file: { name: 'registro.pdf', sha256: 'ab'.repeat(32) } },
  ],
}

const initiative: Required<Initiative> = {
  title: 'Sportello nelle frazioni',
  description: 'Un impiegato porta il computer nelle frazioni.',
  baseline: 'Nelle frazioni non c’è sportello.',
  office: 'Anagrafe',
  responsible: 'Responsabile dei servizi demografici',
  planned: 'ogni primo lunedì',
  resources: 'Un furgone attrezzato',
  steps: ['Scelta delle frazioni', 'Calendario delle visite'],
  expectedResults: ['Duecento pratiche in un anno'],
  lines: ['CAP1.PA.08'],
  status: 'planned',
}

const spending: Required<Spending> = {
  year: 2025,
  kind: 'forecast',
  source: 'Fondo di coesione',
  amount: '5432.10',
  note: 'Comprende la manutenzione.',
}

const measure: Required<FundingProject> = {
  measure: '1.4.3',
  title: 'Pagamenti in rete',
  cup: 'J51F22001230006',
  year: 2025,
  amount: '9876.00',
  progress: 'Contratto firmato',
  certification: 'Chiesta a marzo',
  payment: 'Attesa per giugno',
}

const office: Required<Office> = { name: 'Servizio informatica', description: 'Tiene i sistemi e i dati.' }

const role: Required<Role> = {
  role: 'Responsabile per la transizione digitale',
  holder: 'Segretaria comunale',
  act: { body: 'Giunta comunale', number: '31/bis', date: '2024-02-20' },
}

const facts = Object.fromEntries(
  fieldNames(factFields).map((name) => [name, name === 'dataCentreGroup' ? 'B' : true]),
) as Facts

const text = { markdown: 'Il piano nasce dall’ascolto delle frazioni.' }
const title = { title: 'Il digitale in valle' }

const profile: Profile = {
  administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901', population: 7200 },
  facts,
  offices: [office],
  roles: [role],
  plan: {
    ...title,
    triennium: trienniumOf('2025-2027'),
    edition: '2024-2026',
    choices: { 'CAP1.PA.01': false },
    narrative: { introduction: text.markdown },
    entries: [entry],
    initiatives: [initiative],
  },
  spending: [spending],
  fundingMeasures: [measure],
}

const formats = ['pdf', 'docx', 'odt', 'html', 'xlsx', 'csv', 'json', 'ics'] as const
type Format = (typeof formats)[number]
const texts = new Map<Format, string>()

type Kind = {
  readonly name: 'entry' | SheetedKind
  readonly fields: Fields<Record<string, unknown>>
  readonly content: Readonly<Record<string, unknown>>
}
const kind = <Content extends object>(
  name: Kind['name'],
  fields: Fields<Content>,
  content: Partial<Content>,
): Kind => ({ name, fields: fields as unknown as Kind['fields'], content })

const kinds: readonly Kind[] = [
  kind('entry', entryContentFields, entry as Partial<EntryContent>),
  kind('initiative', initiativeFields, initiative),
  kind('spending', spendingFields, spending),
  kind('funding', fundingProjectFields, measure),
  kind('narrative', textKind.fields, text),
  kind('office', officeFields, office),
  kind('role', roleFields, role),
  kind('facts', factFields, facts),
  kind('choice', { chosen: choiceField({ code: 'CAP1.PA.01' }) }, { chosen: false }),
  kind('title', titleKind.fields, title),
]

/** Whether a format holds a field: all do, but those that say why not. */
function holds(format: Format, { name }: Kind, field: string): boolean {
  const only = wordsOfFormat(format).holds?.kinds
  const fields = only?.[name]
  return only === undefined || fields === 'every field' || (fields?.includes(field) ?? false)
}

/** What a format has to hold of a field. */
function said(format: Format, fields: Kind['fields'], name: string, content: Kind['content']): readonly string[] {
  const value = content[name]
  if (format === 'json') return leaves(value)
  if (fields[name]?.cell.date && isDay(value) && format === 'csv') return [value]
  if (fields[name]?.cell.date && isDay(value) && format === 'xlsx') return [String(excelDay(value))]
  // The address of a proof is behind its label, where the format has links.
  return fieldWords(fields, name, content)
    .split('\n')
    .map((line) => line.replace(/ \((https?:|file ).*\)$/, ''))
}

const leaves = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)]

const isDay = (value: unknown): value is string => /^\d{4}-\d\d-\d\d$/.test(String(value))

/** A day as workbooks count them, from the thirtieth of December 1899 (ECMA-376, part 1, 18.17.4). */
const excelDay = (day: string): number => (Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'timone-fields-'))
  writeFileSync(join(folder, 'profile.yaml'), profileYaml(profile))
  const drafted = timone(['draft', 'profile.yaml', '--out', 'out', '--formats', formats.join(',')], folder)
  if (drafted.code !== 0) throw new Error(drafted.err)
  for (const format of formats) {
    const bytes = readFileSync(join(folder, 'out', `piano-vallechiara-2025-2027-bozza.${format}`))
    texts.set(format, squeeze(await readText(format, bytes)))
  }
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('no kind of record is left out', () => {
  expect(kinds.map(({ name }) => name).toSorted()).toEqual(['entry', ...sheetedKinds].toSorted())
})

describe.each(kinds)('every field of $name', (kind) => {
  const { fields, content } = kind
  const printed = fieldNames(fields).filter((name) => !fields[name]?.unprinted)

  test.each(printed)('%s has a value here', (name) => {
    expect(content[name]).toBeDefined()
  })

  const held = formats.flatMap((format) => printed.map((name) => [format, name] as const))

  test.each(held.filter(([format, name]) => holds(format, kind, name)))('%s holds %s', (format, name) => {
    const lines = said(format, fields, name, content).map((line) => squeeze(line))
    const text = texts.get(format) ?? ''
    expect(lines.filter((line) => !text.includes(line))).toEqual([])
  })
})
