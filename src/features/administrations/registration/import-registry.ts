// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IndexedBodies } from './registry/indexed-bodies.ts'
import type { Registry } from './registry/open-registry.ts'
import { readTable } from './registry/read-table.ts'
import { readRecords } from './registry/records.ts'

/** The outcome of an import. */
export type RegistryImport = {
  /** Which published list the file turned out to be. */
  readonly title: string
  readonly rows: number
  /** Rows about a municipality. */
  readonly records: number
  /** Municipalities in the registry after the import, and how many of them are new. */
  readonly known: number
  readonly added: number
  /** What the list holds of bodies of other kinds; absent: it is a list of municipalities alone. */
  readonly others: IndexedBodies | undefined
}

/**
 * Completes the registry with a published list: Timone's own columns, ISTAT's "Elenco comuni italiani" or IPA's "enti".
 * @throws {TimoneError} `unreadable-file` or `invalid-input` with the row and column of every fault; nothing is kept.
 */
export function importRegistry(registry: Registry, bytes: Uint8Array, fileName: string): RegistryImport {
  const { title, rows, records, others } = readRecords(readTable(bytes, fileName), fileName)
  const before = registry.all().length
  registry.complete(records, others?.bodies)
  const known = registry.all().length
  return { title, rows, records: records.length, known, added: known - before, others }
}
