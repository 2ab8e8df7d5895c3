// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Profile } from '../../src/features/profiles/index.ts'
import type { PersonId, Viewer } from '../../src/kernel/access.ts'
import { fixedClock } from '../../src/kernel/clock.ts'
import { slugOf, trienniumOf } from '../../src/kernel/ids.ts'
import type { TestDatabase } from '../databases.ts'
import { viewerWho } from './access.ts'
import { inventedCatalogue, inventedEdition } from './edition.ts'
import { openSite } from './site.ts'

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
    triennium: trienniumOf('2025-2027'),
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

/** A viewer whose account exists in the database. */
const personWho = (...[may, name, offices]: Parameters<typeof viewerWho>): Viewer => {
  const viewer = viewerWho(may, name, offices)
  const id = viewer.key.replaceAll('-', '') as PersonId
  return {
    ...viewer,
    ...(viewer.person && { person: { ...viewer.person, id } }),
    actor: { ...viewer.actor, id: `person:${id}` },
  }
}

/** The viewers: one writes everything, one writes for one office, one only reads. */
export const lucia = personWho(() => true, 'Lucia Prova')
export const marco = personWho(() => true, 'Marco Prova')
export const collaborator = personWho(
  (action, place) =>
    action === 'plan.read' ||
    (action === 'entry.write' && (place?.offices === undefined || place.offices.includes('Ufficio tributi'))),
  'Collaboratore Prova',
  ['Ufficio tributi'],
)
export const reader = personWho((action) => action === 'plan.read', 'Lettrice Prova')
const people = [lucia, marco, collaborator, reader]

/** The site on 10 March 2026, as Lucia sees it, with one body whose entries are written. */
export async function openWritingSite(opened?: TestDatabase) {
  const site = await openSite({
    ...(opened && { opened }),
    catalogue: inventedCatalogue,
    clock: fixedClock('2026-03-10T09:32:00Z'),
    viewer: lucia,
    accounts: people,
    bodies: [vallechiara],
  })
  const on = { kind: 'administration', slug: slugOf('vallechiara') } as const
  for (const { person } of [lucia, marco]) if (person) await site.grant({ person: person.id, role: 'referent', on })
  return {
    ...site,
    /** Begins again: the plan as it was at first, in draft, without a history. */
    async begin() {
      await site.database.kysely.transaction().execute(async (db) => {
        for (const table of ['part_revision', 'draft', 'phrase', 'attachment', 'plan'] as const) {
          await db.deleteFrom(table).execute()
        }
      })
      await site.adopt(vallechiara)
    },
    /** Adds a plan of another triennium. */
    adoptToo: (plan: Profile['plan']) => site.adopt({ ...vallechiara, plan }),
  }
}

/** What a test of the forms of entries can do. */
export type WritingSite = Awaited<ReturnType<typeof openWritingSite>>
