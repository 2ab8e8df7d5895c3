// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tenants } from '../../platform/db/tenants.ts'
import { findAdministration } from '../administrations/index.ts'
import { findAccessLines, findJournalLines, readAccessActors, readJournalActors } from '../audit/index.ts'
import type { HistoryReader } from './readers.ts'

/** Reads the journals for pages: three queries. */
export const openHistoryReader = (tenants: Tenants): HistoryReader => ({
  async journal(slug, query) {
    const administration = await tenants.readMany([], (reader) => findAdministration(reader, slug))
    if (!administration) return undefined
    return await tenants.tenant(administration.id).read(async (reader) => ({
      administration,
      lines: await findJournalLines(reader, administration.id, query),
      actors: await readJournalActors(reader, administration.id),
    }))
  },
  access: (query) =>
    tenants.writeNational(async (reader) => ({
      lines: await findAccessLines(reader, query),
      actors: await readAccessActors(reader),
    })),
})
