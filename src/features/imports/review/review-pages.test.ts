// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventedEdition } from '../../../../tests/factories/edition.ts'
import {
  type ImportSite,
  importedEntry,
  importedPlan,
  openImportSite,
} from '../../../../tests/factories/import-site.ts'
import { trienniumOf } from '../../../kernel/ids.ts'

let site: ImportSite
beforeAll(async () => {
  site = await openImportSite()
})
afterAll(() => site.close())

const imports = '/enti/vallechiara/importazioni'

describe('from a file to the plan', () => {
  test('what is read is proposed beside its source, and nothing is stored until it is accepted', async () => {
    const before = await site.profile()
    const location = await site.bringIn({
      entries: [
        importedEntry({
          code: 'CAP1.PA.02',
          activity: 'Uno sportello il martedì.',
          status: 'Già completata nel 2024',
          responsible: ['Biblioteca', 'URP'],
          plannedDate: '31.12.2025',
          source: { page: 7, text: 'CAP1.PA.LA02\nUno sportello il <martedì>.' },
          warnings: ['il codice è stampato CAP1.PA.LA02'],
        }),
      ],
      indicators: [
        { name: 'Servizi', value: 18, unit: null, date: null, source: { text: 'x' }, confidence: 1, warnings: [] },
      ],
      warnings: ['Una tabella è rimasta fuori.'],
    })
    const { text, body } = await site.get(location)
    expect(text).toContain('1 proposta da decidere')
    expect(text).toContain('CAP1.PA.02 Aprire uno sportello di facilitazione')
    expect(text).toContain('Nuova')
    expect(text).toContain('Lettura sicura')
    expect(text).toMatch(/Stato Completata Stato con le parole dell’ente Già completata nel 2024/)
    expect(text).toMatch(/Data prevista 31\/12\/2025/)
    expect(text).toContain('Nel file, pagina 7')
    expect(body).toContain('Uno sportello il &lt;martedì>.')
    expect(text).toContain('il codice è stampato CAP1.PA.LA02')
    expect(text).toContain('Una tabella è rimasta fuori.')
    expect(text).toContain('1 indicatore letto')
    expect(await site.profile()).toEqual(before)
  })

  test('a change shows both versions, field by field; what the file does not say stays', async () => {
    const location = await site.bringIn({
      entries: [importedEntry({ code: 'CAP1.PA.01', activity: 'Gli uffici usano due rubriche.', status: 'In corso' })],
    })
    const { text } = await site.get(location)
    expect(text).toContain(
      'Campo Nel piano Proposto Che cosa fa l’ente Gli uffici usano una sola rubrica. Gli uffici usano due rubriche.',
    )
    expect(text).toContain('Stato con le parole dell’ente niente In corso')
    await site.post(`${location}/accettate`, { quali: 'una', proposta: '1' })
    const profile = await site.profile()
    expect(profile?.plan.entries?.[0]).toEqual({
      code: 'CAP1.PA.01',
      activity: 'Gli uffici usano due rubriche.',
      status: 'inProgress',
      statusLabel: 'In corso',
      notes: 'Da rivedere.',
    })
    expect(profile?.offices).toEqual([{ name: 'Ufficio tributi' }])
    expect(profile?.spending).toEqual([{ year: 2024, kind: 'actual', amount: '1200.50' }])
  })

  test('every kind of record finds its place, in one transaction told by the journal', async () => {
    const reading = { source: { page: 3, text: 'testo' }, confidence: 0.9, warnings: [] }
    const plan = importedPlan({
      entries: [importedEntry({ code: 'CAP4.PA.02', activity: 'Coordiniamo le piattaforme.' })],
      initiatives: [
        {
          priority: 2,
          title: 'Rifare il sito',
          steps: ['gara', 'avvio'],
          responsible: ['RTD', 'URP'],
          timing: 'entro il 2026',
          expectedResults: ['un sito nuovo'],
          ...reading,
        },
      ],
      ownObjectives: [
        {
          office: 'Tributi',
          objective: 'Un obiettivo lungo. '.repeat(30).trim(),
          plannedDate: '30/06/2026',
          resources: 'due persone',
          responsible: [],
          ...reading,
        },
      ],
      funding: [
        {
          measure: '1.4.1',
          title: null,
          year: 2024,
          amount: 328160.5,
          progress: 'conclusa',
          certification: 'positiva',
          payment: null,
          ...reading,
        },
      ],
      spending: [{ year: 2025, amount: 1500, kind: 'forecast', ...reading }],
      narrative: [{ chapter: 4, markdown: 'Le **piattaforme** del Comune.', ...reading }],
    })
    const { location } = await site.upload(imports, 'tutto.json', JSON.stringify(plan))
    const { location: next } = await site.post(`${location}/accettate`, { quali: 'sicure' })
    expect((await site.get(next)).text).toContain('6 proposte accettate: ora sono nel piano.')
    expect((await site.get(next)).text).toContain('Tutto deciso')
    const profile = await site.profile()
    expect(profile?.plan.narrative).toEqual({ chapters: { '4': 'Le **piattaforme** del Comune.' } })
    expect(profile?.plan.initiatives).toEqual([
      {
        title: 'Rifare il sito',
        description: 'Priorità 2',
        responsible: 'RTD, URP',
        planned: 'entro il 2026',
        steps: ['gara', 'avvio'],
        expectedResults: ['un sito nuovo'],
      },
      {
        title: expect.stringMatching(/^Un obiettivo lungo\. .{200,280}…$/),
        description: 'Un obiettivo lungo. '.repeat(30).trim(),
        office: 'Tributi',
        planned: '2026-06-30',
        resources: 'due persone',
      },
    ])
    expect(profile?.fundingMeasures).toEqual([
      {
        measure: '1.4.1',
        title: 'Misura 1.4.1',
        year: 2024,
        amount: '328160.50',
        progress: 'conclusa',
        certification: 'positiva',
      },
    ])
    expect(profile?.spending?.at(-1)).toEqual({ year: 2025, kind: 'forecast', amount: '1500.00' })
    const [accepted, adopted] = await site.journal()
    expect(adopted).toMatchObject({
      actor: 'Persona di prova',
      event: { type: 'profileAdopted', triennium: '2025-2027' },
    })
    expect(accepted).toMatchObject({
      actor: 'Persona di prova',
      event: {
        type: 'importAccepted',
        filename: 'tutto.json',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        counts: { entry: 1, initiative: 1, ownObjective: 1, funding: 1, spending: 1, narrative: 1 },
      },
    })

    const again = await site.upload(imports, 'tutto.json', JSON.stringify(plan))
    const { text, body } = await site.get(again.location)
    expect(text).toContain('Niente di nuovo: ciò che il file contiene è già nel piano')
    expect(text).toContain('Conclusa')
    expect(body).not.toContain('name="quali"')
  })

  test('unsure and repeated readings are left to a person; a chapter is accepted at once', async () => {
    const location = await site.bringIn({
      entries: [
        importedEntry({ code: 'CAP4.PA.03', activity: 'Incerta.', confidence: 0.4 }),
        importedEntry({ code: 'CAP4.PA.01', activity: 'Prima versione.' }),
        importedEntry({ code: 'CAP4.PA.01', activity: 'Seconda versione.' }),
        importedEntry({ code: 'CAP1.PA.02', activity: 'Sportello aperto.' }),
      ],
    })
    const page = await site.get(`${location}?mostra=da-verificare`)
    expect(page.text).toContain('3 proposte in elenco')
    expect(page.text).toContain('Lettura molto incerta')
    expect(page.text).toContain('Il file ne parla più volte')
    expect((await site.post(`${location}/accettate`, { quali: 'sicure' })).location).toContain('quante=1')
    expect((await site.post(`${location}/accettate`, { quali: 'gruppo', gruppo: 'capitolo-4' })).location).toContain(
      'quante=1',
    )
    await site.post(`${location}/accettate`, { quali: 'una', proposta: '3' })
    await site.post(`${location}/scartate`, { proposta: '2' })
    expect((await site.get(location)).text).toContain('Tutto deciso')
    const entries = (await site.profile())?.plan.entries ?? []
    expect(entries.find(({ code }) => code === 'CAP4.PA.01')?.activity).toBe('Seconda versione.')
    expect(entries.find(({ code }) => code === 'CAP4.PA.03')?.activity).toBe('Incerta.')
    expect((await site.get(`${location}?mostra=scartate`)).text).toContain('1 proposta in elenco')
    await site.post(`${location}/accettate`, { quali: 'una', proposta: '2' })
    const after = (await site.profile())?.plan.entries ?? []
    expect(after.find(({ code }) => code === 'CAP4.PA.01')?.activity).toBe('Prima versione.')
  })

  test('a correction counts as it stands: what was emptied is taken away, the rest stays, and it leads back to the list', async () => {
    const allocations = [{ source: 'Bilancio comunale', year: 2026, amount: '1234.50' }]
    await site.adoptPlan({
      triennium: trienniumOf('2025-2027'),
      edition: inventedEdition.id,
      entries: [{ code: 'CAP1.PA.01', status: 'inProgress', notes: 'Da rivedere.', allocations }],
    })
    const location = await site.bringIn({
      entries: [importedEntry({ code: 'CAP1.PA.01', activity: 'Da correggere.' })],
    })
    expect((await site.get(`${location}/proposte/1`)).body).toContain('>Da rivedere.</textarea>')
    const typed = {
      code: 'CAP1.PA.01',
      activity: 'Corretta.\r\nDue righe.',
      offices: 'URP\r\nCED',
      planned: '1/2/2026',
      allocations: 'Bilancio comunale, 2026: 1.234,50 €',
      status: '',
      notes: '',
    }
    const saved = await site.post(`${location}/proposte/1`, { ...typed, mostra: 'tutte', capitolo: '1' })
    expect(saved.location).toBe(`${location}?mostra=tutte&capitolo=1&esito=corretta#proposta-1`)
    const { text } = await site.get(saved.location.replace(/#.*/, ''))
    expect(text).toContain('Corretta a mano')
    expect(text).toContain('Toglie qualcosa')
    expect(text).toMatch(/Note Da rivedere\. verrebbe tolto: Da rivedere\./)
    const accepted = await site.post(`${location}/proposte/1`, { ...typed, azione: 'accetta' })
    expect(accepted.location).toContain('esito=accettate&quante=1')
    expect((await site.profile())?.plan.entries?.[0]).toEqual({
      code: 'CAP1.PA.01',
      activity: 'Corretta.\nDue righe.',
      offices: ['URP', 'CED'],
      planned: '2026-02-01',
      allocations,
    })
  })

  test('two people who accept the same at once store it once', async () => {
    const location = await site.bringIn({ entries: [importedEntry({ code: 'CAP4.PA.02', activity: 'Insieme.' })] })
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => site.post(`${location}/accettate`, { quali: 'una', proposta: '1' })),
    )
    expect(answers.filter(({ location: next }) => next.includes('quante=1'))).toHaveLength(1)
    const events = (await site.journal()).filter(({ event }) => event.type === 'importAccepted')
    expect(events[0]?.event).toMatchObject({ counts: { entry: 1 } })
  })
})
