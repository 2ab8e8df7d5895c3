// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '../../../kernel/access.ts'
import { notNow } from '../../../kernel/errors.ts'
import { readAdministrations } from '../../administrations/index.ts'
import { insertImport, readImportFile } from '../stored/import-store.ts'
import { findTenant, type ImportAddress, locateImport } from '../stored/located-import.ts'
import { readUploadedFile } from '../uploading/read-uploaded-file.ts'
import type { UploadDependencies } from '../uploading/upload-import.ts'

/**
 * Imports a sheet of many bodies also for each of the other registered bodies, whose own people decide about their
 * rows. The files are read in the background.
 * @returns how many imports were begun.
 * @throws {TimoneError} `not-found`, or `not-now` when the file has been removed.
 */
export async function copyToOthers(
  dependencies: UploadDependencies,
  address: ImportAddress,
  actor: Actor,
): Promise<number> {
  const { tenants, clock, background } = dependencies
  const tenant = await findTenant(tenants, address.slug)
  const { imported, file } = await tenant.read(async (reader) => ({
    ...(await locateImport(reader, address)),
    file: await readImportFile(reader, tenant.id, address.id),
  }))
  if (!file) {
    throw notNow('Il file non è più conservato.', {
      place: imported.filename,
      message: 'l’importazione è stata messa da parte',
      remedy: 'caricarlo di nuovo',
    })
  }
  const codes = new Set(imported.document?.others.filter((code) => code !== ''))
  const others = (await tenants.readMany([], readAdministrations)).filter(
    ({ cadastralCode = '', ipaCode = '' }) => codes.has(cadastralCode) || codes.has(ipaCode),
  )
  const { filename, sha256 } = imported
  for (const other of others) {
    const copy = { filename, sha256, bytes: file.bytes, uploadedAt: clock.now() }
    const id = await tenants.tenant(other.id).write((writer) => insertImport(writer, copy, actor))
    await background.run(() => readUploadedFile(dependencies, other.id, id))
  }
  return others.length
}
