// SPDX-License-Identifier: AGPL-3.0-or-later
import { withoutNulls } from '../../../kernel/records.ts'
import { type Fields, fieldNames } from '../field.ts'

/** How the fields of a record lie in the columns of its row: each in the one of its name, `statusLabel` in `status_label`. */
export type ColumnSettings<Content> = {
  /** Fields whose column holds JSON. */
  readonly json?: readonly (keyof Content)[]
  /** Fields that are kept elsewhere. */
  readonly except?: readonly (keyof Content)[]
}

/** The column of a field: `statusLabel` is in `status_label`. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const stored = <Content>(fields: Fields<Content>, { except = [] }: ColumnSettings<Content>) =>
  fieldNames(fields).filter((field) => !except.includes(field))

/** The columns of a content: null where nothing is said. */
export const toColumns = <Content extends object>(
  fields: Fields<Content>,
  content: Partial<Content>,
  settings: ColumnSettings<Content> = {},
): Record<string, unknown> =>
  Object.fromEntries(
    stored(fields, settings).map((field) => {
      const value = content[field] ?? null
      return [columnOf(field), value !== null && settings.json?.includes(field) ? JSON.stringify(value) : value]
    }),
  )

/** The content that a row's columns hold; our own database is trusted to hold what was checked when it was written. */
export const fromColumns = <Content extends object>(
  fields: Fields<Content>,
  row: Readonly<Record<string, unknown>>,
  settings: ColumnSettings<Content> = {},
): Content =>
  withoutNulls(
    Object.fromEntries(stored(fields, settings).map((field) => [field, row[columnOf(field)] ?? null])),
  ) as Content
