// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../../kernel/errors.ts'
import { anyField, type Fields, fieldNames, type Offered } from '../field.ts'
import { rowCountName } from './typed-rows.ts'
import { type Reading, readWith, type TypedFields } from './typed-values.ts'

/** A content as it is typed, by the names of its controls. @param prefix of the names, in a row of a list */
export const typeContent = <Content extends object>(
  fields: Fields<Content>,
  content: Content | undefined,
  offered: Offered,
  prefix = '',
): TypedFields =>
  Object.assign(
    {},
    ...fieldNames(fields).map((name) => {
      const value = content?.[name]
      return value === undefined ? {} : anyField(fields, name).type(value, prefix + name, offered)
    }),
  )

/** Reads one field as it was typed: a value that its schema takes, nothing, or what is wrong. */
export function readField<Content extends object>(
  fields: Fields<Content>,
  name: keyof Content & string,
  typed: TypedFields,
  offered: Offered,
  prefix = '',
): Reading<unknown> {
  const { read, schema } = anyField(fields, name)
  const place = prefix + name
  const { value, problems } = read(typed, place, offered)
  return problems.length > 0 || value === undefined ? { value: undefined, problems } : readWith(schema, value, place)
}

/** The required fields that a content does not say, as problems at their controls. */
export function missingFields<Content extends object>(
  fields: Fields<Content>,
  said: Partial<Record<keyof Content, unknown>>,
  prefix = '',
): readonly Problem[] {
  return fieldNames(fields).flatMap((name) => {
    const { required, missing = 'è obbligatorio' } = anyField(fields, name)
    return required && said[name] === undefined ? [{ place: prefix + name, message: missing }] : []
  })
}

/** What a form says of a record that somebody edits. */
export type EditedRecord<Content> = {
  /** What the person had before them. */
  readonly before: Content | undefined
  readonly offered: Offered
  /** The fields that the form has: others stay as they were, whatever was sent. */
  readonly shown: readonly (keyof Content)[]
}

/**
 * Reads what was typed of a record. A field that was not touched stays as it was, even where it could not be typed like
 * that.
 * @returns the content, undefined where nothing is said; the place of a problem is the name of a control.
 */
export function readTyped<Content extends object>(
  fields: Fields<Content>,
  typed: TypedFields,
  { before, offered, shown }: EditedRecord<Content>,
): { readonly content: Content | undefined; readonly problems: readonly Problem[] } {
  const sent = tidy(typed)
  const untouched = tidy(typeContent(fields, before, offered))
  const problems: Problem[] = []
  const content: Partial<Record<keyof Content, unknown>> = {}
  for (const name of fieldNames(fields)) {
    const kept = !shown.includes(name) || controlsOf(name, sent) === controlsOf(name, untouched)
    if (kept) {
      if (before?.[name] !== undefined) content[name] = before[name]
      continue
    }
    const { value, problems: found } = readField(fields, name, sent, offered)
    problems.push(...found)
    if (value === undefined) continue
    const was = before?.[name]
    content[name] = was !== undefined && anyField(fields, name).same?.(was, value) ? was : value
  }
  if (Object.keys(content).length === 0) return { content: undefined, problems }
  const known = new Set(problems.map(({ place }) => place))
  problems.push(...missingFields(fields, content).filter(({ place }) => !known.has(place)))
  return { content: content as Content, problems }
}

/** What the controls of a field hold, comparable; how many rows are shown says nothing. */
const controlsOf = (field: string, fields: TypedFields): string =>
  JSON.stringify(
    Object.entries(fields)
      .filter(([name]) => (name === field || name.startsWith(`${field}-`)) && name !== rowCountName(field))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** The fields that a form says it has; all, when it does not say. */
export const shownFields = <Content extends object>(
  fields: Fields<Content>,
  { shown }: TypedFields,
): readonly (keyof Content & string)[] =>
  shown === undefined ? fieldNames(fields) : fieldNames(fields).filter((name) => shown.split(' ').includes(name))

/** The controls that are of a record, and what the form says of them. */
export const ownedFields = <Content extends object>(fields: Fields<Content>, typed: TypedFields): TypedFields =>
  Object.fromEntries(
    Object.entries(typed).filter(
      ([name]) =>
        name === 'suggested' || fieldNames(fields).some((field) => name === field || name.startsWith(`${field}-`)),
    ),
  )

/** What people call the controls of a form, by name. */
export const controlLabels = <Content extends object>(
  fields: Fields<Content>,
  typed: TypedFields,
): Readonly<Record<string, string>> =>
  Object.assign(
    {},
    ...fieldNames(fields).map((name) => {
      const { label, labels } = anyField(fields, name)
      return { [name]: label, ...labels?.(name, label, typed) }
    }),
  )

/** Without blanks around, as browsers send line ends, without what is empty. */
const tidy = (fields: TypedFields): TypedFields =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([name, value]) => [name, value.replace(/\r\n?/g, '\n').trim()] as const)
      .filter(([, value]) => value !== ''),
  )
