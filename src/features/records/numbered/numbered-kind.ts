// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Path } from '../../../kernel/path.ts'
import type { ContentsSection } from '../declared-kind.ts'
import type { RecordKind, RecordPlace } from '../record-kind.ts'
import type { NumberedRecord, NumberedStore } from './numbered-store.ts'

type PlanOwner = Parameters<NumberedStore<object>['list']>[1]

type PlanPath = Path<'/:slug/:triennium'>
type NumberedPath = Path<'/:slug/:triennium/:number'>

/** An address by what it takes, whatever its pattern is. */
type Taking<Known> = Known extends (...parameters: infer Given) => string
  ? { readonly pattern: string; (...parameters: Given): string }
  : never

/** The addresses of records that have a number each: where one is added, written, taken away, brought back. */
export type NumberedPaths = {
  readonly added: PlanPath
  readonly one: NumberedPath
  readonly deleted: NumberedPath
  readonly restored: NumberedPath
}

/** Addresses of the site as those of records with numbers: what they take is what matters, not what they look like. */
export const numberedPaths = (
  paths: {
    readonly [Name in keyof NumberedPaths]: Taking<NumberedPaths[Name]>
  },
): NumberedPaths => paths as NumberedPaths

/** What people read of records that they add and take away. */
export type NumberedWords = {
  /** All of them, as reviewers speak of them: `Iniziative e obiettivi propri`. */
  readonly all: string
  /** `Aggiungi un’iniziativa`. */
  readonly add: string
  /** `Togli questa iniziativa dal piano`, and what becomes of it. */
  readonly takeAway: string
  readonly kept: string
  /** What is said when one was taken away, and when it was brought back. */
  readonly taken: string
  readonly restored: string
  /** Those that were taken away: `Iniziative tolte`, each `tolta da` somebody. */
  readonly gone: string
  readonly goneBy: string
}

/** What a kind says of records that people add, take away and bring back, each under a number of its own in its plan. */
export type NumberedRecords<Content extends object> = {
  /** The section of a plan’s contents where they are listed. */
  readonly section: ContentsSection
  /** How many a plan may have. */
  readonly most: number
  readonly words: NumberedWords
  /** What one is called in lists. */
  readonly nameOf: (content: Content) => string
  readonly paths: NumberedPaths
  readonly store: NumberedStore<Content>
}

/** A kind whose records have a number each. */
export type NumberedKind<Content extends object, Owner extends PlanOwner> = RecordKind<Content, Owner> & {
  readonly numbered: NumberedRecords<Content>
}

type NumberedSettings<Content extends object, Owner extends PlanOwner> = Omit<
  RecordKind<Content, Owner>,
  'scope' | 'page' | 'find' | 'write'
> & { readonly numbered: NumberedRecords<Content> }

/** Declares a kind whose records have a number each: they are found and written by it, and their pages are named by it. */
export const numberedKind = <Content extends object, Owner extends PlanOwner>(
  settings: NumberedSettings<Content, Owner>,
): NumberedKind<Content, Owner> => {
  const { store, paths } = settings.numbered
  return {
    ...settings,
    scope: 'plan',
    page: (where: RecordPlace, number) => (number === '' ? paths.added(where) : paths.one({ ...where, number })),
    find: async (reader, plan, key) => (await store.find(reader, plan, Number(key)))?.content,
    write: (writer, plan, key, content) => store.write(writer, plan, Number(key), content),
  }
}

/** Records as lists of all kinds name them. */
export const listNumbered = <Content extends object>(
  { section, nameOf }: NumberedRecords<Content>,
  records: readonly NumberedRecord<Content>[],
  inFull: (name: string) => string,
) =>
  records.map(({ number, content }) => ({
    key: String(number),
    label: nameOf(content),
    inFull: inFull(nameOf(content)),
    section,
    written: true,
  }))
