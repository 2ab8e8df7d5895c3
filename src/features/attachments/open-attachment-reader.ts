// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tenants } from '../../platform/db/tenants.ts'
import { findAdministration } from '../administrations/index.ts'
import type { AttachmentReader } from './readers.ts'
import { readAttachment } from './store.ts'

/** Reads the files that bodies keep from the store. */
export const openAttachmentReader = (tenants: Tenants): AttachmentReader => ({
  async find(slug, sha256) {
    const administration = await tenants.readMany([], (reader) => findAdministration(reader, slug))
    if (!administration) return undefined
    const { id } = administration
    return await tenants.tenant(id).read((reader) => readAttachment(reader, id, sha256))
  },
})
