// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonId } from '../../../kernel/access.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { type EntryContent, EntryContentSchema } from '../parts/entry-part.ts'
import { cellItems, itemsCell } from '../plan/sheet/cells.ts'
import { readAllocations, readEvidence, typeAllocations, typeEvidence } from './typed-rows.ts'
import { type Reading, readDate, readWith, type TypedFields, typeDate } from './typed-values.ts'

type Field = keyof EntryContent

/** How a field of an entry is typed in the form, and read back. The names of its controls begin with its own. */
type FieldForm<Value> = {
  readonly type: (value: Value, offices: readonly string[]) => TypedFields
  readonly read: (fields: TypedFields) => Reading<Value>
}

const { shape } = EntryContentSchema

const text = (field: Field): FieldForm<string> => ({
  type: (value) => ({ [field]: value }),
  read: (fields) => ({ value: fields[field], problems: [] }),
})

const date = (field: Field): FieldForm<string> => ({
  type: (value) => ({ [field]: typeDate(value) }),
  read: (fields) => (fields[field] ? readDate(fields[field], field) : nothing),
})

const nothing = { value: undefined, problems: [] }

const forms: { readonly [Name in Field]-?: FieldForm<NonNullable<EntryContent[Name]>> } = {
  activity: text('activity'),
  status: {
    type: (status) => ({ status }),
    read: ({ status }) => (status ? readWith(shape.status.unwrap(), status, 'status') : nothing),
  },
  statusLabel: text('statusLabel'),
  planned: date('planned'),
  completed: date('completed'),
  offices: {
    type(chosen, offices) {
      const others = chosen.filter((name) => !offices.includes(name))
      return {
        ...Object.fromEntries(
          offices.flatMap((name, index) => (chosen.includes(name) ? [[`offices-${index}`, name]] : [])),
        ),
        ...(others.length > 0 && { 'offices-others': itemsCell(others) }),
      }
    },
    read(fields) {
      const named = Object.keys(fields).filter((name) => /^offices-\d+$/.test(name))
      const chosen = named.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).map((name) => fields[name] ?? '')
      const all = [...new Set([...chosen, ...items(fields['offices-others'])])]
      return { value: all.length > 0 ? all : undefined, problems: [] }
    },
  },
  funding: {
    type: (sources) => ({ funding: itemsCell(sources) }),
    read: ({ funding }) => ({ value: funding ? items(funding) : undefined, problems: [] }),
  },
  allocations: { type: typeAllocations, read: readAllocations },
  notes: text('notes'),
  evidence: { type: typeEvidence, read: readEvidence },
  ownerOffice: text('ownerOffice'),
  ownerPerson: {
    type: (ownerPerson) => ({ ownerPerson }),
    read: ({ ownerPerson }) => ({ value: ownerPerson as PersonId | undefined, problems: [] }),
  },
}

/** The fields of an entry in the order of the form. */
export const entryFields = Object.keys(forms) as readonly Field[]

const formOf = (field: Field) => forms[field] as FieldForm<unknown>

/** An entry as it is typed. @param offices of the body: each has a checkbox, others are written. */
export const typeEntry = (content: EntryContent = {}, offices: readonly string[]): TypedFields =>
  tidy(
    Object.assign(
      {},
      ...entryFields.map((field) => (content[field] === undefined ? {} : formOf(field).type(content[field], offices))),
    ),
  )

type EditedEntry = {
  /** The entry that the person had before them. */
  readonly before: EntryContent | undefined
  /** The offices that had a checkbox. */
  readonly offices: readonly string[]
  /** The fields that the form has: others stay as they were, whatever was sent. */
  readonly shown: readonly Field[]
}

/**
 * Reads what was typed. A field that was not touched stays as it was, even where it could not be typed like that.
 * @returns the entry, and what is wrong with it; the place of a problem is the name of a control.
 */
export function readTypedEntry(
  typed: TypedFields,
  { before = {}, offices, shown }: EditedEntry,
): { readonly content: EntryContent; readonly problems: readonly Problem[] } {
  const fields = tidy(typed)
  const untouched = typeEntry(before, offices)
  const problems: Problem[] = []
  const content: EntryContent = {}
  const read = (field: Field): unknown => {
    if (!shown.includes(field) || ownedBy(field, fields) === ownedBy(field, untouched)) return before[field]
    const { value, problems: found } = formOf(field).read(fields)
    problems.push(...found)
    if (found.length > 0 || value === undefined) return undefined
    problems.push(...readWith<unknown>(shape[field], value, field).problems)
    return value
  }
  for (const field of entryFields) Object.assign(content, present(field, read(field)))
  return { content, problems }
}

const present = (field: Field, value: unknown) => (value === undefined ? {} : { [field]: value })

/** What the controls of a field hold, comparable. */
const ownedBy = (field: Field, fields: TypedFields): string =>
  JSON.stringify(
    Object.entries(fields)
      .filter(([name]) => name === field || name.startsWith(`${field}-`))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** The fields that a form says it has; all, when it does not say. */
export const shownFields = ({ shown }: TypedFields): readonly Field[] =>
  shown === undefined ? entryFields : entryFields.filter((field) => shown.split(' ').includes(field))

/** The controls that are of the entry, and what the form says of them. */
export const ownedFields = (fields: TypedFields): TypedFields =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name]) => name === 'suggested' || entryFields.some((field) => name === field || name.startsWith(`${field}-`)),
    ),
  )

/** Without blanks around, as browsers send line ends, without what is empty. */
const tidy = (fields: TypedFields): TypedFields =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([name, value]) => [name, value.replace(/\r\n?/g, '\n').trim()] as const)
      .filter(([, value]) => value !== ''),
  )

/** The items of a text, one a line. */
const items = (text = ''): string[] =>
  cellItems(text)
    .map((item) => item.trim())
    .filter((item) => item !== '')
