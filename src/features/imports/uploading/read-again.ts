// SPDX-License-Identifier: AGPL-3.0-or-later
import { updateImport } from '../stored/import-store.ts'
import { claimImport, findTenant, type ImportAddress } from '../stored/located-import.ts'
import { readUploadedFile } from './read-uploaded-file.ts'
import { patience, type UploadDependencies } from './upload-import.ts'

/**
 * Starts another reading of a file that could not be read, or whose reading was interrupted.
 * @throws {TimoneError} `not-found`, or `not-now` when it is being read or has been read.
 */
export async function readAgain(dependencies: UploadDependencies, address: ImportAddress): Promise<void> {
  const { tenants, clock, background } = dependencies
  const tenant = await findTenant(tenants, address.slug)
  await tenant.write(async (writer) => {
    await claimImport(writer, address, 'readAgain', clock.now())
    await updateImport(writer, address.id, { state: 'reading', readingSince: clock.now() })
  })
  await background.run(() => readUploadedFile(dependencies, tenant.id, address.id), patience)
}
