// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { readPlanRows } from '../../src/features/plans/index.ts'
import { canonicalJson, type Profile } from '../../src/features/profiles/index.ts'
import { nobody, type Viewer } from '../../src/kernel/access.ts'
import { fixedClock } from '../../src/kernel/clock.ts'
import { type AdministrationId, trienniumOf } from '../../src/kernel/ids.ts'
import type { Tenants } from '../../src/platform/db/tenants.ts'
import { openServerForTest, type TestDatabase } from '../databases.ts'
import { openSite } from './site.ts'

const day = (iso: string) => new Date(`${iso}T09:00:00Z`)

type VersionState = 'approved' | 'inForce' | 'published' | 'superseded'

/** A version to freeze, as the approval would have stored it. */
export type InventedVersion = { readonly number: number; readonly state: VersionState; readonly profile: Profile }

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Freezes a version of a body's plan, with placeholders for a PDF in both layouts and for open data. */
export async function freezeVersion(
  tenants: Tenants,
  id: AdministrationId,
  { number, state, profile }: InventedVersion,
): Promise<void> {
  const { triennium, edition } = profile.plan
  const content = canonicalJson(profile)
  const since = (needed: readonly VersionState[]) => (needed.includes(state) ? day(`2026-0${number}-25`) : null)
  const documents = [
    ['pdf', 'fiches', `pdf a schede, versione ${number}`],
    ['pdf', 'tables', `pdf a tabelle, versione ${number}`],
    ['csv', 'fiches', 'codice;stato\r\n'],
    ['json', 'fiches', content],
  ] as const
  await tenants.tenant(id).write(async (writer) => {
    const plan = (await readPlanRows(writer)).find((row) => row.triennium === triennium)
    if (!plan) throw new Error(`no plan ${triennium}`)
    const key = { administration_id: id, plan_id: plan.id, number }
    await writer.db
      .insertInto('plan_version')
      .values({
        ...key,
        triennium,
        edition_id: edition,
        state,
        content,
        sha256: sha256(content),
        act_body: 'Giunta comunale',
        act_number: String(40 + number),
        act_date: `2026-0${number}-12`,
        act_file: null,
        approved_at: day(`2026-0${number}-13`),
        approved_by: 'Persona di prova',
        in_force_on: state === 'approved' ? null : `2026-0${number}-23`,
        published_at: since(['published', 'superseded']),
        superseded_at: state === 'superseded' ? day(`2026-0${number + 1}-25`) : null,
        journal_hash: '0'.repeat(64),
      })
      .execute()
    for (const [format, layout, text] of documents) {
      const bytes = Buffer.from(text)
      await writer.db
        .insertInto('version_document')
        .values({
          ...key,
          format,
          layout,
          filename: `piano-${triennium}-v${number}-${layout}.${format}`,
          bytes,
          pages: format === 'pdf' ? 12 : null,
          rows: format === 'csv' ? 1 : null,
          sha256: sha256(bytes),
          size: bytes.byteLength,
        })
        .execute()
    }
  })
}

/** A small plan of an invented body, with the given words in the entry of the first line. */
export const inventedProfile = (name: string, words: string, more: Partial<Profile['plan']> = {}): Profile => ({
  administration: { name: `Comune di ${name}`, kind: 'municipality', province: 'Valmonte', population: 4200 },
  facts: { pagoPA: true, dataCentreGroup: 'none' },
  offices: [{ name: 'Ufficio tributi' }],
  plan: {
    triennium: trienniumOf('2025-2027'),
    edition: '2024-2026',
    narrative: {
      introduction: `Chi siamo, in breve: ${words}.`,
      chapters: { 1: 'Come lavoriamo **insieme**.' },
      conclusion: 'Che cosa verrà dopo.',
    },
    entries: [
      {
        code: 'CAP1.PA.01',
        activity: `Gli uffici hanno fatto: ${words}.`,
        status: 'inProgress',
        statusLabel: 'In corso per il secondo anno',
        offices: ['Ufficio tributi'],
        planned: '2026-06-30',
        allocations: [{ source: 'Bilancio comunale', year: 2026, amount: '1200.00' }],
        evidence: [{ label: 'Delibera di indirizzo', url: 'https://www.example.org/delibera' }],
      },
      { code: 'CAP3.PA.02', activity: 'Il sito è stato rifatto.', status: 'completed', completed: '2025-11-15' },
    ],
    initiatives: [
      {
        title: 'Sportello in piazza',
        description: `Una postazione per tutti: ${words}.`,
        steps: ['Scegliere il luogo', 'Aprire'],
        lines: ['CAP1.PA.01'],
        status: 'planned',
      },
    ],
    ...more,
  },
})

/**
 * The site with four bodies. Vallechiara: version 1 superseded («lanterna»), 2 published («bussola»), 3 approved
 * («segreto-approvato»), a working copy («segreto-scritto»). Roccaperta: version 1 in force («segreto-esecutivo»).
 * Pietrascura: a draft («segreto-bozza»). Monteluna: published, hostile. Vallechiara and Roccaperta are associated;
 * Pietrascura is alone in an association of its own.
 */
export async function openPublishedSite(opened?: TestDatabase, viewer: Viewer | (() => Viewer) = nobody) {
  const hostile = '<script>alert(1)</script> [x](javascript:alert(2)) <img src=x onerror=alert(3)>'
  const site = await openSite({
    opened: opened ?? (await openServerForTest()),
    viewer,
    clock: fixedClock('2026-04-10T08:00:00Z'),
    bodies: [
      inventedProfile('Vallechiara', 'segreto-scritto'),
      inventedProfile('Roccaperta', 'segreto-esecutivo'),
      inventedProfile('Pietrascura', 'segreto-bozza'),
      inventedProfile('Monteluna', hostile),
    ],
  })
  const [vallechiara, roccaperta, pietrascura, monteluna] = site.ids
  if (!vallechiara || !roccaperta || !pietrascura || !monteluna) throw new Error('no bodies')
  const freeze = (id: AdministrationId, number: number, state: VersionState, name: string, words: string) =>
    freezeVersion(site.tenants, id, { number, state, profile: inventedProfile(name, words) })
  await freeze(vallechiara, 1, 'superseded', 'Vallechiara', 'lanterna')
  await freeze(vallechiara, 2, 'published', 'Vallechiara', 'bussola')
  await freeze(vallechiara, 3, 'approved', 'Vallechiara', 'segreto-approvato')
  await freeze(roccaperta, 1, 'inForce', 'Roccaperta', 'segreto-esecutivo')
  await freeze(monteluna, 1, 'published', 'Monteluna', hostile)
  await site.associate('delle-valli', [vallechiara, roccaperta], 'Ufficio associato delle-valli')
  await site.associate('dei-monti', [pietrascura], 'Ufficio associato dei-monti')
  return { ...site, bodies: { vallechiara, roccaperta, pietrascura, monteluna } }
}

/** What a test of public pages can do. */
export type PublishedSite = Awaited<ReturnType<typeof openPublishedSite>>
