// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { unreadableFile } from '../../../../kernel/errors.ts'
import { writePrivateFile } from '../../../../platform/files/private-file.ts'
import { IndexedBodySchema } from './indexed-bodies.ts'
import { readTable } from './read-table.ts'
import { type RegistryRecord, RegistryRecordSchema, readRecords } from './records.ts'

const StoredSchema = z.strictObject({
  municipalities: z.array(RegistryRecordSchema),
  /** Absent in files of earlier versions. */
  bodies: z.array(IndexedBodySchema).default([]),
})
type Imported = z.infer<typeof StoredSchema>

/** The municipalities shipped with Timone. */
export const readShipped = (path: string): readonly RegistryRecord[] =>
  readRecords(readTable(readFileSync(path), basename(path)), basename(path)).records

/**
 * What was imported so far; nothing when the file is not there yet.
 * @throws {TimoneError} `unreadable-file` when the file is not what Timone wrote.
 */
export function readImported(path: string): Imported {
  if (!existsSync(path)) return { municipalities: [], bodies: [] }
  try {
    return StoredSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw unreadableFile(path, 'non contiene un registro di comuni', 'cancellarlo e ripetere: timone registry import')
  }
}

/** Tells one state of what was imported from another: an import writes a new file. */
export function stateOf(path: string): string {
  const { ino, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { ino: 0, mtimeMs: 0 }
  return `${ino} ${mtimeMs}`
}

/** Replaces what was imported, completely or not at all. */
export const writeImported = (path: string, imported: Imported): void =>
  writePrivateFile(path, JSON.stringify(imported))
