// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComparedKind } from './comparing/compared-kind.ts'
import { type ToldKind, toldKind } from './comparing/told-kind.ts'
import { anyField, type FieldSettings, type Fields, fieldNames } from './field.ts'
import type { NumberedRecords } from './numbered/numbered-kind.ts'
import type { RecordKind, RecordOwner, RecordPlace } from './record-kind.ts'
import { columnOf } from './sheets/columns.ts'

/** The sections of a plan's contents, in their order. */
export const contentsSections = ['body', 'texts', 'chapters', 'initiatives', 'money'] as const
export type ContentsSection = (typeof contentsSections)[number]

/** A record in a list of all that there are, or may be, of its kind. */
export type ListedRecord = {
  readonly key: string
  readonly label: string
  /** What it is called among records of all kinds, where the label does not say what it is. */
  readonly inFull?: string
  /** The section of a plan's contents where it stands; absent: the contents do not name it. */
  readonly section?: ContentsSection
  readonly written: boolean
  /** How much of it there is: `3 ruoli`. */
  readonly detail?: string
}

/** How a search tells of records that it finds. */
export type FoundRecords = {
  /** The name of the group of results, for many and for one, and its word in addresses. */
  readonly many: string
  readonly one: string
  readonly word: string
  /** Where the group stands among those of other kinds, from 1. */
  readonly rank: number
  /** What one is called; absent: by the title that it has. @param lineTitle of the line that it is about */
  readonly title?: (key: string, lineTitle: string | undefined) => string
  /** The page where one is read; absent: where it is written or, for who does not write, the plan’s contents. */
  readonly page?: (where: RecordPlace, key: string) => string
  /** The section of a published plan’s page that has it. */
  readonly anchor: (key: string) => string
}

/** A field and what people call it. */
export type FieldLabel = readonly [name: string, label: string]

/** A field that a search looks into. */
export type SearchedField = {
  readonly field: string
  readonly column: string
  /** How much a word counts in it. */
  readonly weight: NonNullable<FieldSettings['searched']>
  /** What people read for values that have words of their own. */
  readonly words: Readonly<Record<string, string>>
}

/** What a kind says to those who go through all kinds, besides what its record kind says. */
type Declaration<Source, Whole> = {
  /** The records of a plan or body: those that are written, and those that may be. */
  readonly list: (source: Source) => Promise<readonly ListedRecord[]>
  /** How two plans are compared by it. */
  readonly compared?: readonly ComparedKind<Whole>[]
  /** Absent: it is not searched. */
  readonly found?: FoundRecords
  /** Kinds that its records were of in earlier versions. */
  readonly former?: readonly ToldKind[]
}

/** What those who go through all kinds know of records that have a number each. */
type ListedNumbers = Omit<NumberedRecords<object>, 'nameOf' | 'store'> & {
  /** What a content is called that was of the kind. */
  readonly nameOf: (content: object) => string
}

/**
 * A kind of record as those know it who go through all kinds: the journal, the worklist, the contents, comments, the
 * comparison. It says all that they need of it; they name none.
 * @template Source what its list is made from, `Whole` what a comparison reads of a plan written out whole.
 */
export type DeclaredKind<Source, Whole> = ToldKind &
  Declaration<Source, Whole> &
  Pick<RecordKind<object>, 'scope' | 'page' | 'comments' | 'decides'> & {
    /** Its fields, with what people call them. */
    readonly labels: readonly FieldLabel[]
    /** How many of its fields tell how things go on, and may change after approval. */
    readonly progress: 'all' | 'some' | 'none'
    /** The fields that a search looks into, in their order. */
    readonly searched: readonly SearchedField[]
    /** Absent: its records have no numbers. */
    readonly numbered?: ListedNumbers
  }

/** A kind of record as it is known to those who go through all kinds. */
export const declareKind = <Content extends object, Owner extends RecordOwner, Source, Whole>(
  kind: RecordKind<Content, Owner> & { readonly numbered?: NumberedRecords<Content> },
  declaration: Declaration<Source, Whole>,
): DeclaredKind<Source, Whole> => ({
  ...toldKind(kind),
  scope: kind.scope,
  page: kind.page,
  labels: fieldNames(kind.fields).map((name) => [name, anyField(kind.fields, name).label]),
  ...(kind.decides && { decides: kind.decides }),
  progress: progressOf(kind.fields),
  searched: searchedOf(kind.fields),
  ...(kind.numbered && {
    numbered: { ...kind.numbered, nameOf: (content: object) => kind.numbered?.nameOf(content as Content) ?? '' },
  }),
  ...(kind.comments && { comments: kind.comments }),
  ...declaration,
})

function progressOf<Content>(fields: Fields<Content>): 'all' | 'some' | 'none' {
  const names = fieldNames(fields)
  const telling = names.filter((name) => anyField(fields, name).progress)
  return telling.length === 0 ? 'none' : telling.length === names.length ? 'all' : 'some'
}

const searchedOf = <Content>(fields: Fields<Content>): readonly SearchedField[] =>
  fieldNames(fields).flatMap((field) => {
    const { searched: weight, valueWords: words = {} } = anyField(fields, field)
    return weight === undefined ? [] : [{ field, column: columnOf(field), weight, words }]
  })
