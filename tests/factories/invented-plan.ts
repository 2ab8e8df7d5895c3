// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Administration, findAdministration } from '../../src/features/administrations/index.ts'
import { type Catalogue, registerEditions } from '../../src/features/catalogue/index.ts'
import { adoptProfile, type Profile } from '../../src/features/profiles/index.ts'
import { program } from '../../src/kernel/access.ts'
import { openTenants, type Reader, type Tenants } from '../../src/platform/db/tenants.ts'
import type { TestDatabase } from '../databases.ts'
import { inventedEdition } from './edition.ts'
import { catalogueOf } from './import-site.ts'

const administration = {
  name: 'Comune di Vallechiara',
  kind: 'municipality',
  cadastralCode: 'Z901',
  population: 7200,
} as const

/** An invented municipality, its plan of two entries. */
export const vallechiara: Profile = {
  administration,
  facts: { pagoPA: true },
  offices: [{ name: 'Ufficio tributi' }, { name: 'Ufficio anagrafe' }],
  plan: {
    triennium: '2025-2027',
    edition: inventedEdition.id,
    entries: [
      {
        code: 'CAP1.PA.01',
        activity: 'Gli uffici usano una sola rubrica.',
        status: 'inProgress',
        statusLabel: 'Avviata a gennaio',
        offices: ['Ufficio tributi'],
        planned: '2026-06-30',
        notes: 'Da rivedere in primavera.',
        evidence: [{ label: 'Delibera di Giunta', url: 'https://www.vallechiara.example/delibera' }],
      },
      { code: 'CAP4.PA.01', activity: 'Gli incassi passano dalla piattaforma.', status: 'completed' },
    ],
  },
}

/** A body with a plan in a database of its own. */
export type InventedPlan = {
  readonly tenants: Tenants
  readonly catalogue: Catalogue
  readonly database: TestDatabase['database']
  /** Begins again: the plan as it was at first, in draft, without a history. */
  adopt(profile?: Profile): Promise<void>
  /** Adds a plan of another triennium. */
  adoptToo(plan: Profile['plan']): Promise<void>
  /** The body. */
  administration(): Promise<Administration>
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Stores the invented municipality in a fresh database. Closing it closes the database. */
export async function openInventedPlan(opened: TestDatabase): Promise<InventedPlan> {
  const { database } = opened
  const tenants = openTenants(database)
  const catalogue = catalogueOf(inventedEdition)
  await registerEditions(tenants, catalogue)
  const store = (profile: Profile) => adoptProfile(tenants, profile, program('test').actor)
  const id = await store(vallechiara)
  return {
    tenants,
    catalogue,
    database,
    async adopt(profile = vallechiara) {
      await database.kysely.transaction().execute(async (db) => {
        for (const table of ['part_revision', 'draft', 'phrase', 'attachment', 'plan'] as const) {
          await db.deleteFrom(table).execute()
        }
      })
      await store(profile)
    },
    async adoptToo(plan) {
      await store({ ...vallechiara, plan })
    },
    async administration() {
      const found = await tenants.readMany([], (reader) => findAdministration(reader, 'vallechiara'))
      if (!found) throw new Error('no body')
      return found
    },
    read: (work) => tenants.tenant(id).read(work),
    close: opened.close,
  }
}
