// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Field, Offered } from '../field.ts'
import { parseRecordName, type RecordKind, type RecordOwner } from '../record-kind.ts'
import { fieldsByName } from './compared-kind.ts'

/** A kind of record as those take it that only tell of its records: the journal, lists of work. */
export type ToldKind = Pick<RecordKind<object>, 'name' | 'words' | 'called'> & {
  /** The field of a name; undefined for one that is not declared any more. */
  readonly fieldOf: (name: string) => Field<unknown> | undefined
  /** Kinds that its records were of in earlier versions: the journal goes on telling of them. */
  readonly former?: readonly ToldKind[]
}

/** A kind as it is told of. */
export const toldKind = <Content extends object, Owner extends RecordOwner>({
  name,
  words,
  called,
  fields,
}: RecordKind<Content, Owner>): ToldKind => ({ name, words, ...(called && { called }), fieldOf: fieldsByName(fields) })

/** Tells of records of these kinds, by the names that the journal gives them. */
export function recordTeller<Kind extends ToldKind>(kinds: readonly Kind[]) {
  const declared = new Map(kinds.map((kind) => [kind.name, kind]))
  const byName = new Map(kinds.flatMap((kind) => [kind, ...(kind.former ?? [])]).map((kind) => [kind.name, kind]))
  const fieldOf = (record: string, field: string) => byName.get(parseRecordName(record).kind)?.fieldOf(field)
  return {
    /** A record in a sentence: `entry:CAP1.PA.01` → `la scheda CAP1.PA.01`. */
    record(record: string): string {
      const { kind: name, key } = parseRecordName(record)
      const kind = byName.get(name)
      if (!kind) return `una parte che questa versione di Timone non conosce («${record}»)`
      return kind.called?.(key) ?? kind.words.one
    },
    /** The kind of a record; undefined for one that is not declared. */
    kind: (record: string): Kind | undefined => declared.get(parseRecordName(record).kind),
    /** What people call a field. */
    field: (record: string, field: string): string => fieldOf(record, field)?.label ?? field,
    /** A value as people read it, `–` for none; one that the field does not take any more is told as it was written. */
    value(record: string, field: string, value: unknown, offered: Offered): string {
      if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
        return '–'
      }
      const declared = fieldOf(record, field)
      if (declared?.schema.safeParse(value).success) return declared.words(value, offered)
      return typeof value === 'string' ? value : JSON.stringify(value)
    },
  }
}
