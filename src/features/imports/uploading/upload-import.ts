// SPDX-License-Identifier: AGPL-3.0-or-later

import { createHash } from 'node:crypto'
import type { Actor } from '../../../kernel/access.ts'
import { invalidInput } from '../../../kernel/errors.ts'
import type { Slug } from '../../../kernel/ids.ts'
import type { Background } from '../../../platform/jobs/background.ts'
import { insertImport } from '../stored/import-store.ts'
import { findTenant } from '../stored/located-import.ts'
import { type ReadingDependencies, readUploadedFile } from './read-uploaded-file.ts'

/** What importing a file needs. */
export type UploadDependencies = ReadingDependencies & { readonly background: Background }

/** The longest wait for a file to be read, in milliseconds; a larger file is read further in the background. */
export const patience = 4000

/**
 * Registers a file for a body and starts to read it.
 * @param file its name without folders, and its bytes.
 * @returns the import's key, when the file has been read or has taken more than a few seconds.
 * @throws {TimoneError} `not-found`, or `invalid-input` for an empty file.
 */
export async function uploadImport(
  dependencies: UploadDependencies,
  slug: Slug,
  file: { readonly name: string; readonly bytes: Uint8Array },
  actor: Actor,
): Promise<number> {
  const { tenants, clock, background } = dependencies
  if (file.bytes.length === 0) {
    throw invalidInput('Il file è vuoto.', [
      { place: 'file', message: `${file.name} è vuoto`, remedy: 'scegliere il file giusto, o salvarlo di nuovo' },
    ])
  }
  const tenant = await findTenant(tenants, slug)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const { name: filename, bytes } = file
  const id = await tenant.write((writer) =>
    insertImport(writer, { filename, bytes, sha256, uploadedAt: clock.now() }, actor),
  )
  await background.run(() => readUploadedFile(dependencies, tenant.id, id), patience)
  return id
}
