// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Problem } from '../../kernel/errors.ts'
import type { Reading, TypedFields } from './typing/typed-values.ts'

/** A choice that a form offers: its value, and what people call it. */
export type Option = readonly [value: string, label: string]

/** Offered under one heading: the lines of a chapter. An empty heading: there is only one group. */
export type OptionGroup = { readonly heading: string; readonly options: readonly Option[] }

/** What a form offers to choose from, which depends on where the record is: `offices`, `people`, `lines`. */
export type Offered = Readonly<Record<string, readonly OptionGroup[]>>

/** What a control is drawn with. */
export type ControlProps = {
  /** The control's name; the names of a field's further controls begin with it. */
  readonly name: string
  readonly label: string
  readonly help?: string | undefined
  readonly required?: boolean | undefined
  /** What is in the form, and what is wrong with it. */
  readonly fields: TypedFields
  readonly problems: readonly Problem[]
  readonly offered: Offered
  /** Addresses that a control leads to, by what they lead to: `attachment`. */
  readonly links: Readonly<Record<string, (key: string) => string>>
  /** Where the form is sent: buttons that ask for more of it lead back to their place. */
  readonly action: string
  /** Puts the tools of a long text around its control: preview, suggestions. */
  readonly withTools: (control: VNode, name: string) => VNode
}

/** A piece of what a field says, as every document and page can show it. */
export type Printed =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  /** As people wrote it; each document renders it by its own means. */
  | { readonly kind: 'markdown'; readonly markdown: string; readonly headings?: true }
  | { readonly kind: 'list'; readonly items: readonly PrintedItem[] }

/** A line of a printed list: words, a link, or a file that the body keeps. */
export type PrintedItem =
  | string
  | { readonly label: string; readonly url: string }
  | { readonly label: string; readonly file: { readonly name: string; readonly sha256: string } }

/** How a field is written in a cell of a sheet, and read back: `read(write(value))` is the value. */
export type SheetCell<Value> = {
  /** In characters. */
  readonly width: number
  /** The cell holds `yyyy-mm-dd`, or words where the body used words. */
  readonly date?: true
  /** The only texts that the cell may take. */
  readonly values?: readonly string[]
  readonly write: (value: Value) => string
  /** What the text says; a text that the schema will refuse is passed on as it is. */
  readonly read: (text: string) => unknown
}

/** Everything that a type of value knows: one file for each, whatever field is of it. */
export type FieldType<Value> = {
  readonly schema: z.ZodType<Value>
  /** A value as it is typed in the form, by the names of the controls. */
  readonly type: (value: Value, name: string, offered: Offered) => TypedFields
  /** What was typed; no value and no problem: nothing is said. */
  readonly read: (fields: TypedFields, name: string, offered: Offered) => Reading<Value>
  readonly Control: (props: ControlProps) => VNode
  /** Whether two values say the same, where it is not enough to compare them: a list whose order says nothing. */
  readonly same?: (one: Value, other: Value) => boolean
  /** What people call the controls, where a field has more than one. */
  readonly labels?: (name: string, label: string, fields: TypedFields) => Readonly<Record<string, string>>
  /** A value as people read it, as plain text of one or more lines. */
  readonly words: (value: Value, offered: Offered) => string
  readonly print: (value: Value) => Printed
  /** What people read for each value, where they read something else: search looks for these words. */
  readonly valueWords?: Readonly<Record<string, string>>
  /** It is a long text with tools around its control, printed in a cell, or as a text of its own. */
  readonly longText?: 'cell' | 'text'
  readonly cell: SheetCell<Value>
}

/** What a field is called and who may change it, besides what its type knows. */
export type FieldSettings = {
  /** What people call it, in forms, comparisons, conflicts, the journal. */
  readonly label: string
  /** What to write, when the label does not say it all. */
  readonly help?: string
  /** The part of the form where it stands; absent: the first. */
  readonly group?: string
  /** What it is called in a sheet's heading and in a document's card, where the label is too long there. */
  readonly heading?: { readonly sheet?: string; readonly card?: string }
  /** For `docs/profile.md` and its JSON schema, where the label does not say it all. */
  readonly description?: string
  readonly required?: true
  /** What to say where it is required and nothing is said. */
  readonly missing?: string
  /** It tells how things go on: it may change after the plan is approved. */
  readonly progress?: true
  /** Only who writes the whole plan may change it. */
  readonly reserved?: true
  /** How much a word found in it counts in a search, A most; absent: it is not searched. */
  readonly searched?: 'A' | 'B' | 'C'
  /** The field beside whose words it is printed, in «…», where the two differ. */
  readonly printedWith?: string
  /** Why no document, sheet or public page has it; absent: all that can hold it do. */
  readonly unprinted?: string
}

/** A field of a record: declared once, read by forms, sheets, documents, pages, comparisons, search and tests. */
export type Field<Value> = FieldType<Value> & FieldSettings

/** The fields of a record, in their order. */
export type Fields<Content> = { readonly [Name in keyof Content]-?: Field<NonNullable<Content[Name]>> }

/** Declares a field. */
export const field = <Value, const Settings extends FieldSettings>(
  type: FieldType<Value>,
  settings: Settings,
): FieldType<Value> & Settings => ({ ...type, ...settings })

/** The names of declared fields, in their order. */
export const fieldNames = <Content>(fields: Fields<Content>): readonly (keyof Content & string)[] =>
  Object.keys(fields) as (keyof Content & string)[]

/** A field as code that goes through all of them takes it: which value it has is not known. */
export const anyField = <Content>(fields: Fields<Content>, name: keyof Content): Field<unknown> =>
  fields[name] as unknown as Field<unknown>

/** What a field is called above a column of a sheet. */
export const sheetHeading = ({ label, heading }: FieldSettings): string => heading?.sheet ?? label

/** A field of a content as people read it; empty where nothing is said. */
export function fieldWords<Content extends object>(
  fields: Fields<Content>,
  name: keyof Content,
  content: Content | undefined,
  offered: Offered = {},
): string {
  const value = content?.[name]
  return value === undefined || value === null ? '' : anyField(fields, name).words(value, offered)
}
