// SPDX-License-Identifier: AGPL-3.0-or-later

import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arbitraryOf } from '../../../../tests/factories/arbitrary-of.ts'
import { inventedCatalogue, inventedEdition } from '../../../../tests/factories/edition.ts'
import { type ImportSite, openImportSite } from '../../../../tests/factories/import-site.ts'
import { trienniumOf } from '../../../kernel/ids.ts'
import { EntrySchema, InitiativeSchema } from '../../plans/index.ts'
import type { Profile } from '../../profiles/index.ts'
import { importPlan } from '../import-plan.ts'
import { parseFile } from '../reading/parse-file.ts'
import { readOwnDocument } from './read-own-document.ts'

const catalogue = inventedCatalogue
let site: ImportSite
beforeAll(async () => {
  site = await openImportSite({
    read: async (bytes, name) => {
      const blocks = await parseFile(bytes, name)
      return readOwnDocument(blocks, name, catalogue) ?? importPlan(blocks, catalogue)
    },
  })
})
afterAll(() => site.close())

const here = '/enti/vallechiara'

async function download(format: 'docx' | 'odt'): Promise<Uint8Array<ArrayBuffer>> {
  const { status, bytes } = await site.get(`${here}/piano/2025-2027/documenti/${format}`)
  expect(status).toBe(200)
  return new Uint8Array(bytes)
}

/** Brings a document in and answers its review. */
async function review(bytes: Uint8Array<ArrayBuffer>, name: string) {
  const { location } = await site.upload(`${here}/importazioni`, name, bytes)
  return { location, text: (await site.get(`${location}?mostra=tutte`)).text }
}

/** The document as if somebody had changed its words in a word processor. */
function edit(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes)
  parts[path] = strToU8(change(strFromU8(parts[path] ?? new Uint8Array())))
  return new Uint8Array(zipSync(parts))
}

const codes = inventedEdition.lines.map(({ code }) => code)
const entry = arbitraryOf(EntrySchema.omit({ code: true }), codes)
const plan: fc.Arbitrary<Profile['plan']> = fc
  .tuple(
    fc.subarray(codes),
    fc.uniqueArray(arbitraryOf(InitiativeSchema, codes), { maxLength: 2, selector: ({ title }) => title }),
  )
  .chain(([chosen, initiatives]) =>
    fc.tuple(...chosen.map((code) => entry.map((said) => ({ code, ...said })))).map((entries) => ({
      triennium: trienniumOf('2025-2027'),
      edition: inventedEdition.id,
      title: 'Il nostro piano',
      narrative: { introduction: 'Si comincia.', chapters: { '4': 'Le **piattaforme**.' } },
      entries,
      initiatives,
    })),
  )

describe.each([
  ['docx', 'word/document.xml'],
  ['odt', 'content.xml'],
] as const)('a plan written as %s', (format, main) => {
  test('proposes nothing when nobody changed it', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (written) => {
        await site.adoptPlan(written)
        const { text } = await review(await download(format), `piano.${format}`)
        expect(text.match(/Non si è potuto riportare[^.]*.{0,120}/g) ?? []).toEqual([])
        expect(text).toContain('Niente di nuovo')
      }),
      { numRuns: 4, endOnFailure: true },
    )
  }, 120_000)

  test('gives the words that somebody changed, and tells what it cannot take', async () => {
    const entries: Profile['plan']['entries'] = [
      {
        code: 'CAP1.PA.01',
        activity: 'Una **rubrica** sola.',
        notes: 'Annotazione.',
        status: 'inProgress',
        allocations: [{ source: 'Bilancio', year: 2026, amount: '10.00' }],
      },
      { code: 'CAP4.PA.01', activity: 'Incassi con la _piattaforma_.' },
    ]
    await site.adoptPlan({
      triennium: trienniumOf('2025-2027'),
      edition: inventedEdition.id,
      entries,
      narrative: { conclusion: 'Si conclude.' },
    })
    const bytes = edit(await download(format), main, (xml) =>
      xml.replace('Annotazione.', 'Osservazione.').replace('Si conclude.', 'Si finisce.'),
    )
    const { location, text } = await review(bytes, `piano.${format}`)
    expect(text).toContain('Note Annotazione. Osservazione.')
    expect(text).toContain('Non si è potuto riportare ciò che nel documento è stato cambiato o aggiunto: «Si finisce.»')
    await site.post(`${location}/accettate`, { quali: 'sicure' })
    const after = (await site.profile())?.plan
    expect(after?.entries).toEqual([{ ...entries[0], notes: 'Osservazione.' }, entries[1]])
    expect(after?.narrative?.conclusion).toBe('Si conclude.')
  })
})
