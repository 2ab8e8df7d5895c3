// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Problem } from '../../../kernel/errors.ts'
import { faultOf } from '../../../ui/error-summary.tsx'
import type { PartKind } from '../parts/part-kind.ts'
import { rowNumbers } from '../writing/typed-rows.ts'
import { type Reading, readWith, type TypedFields } from '../writing/typed-values.ts'

/** What the controls of a form are drawn with: what is in them, and what is wrong with it. */
export type FormFieldsProps = {
  readonly fields: TypedFields
  readonly problems: readonly Problem[]
  /** Puts the tools of a long text around its control. */
  readonly withTools: (control: VNode) => VNode
}

/** How a part of a plan is written by hand: one form. */
export type PartForm<Content extends object> = {
  readonly kind: PartKind<Content>
  /** Of the part among those of its kind; '' where there is only one. */
  readonly key: string
  /** The heading of its page. */
  readonly title: string
  /** What to write, in a sentence or two. */
  readonly lead: string
  /** A content as it is typed. */
  readonly type: (content: Content | undefined) => TypedFields
  /** Reads what was typed; no value and no problem: nothing is said, the part goes away. */
  readonly read: (fields: TypedFields) => Reading<Content>
  /** What people call the controls, by name. */
  readonly labels: (fields: TypedFields) => Readonly<Record<string, string>>
  /** A field of a content as people read it, as plain text. */
  readonly words: (field: keyof Content, content: Content | undefined) => string
  readonly Fields: (props: FormFieldsProps) => VNode
  /** Lists of rows that people add to, with what a row is: `{ offices: 'uffici' }`. */
  readonly lists?: Readonly<Record<string, string>>
  /** The control that holds a long text, which is shown as it will be printed, and may begin from a suggestion. */
  readonly text?: string
}

/** Rows that a list shows empty, to be filled in. */
const emptyRows = 2

/** Rows that «Aggiungi righe» adds. */
const addedRows = 3

/** The most rows that a form shows. */
const mostRows = 300

/** The name of the hidden control that says how many rows of a list there are. */
export const rowCountName = (list: string): string => `${list}-count`

/** The numbers of the rows that a list shows: those that say something and some empty ones, and those that were added. */
export function shownRows(fields: TypedFields, list: string): readonly number[] {
  const filled = Math.max(-1, ...rowNumbers(fields, list)) + 1
  const asked = Number(fields[rowCountName(list)] ?? 0) || filled + emptyRows
  return Array.from({ length: Math.min(Math.max(asked, filled), mostRows) }, (_, row) => row)
}

/** The same form with more rows. */
export const withMoreRows = (fields: TypedFields, list: string): TypedFields => ({
  ...fields,
  [rowCountName(list)]: String(shownRows(fields, list).length + addedRows),
})

/** What the controls of a list's rows are called, where the row has to be told: `Riga 2: Anno`. */
export const rowLabels = (
  fields: TypedFields,
  list: string,
  labels: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    shownRows(fields, list).flatMap((row) =>
      Object.entries(labels).map(([part, label]) => [`${list}-${row}-${part}`, `Riga ${row + 1}: ${label}`]),
    ),
  )

/** What a control of a form is drawn with. */
export const controlOf = (
  { fields, problems }: Pick<FormFieldsProps, 'fields' | 'problems'>,
  name: string,
  label: string,
) => ({
  name,
  label,
  value: fields[name],
  error: faultOf(problems, name),
})

/** A text as it is typed, without what is not seen around it; undefined: nothing. */
export const typedText = (fields: TypedFields, name: string): string | undefined => fields[name]?.trim() || undefined

/** Values of fields that their schemas take, or the problems of each at its own control; absent fields say nothing. */
export function readFields<Content extends object>(
  shape: { readonly [Field in keyof Content]-?: z.ZodType<Content[Field]> },
  values: { readonly [Field in keyof Content]?: unknown },
  { required, place }: { readonly required: readonly (keyof Content)[]; readonly place: (field: string) => string },
): Reading<Content> {
  const problems: Problem[] = []
  const content: Partial<Content> = {}
  for (const field of Object.keys(shape) as (keyof Content & string)[]) {
    const value: unknown = values[field]
    if (value === undefined) {
      if (required.includes(field)) problems.push({ place: place(field), message: 'è obbligatorio' })
      continue
    }
    const reading = readWith<unknown>(shape[field], value, place(field))
    problems.push(...reading.problems)
    if (reading.problems.length === 0) Object.assign(content, { [field]: reading.value })
  }
  return problems.length > 0 ? { value: undefined, problems } : { value: content as Content, problems }
}
