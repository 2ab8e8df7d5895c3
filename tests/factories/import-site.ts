// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ReadPlanFile } from '../../src/features/imports/index.ts'
import type { ImportedEntry, ImportedPlan } from '../../src/features/imports/model.ts'
import type { Profile } from '../../src/features/profiles/index.ts'
import { invalidInput } from '../../src/kernel/errors.ts'
import { trienniumOf } from '../../src/kernel/ids.ts'
import { viewerWho } from './access.ts'
import { inventedCatalogue, inventedEdition } from './edition.ts'
import { openSite, type SiteOptions } from './site.ts'

/** An invented municipality without a plan, and with one of two entries. */
const vallechiara = { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901' } as const
const withoutPlan: Profile = {
  administration: { name: 'Comune di Montescuro', kind: 'municipality', cadastralCode: 'Z902' },
  plan: { triennium: trienniumOf('2023-2025'), edition: inventedEdition.id },
}
const withPlan: Profile = {
  administration: { ...vallechiara, population: 7200 },
  facts: { pagoPA: true },
  offices: [{ name: 'Ufficio tributi' }],
  plan: {
    triennium: trienniumOf('2025-2027'),
    edition: inventedEdition.id,
    entries: [
      {
        code: 'CAP1.PA.01',
        activity: 'Gli uffici usano una sola rubrica.',
        status: 'inProgress',
        notes: 'Da rivedere.',
      },
      { code: 'CAP4.PA.01', activity: 'Gli incassi passano dalla piattaforma.', status: 'completed' },
    ],
  },
  spending: [{ year: 2024, kind: 'actual', amount: '1200.50' }],
}

/** A plan as read from a file; fields that are not given are empty. */
export const importedPlan = (parts: Partial<ImportedPlan> = {}): ImportedPlan => ({
  document: { administration: vallechiara.name, triennium: trienniumOf('2025-2027'), edition: inventedEdition.id },
  entries: [],
  initiatives: [],
  ownObjectives: [],
  funding: [],
  spending: [],
  indicators: [],
  glossary: [],
  narrative: [],
  warnings: [],
  ...parts,
})

/** An entry as read from a file, surely. */
export const importedEntry = (entry: Pick<ImportedEntry, 'code'> & Partial<ImportedEntry>): ImportedEntry => ({
  codeAsPrinted: entry.code,
  objective: null,
  expectedResult: null,
  timing: null,
  officialText: null,
  activity: null,
  status: null,
  responsible: [],
  funding: [],
  plannedDate: null,
  completedDate: null,
  notes: null,
  source: { page: 12, text: `${entry.code}\n${entry.activity ?? ''}` },
  confidence: 0.95,
  warnings: [],
  ...entry,
})

/** Reads a file that holds the plan as JSON; `guasto` and `difetto` in the name fail, as files and as Timone do. */
const readJsonPlan: ReadPlanFile = async (bytes, name, onProgress) => {
  onProgress('pagina 1 di 2')
  if (name.includes('difetto')) throw new TypeError('cannot read')
  if (name.includes('guasto')) {
    throw invalidInput(`Il file ${name} non si può leggere.`, [
      { place: name, message: 'è protetto da una password', remedy: 'salvarlo senza password' },
    ])
  }
  return JSON.parse(new TextDecoder().decode(bytes)) as ImportedPlan
}

/** A site whose files hold a plan as JSON, with two invented bodies: the first has a plan. */
export async function openImportSite(options: Pick<SiteOptions, 'read' | 'catalogue' | 'tools'> = {}) {
  const site = await openSite({
    read: readJsonPlan,
    catalogue: inventedCatalogue,
    viewer: viewerWho(),
    bodies: [withPlan, withoutPlan],
    ...options,
  })
  const upload = (url: string, name: string, bytes: string | Uint8Array) => site.send(url, {}, { name, bytes })
  return {
    ...site,
    /** Sends a file to an address. */
    upload,
    /** Imports a file with this plan and returns the address of its review. */
    bringIn: async (plan: Partial<ImportedPlan>, slug = 'vallechiara') =>
      (await upload(`/enti/${slug}/importazioni`, 'piano.json', JSON.stringify(importedPlan(plan)))).location,
    /** Stores a plan of the body, as `timone profile` does. */
    adoptPlan: (plan: Profile['plan']) => site.adopt({ ...withPlan, plan }),
  }
}

/** What a test of imports can do. */
export type ImportSite = Awaited<ReturnType<typeof openImportSite>>
