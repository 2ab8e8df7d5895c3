// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Selectable } from 'kysely'
import type { Actor } from '../../../kernel/access.ts'
import type { AdministrationId } from '../../../kernel/ids.ts'
import { withoutNulls } from '../../../kernel/records.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import type { Reader, Writer } from '../../../platform/db/tenants.ts'
import type { Destination, DocumentNotes, Import, ImportState, ReadingFailure } from '../review/model.ts'

/** Registers a file for the writer's body before it is read, and returns its key. */
export async function insertImport(
  { db, administration }: Writer,
  file: Pick<Import, 'filename' | 'sha256' | 'uploadedAt'> & { readonly bytes: Uint8Array },
  actor: Actor,
): Promise<number> {
  const { id } = await db
    .insertInto('import')
    .values({
      administration_id: administration,
      filename: file.filename,
      sha256: file.sha256,
      size: file.bytes.length,
      bytes: file.bytes,
      uploaded_at: file.uploadedAt,
      actor: actor.name,
      state: 'reading' satisfies ImportState,
      reading_since: file.uploadedAt,
      progress: null,
      error: null,
      document: null,
      triennium: null,
      edition_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** True when the writer's body has an import of this file that was not put aside. */
export async function hasImportOf({ db, administration }: Writer, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('import')
    .select('id')
    .where('administration_id', '=', administration)
    .where('sha256', '=', sha256)
    .where('state', '<>', 'discarded' satisfies ImportState)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const columns = [
  'id',
  'filename',
  'sha256',
  'size',
  'uploaded_at',
  'state',
  'reading_since',
  'progress',
  'error',
  'document',
  'triennium',
  'edition_id',
] as const

/** The imports of a body, newest first, without the files. */
export async function readImports({ db }: Reader, administration: AdministrationId): Promise<readonly Import[]> {
  const rows = await db
    .selectFrom('import')
    .select(columns)
    .where('administration_id', '=', administration)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toImport)
}

/** One import of a body; undefined when there is none. */
export async function readImport(
  { db }: Reader,
  administration: AdministrationId,
  id: number,
): Promise<Import | undefined> {
  const row = await db
    .selectFrom('import')
    .select(columns)
    .where('administration_id', '=', administration)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toImport(row)
}

type ImportRow = Pick<Selectable<Tables['import']>, (typeof columns)[number]>

const toImport = ({
  uploaded_at,
  reading_since,
  error,
  document,
  triennium,
  edition_id,
  ...row
}: ImportRow): Import => ({
  ...withoutNulls(row),
  state: row.state as ImportState,
  uploadedAt: uploaded_at,
  readingSince: reading_since,
  ...(error && { failure: error as ReadingFailure }),
  ...(document && { document: document as DocumentNotes }),
  ...(triennium && edition_id && { destination: { triennium, edition: edition_id } }),
})

/** The file of an import; undefined when the import is unknown or its file was removed. */
export async function readImportFile(
  { db }: Reader,
  administration: AdministrationId,
  id: number,
): Promise<{ readonly filename: string; readonly bytes: Uint8Array } | undefined> {
  const row = await db
    .selectFrom('import')
    .select(['filename', 'bytes'])
    .where('administration_id', '=', administration)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.bytes ? { filename: row.filename, bytes: row.bytes } : undefined
}

/** The fields of an import that change while it is read and decided. */
export type ImportUpdate = {
  readonly state?: ImportState
  readonly readingSince?: Date
  readonly progress?: string
  readonly failure?: ReadingFailure
  readonly document?: DocumentNotes
  readonly destination?: Destination
  /** Set when the file is not needed any more. */
  readonly bytes?: null
}

/** Changes the given fields of an import of the writer's body. */
export async function updateImport({ db, administration }: Writer, id: number, update: ImportUpdate): Promise<void> {
  const { readingSince, failure, document, destination, ...plain } = update
  await db
    .updateTable('import')
    .set({
      ...plain,
      ...(readingSince && { reading_since: readingSince }),
      ...(failure && { error: JSON.stringify(failure) }),
      ...(document && { document: JSON.stringify(document) }),
      ...(destination && { triennium: destination.triennium, edition_id: destination.edition }),
    })
    .where('administration_id', '=', administration)
    .where('id', '=', id)
    .execute()
}
