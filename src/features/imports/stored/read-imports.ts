// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Clock } from '../../../kernel/clock.ts'
import type { Slug } from '../../../kernel/ids.ts'
import type { Reader, Tenants } from '../../../platform/db/tenants.ts'
import { findBody } from '../../administrations/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { readPlanRows } from '../../plans/index.ts'
import { stateOf } from '../lifecycle.ts'
import { assessProposals } from '../review/assess-proposals.ts'
import { possibleTriennia, proposeDestination } from '../review/destination.ts'
import { readImport, readImportFile, readImports } from './import-store.ts'
import { readStoredProfile } from './located-import.ts'
import { countProposals, readProposals } from './proposal-store.ts'
import type { ImportReader } from './readers.ts'

const none = { pending: 0, accepted: 0, discarded: 0 }

/** Reads imports from the store for pages. */
export const openImportReader = (tenants: Tenants, catalogue: Catalogue, clock: Clock): ImportReader => {
  const find = (slug: Slug) => findBody(tenants, slug)
  return {
    async list(slug) {
      const administration = await find(slug)
      if (!administration) return undefined
      const { id } = administration
      return await tenants.tenant(id).read(async (reader) => {
        const counts = await countProposals(reader, id)
        const imports = await readImports(reader, id)
        return {
          administration,
          imports: imports.map((imported) => ({
            ...imported,
            ...(counts.get(imported.id) ?? none),
            state: stateOf(imported, clock.now()),
          })),
        }
      })
    },
    async review(slug, id) {
      const administration = await find(slug)
      if (!administration) return undefined
      return await tenants.tenant(administration.id).read(async (reader: Reader) => {
        const imported = await readImport(reader, administration.id, id)
        if (!imported) return undefined
        const { destination } = imported
        const proposals = await readProposals(reader, administration.id, id)
        const plans = await readPlanRows(reader)
        const stored = destination && (await readStoredProfile(reader, administration, destination))
        return {
          administration,
          imported,
          state: stateOf(imported, clock.now()),
          assessments: stored ? assessProposals(proposals, stored, catalogue) : [],
          proposals: proposals.length,
          ...(destination && { edition: catalogue.edition(destination.edition) }),
          hasPlan: plans.some(({ triennium }) => triennium === destination?.triennium),
          choices: {
            triennia: possibleTriennia(catalogue),
            editions: catalogue.ids().map((edition) => catalogue.edition(edition)),
            proposed: proposeDestination(imported, catalogue, clock.today()),
          },
          plans: plans.map(({ triennium, edition }) => ({ triennium, edition })),
        }
      })
    },
    async file(slug, id) {
      const administration = await find(slug)
      if (!administration) return undefined
      return await tenants.tenant(administration.id).read((reader) => readImportFile(reader, administration.id, id))
    },
  }
}
