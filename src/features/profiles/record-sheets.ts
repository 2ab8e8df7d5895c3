// SPDX-License-Identifier: AGPL-3.0-or-later
import { factFields, officeFields, roleFields } from '../administrations/index.ts'
import { type Edition, titleOf } from '../catalogue/index.ts'
import { fundingProjectFields, spendingFields } from '../funding/index.ts'
import { choiceField, initiativeFields, textKey, textKind, textName, titleKind } from '../plans/index.ts'
import { anyField, type Fields, type FieldType, fieldNames, type SheetCell, sheetHeading } from '../records/index.ts'

/** A profile as data, before its parts are checked. */
export type ProfileData = Readonly<Record<string, unknown>> & { readonly plan: Readonly<Record<string, unknown>> }

/** A record of a profile, as data. */
type RecordData = Readonly<Record<string, unknown>>

/** A field of a record in a sheet: its heading, and its cell. */
export type SheetField = SheetCell<unknown> & {
  readonly name: string
  readonly heading: string
  readonly required?: true | undefined
}

/** The records of one kind as a sheet of a workbook: what is written there, and what is read back. */
export type RecordSheet = {
  /** The sheet's name, at most 31 characters. */
  readonly name: string
  readonly fields: readonly SheetField[]
  /** The records of a profile, in their order. */
  readonly list: (profile: ProfileData) => readonly RecordData[]
  /** There is one record of many fields: each has a row of its own, under these headings. */
  readonly upright?: readonly [field: string, value: string]
  /** What people read beside a record; it is not read back. */
  readonly told?: {
    readonly heading: string
    readonly width: number
    readonly text: (record: RecordData, edition: Edition) => string
  }
}

const fieldsOf = <Content extends object>(fields: Fields<Content>): readonly SheetField[] =>
  fieldNames(fields)
    .filter((name) => !fields[name].unprinted)
    .map((name) => {
      const field = anyField(fields, name)
      return { ...field.cell, name, heading: sheetHeading(field), required: field.required }
    })

/** A field by which a record is known, where its kind keeps that apart from its fields. */
const keyField = (name: string, heading: string, cell: SheetCell<string>): SheetField => ({
  ...(cell as SheetCell<unknown>),
  name,
  heading,
  required: true,
})

/** A declared field that such a record has besides its key. */
const declared = <Value>(name: string, { cell, label }: FieldType<Value> & { readonly label: string }): SheetField => ({
  ...(cell as unknown as SheetCell<unknown>),
  name,
  heading: label,
  required: true,
})

const listOf = (value: unknown): readonly RecordData[] => (Array.isArray(value) ? value : [])
const groupOf = (value: unknown): RecordData =>
  typeof value === 'object' && value !== null ? (value as RecordData) : {}
const only = (value: unknown, record: (value: unknown) => RecordData): readonly RecordData[] =>
  value === undefined ? [] : [record(value)]

/** Every part of a profile that is neither an entry nor the body itself, by its kind, in the order of the sheets. */
export const recordSheets = {
  initiative: { name: 'Iniziative', fields: fieldsOf(initiativeFields), list: ({ plan }) => listOf(plan.initiatives) },
  spending: { name: 'Spesa', fields: fieldsOf(spendingFields), list: ({ spending }) => listOf(spending) },
  funding: {
    name: 'Progetti PNRR',
    fields: fieldsOf(fundingProjectFields),
    list: ({ fundingMeasures }) => listOf(fundingMeasures),
  },
  narrative: {
    name: 'Testi',
    fields: [
      keyField('part', 'Parte del piano', { width: 28, write: textName, read: textKey }),
      declared('markdown', textKind.fields.markdown),
    ],
    list: ({ plan }) => textsOf(plan.narrative),
  },
  office: { name: 'Uffici', fields: fieldsOf(officeFields), list: ({ offices }) => listOf(offices) },
  role: { name: 'Ruoli', fields: fieldsOf(roleFields), list: ({ roles }) => listOf(roles) },
  facts: {
    name: 'Fatti dell’ente',
    fields: fieldsOf(factFields),
    list: ({ facts }) => only(facts, groupOf),
    upright: ['Fatto', 'Risposta'],
  },
  choice: {
    name: 'Linee facoltative',
    fields: [
      keyField('code', 'Codice', { width: 13, write: (code) => code, read: (text) => text.trim() }),
      declared('chosen', { ...choiceField({ code: '' }), label: 'L’ente ha scelto di attuarla' }),
    ],
    list: ({ plan }) => Object.entries(groupOf(plan.choices)).map(([code, chosen]) => ({ code, chosen })),
    told: {
      heading: 'Linea d’azione',
      width: 50,
      text: ({ code }, { lines }) => lines.filter((line) => line.code === code).map(titleOf)[0] ?? '',
    },
  },
  title: {
    name: 'Frontespizio',
    fields: fieldsOf(titleKind.fields),
    list: ({ plan }) => only(plan.title, (title) => ({ title })),
    upright: ['Voce del frontespizio', 'Contenuto'],
  },
} as const satisfies Readonly<Record<string, RecordSheet>>

/** The kinds of records that have a sheet of their own. */
export type SheetedKind = keyof typeof recordSheets

/** A kind's sheet, for who goes through all of them. */
export const recordSheet = (kind: SheetedKind): RecordSheet => recordSheets[kind]

/** The kinds, in the order of their sheets. */
export const sheetedKinds = Object.keys(recordSheets) as readonly SheetedKind[]

/** The texts of a plan, each with its part: `introduction`, `chapter-3`. */
function textsOf(narrative: unknown): readonly RecordData[] {
  const { chapters, ...parts } = groupOf(narrative) as { readonly chapters?: unknown }
  return [
    ...Object.entries(parts).map(([part, markdown]) => ({ part, markdown })),
    ...Object.entries(groupOf(chapters)).map(([number, markdown]) => ({ part: `chapter-${number}`, markdown })),
  ]
}
