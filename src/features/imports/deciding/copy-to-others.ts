// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../kernel/access.ts'
import { notNow } from '../../../kernel/errors.ts'
import { lockAdministration, readAdministrations } from '../../administrations/index.ts'
import { record } from '../../audit/index.ts'
import { importActions } from '../actions.ts'
import { importEvents } from '../events.ts'
import { hasImportOf, insertImport, readImportFile } from '../stored/import-store.ts'
import { findTenant, type ImportAddress, locateImport } from '../stored/located-import.ts'
import { readUploadedFile } from '../uploading/read-uploaded-file.ts'
import type { UploadDependencies } from '../uploading/upload-import.ts'

/**
 * Imports a sheet of many bodies also for those of the other bodies in it for which the viewer may import: their own
 * people decide about their rows. A body that has the sheet already gets no second one. The files are read in the
 * background, and each body's journal tells where its sheet came from.
 * @returns how many imports were begun. It says nothing of bodies where the viewer may not import.
 * @throws {TimoneError} `not-found`, or `not-now` when the file has been removed.
 */
export async function copyToOthers(
  dependencies: UploadDependencies,
  address: ImportAddress,
  viewer: Viewer,
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
    ({ slug, cadastralCode = '', ipaCode = '' }) =>
      (codes.has(cadastralCode) || codes.has(ipaCode)) && viewer.may(importActions.importPlans, { slug }),
  )
  const { filename, sha256 } = imported
  let begun = 0
  for (const other of others) {
    const id = await tenants.tenant(other.id).write(async (writer) => {
      await lockAdministration(writer)
      if (await hasImportOf(writer, sha256)) return
      await record(writer, viewer.actor, importEvents.sheetReceived, { filename, sha256, from: address.slug })
      return await insertImport(writer, { filename, sha256, bytes: file.bytes, uploadedAt: clock.now() }, viewer.actor)
    })
    if (id === undefined) continue
    begun += 1
    await background.run(() => readUploadedFile(dependencies, other.id, id))
  }
  return begun
}
