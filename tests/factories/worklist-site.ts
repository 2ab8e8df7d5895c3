// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Profile } from '../../src/features/profiles/index.ts'
import { nobody } from '../../src/kernel/access.ts'
import { trienniumOf } from '../../src/kernel/ids.ts'
import { inventedCatalogue, inventedEdition } from './edition.ts'
import { openSite } from './site.ts'

const entries: Profile['plan']['entries'] = [
  { code: 'CAP1.PA.01', activity: 'Una sola rubrica.', status: 'inProgress', offices: ['Ufficio tributi'] },
  { code: 'CAP4.PA.01', activity: 'Gli incassi passano dalla piattaforma.', status: 'ongoing' },
  { code: 'CAP4.PA.03', status: 'planned', planned: '2026-04-30' },
]

/** An invented municipality with a plan of three entries. */
export const inventedBody = (name: string, cadastralCode: string): Profile => ({
  administration: { name, kind: 'municipality', cadastralCode, population: 7200 },
  facts: { pagoPA: true },
  plan: { triennium: trienniumOf('2025-2027'), edition: inventedEdition.id, entries },
})

/** The site with two invented bodies, before anybody has signed in. */
export async function openWorklistSite() {
  const site = await openSite({
    catalogue: inventedCatalogue,
    viewer: nobody,
    bodies: [inventedBody('Comune di Vallechiara', 'Z901'), inventedBody('Comune di Roccaperta', 'Z902')],
  })
  const [vallechiara, roccaperta] = site.ids
  if (vallechiara === undefined || roccaperta === undefined) throw new Error('no bodies')
  return { ...site, vallechiara, roccaperta }
}

/** What a test of the start page and of the journals can do. */
export type WorklistSite = Awaited<ReturnType<typeof openWorklistSite>>
