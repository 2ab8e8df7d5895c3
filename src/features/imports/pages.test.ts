// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ImportSite, importedEntry, importedPlan, openImportSite } from '../../../tests/factories/import-site.ts'
import type { ImportedPlan } from './model.ts'

let site: ImportSite
beforeAll(async () => {
  site = await openImportSite()
})
afterAll(() => site.close())

const imports = '/enti/vallechiara/importazioni'

const get = async (url: string) => {
  const { statusCode, headers, body } = await site.inject(url)
  return { statusCode, headers, body, text: textOf(body) }
}

const textOf = (body: string) =>
  body
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')

const post = async (url: string, fields: Record<string, string> = {}) => {
  const { statusCode, headers, body } = await site.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return { statusCode, location: String(headers.location), body, text: textOf(body) }
}

const send = async (name: string, content: string | Uint8Array<ArrayBuffer>, url = imports) => {
  const form = new FormData()
  form.set('file', new Blob([content]), name)
  const { statusCode, headers, body } = await site.inject({ method: 'POST', url, payload: form })
  return { statusCode, location: String(headers.location), body, text: textOf(body) }
}

/** Uploads a plan and answers the address of its review. */
const bringIn = async (plan: Partial<ImportedPlan>, url = imports): Promise<string> =>
  (await send('piano.json', JSON.stringify(importedPlan(plan)), url)).location

const refused = [
  importedEntry({ code: 'CAP1.PA.02', activity: 'Uno sportello il martedì.' }),
  importedEntry({ code: 'CAP4.PA.03', activity: 'Il catalogo si pubblica.', confidence: 0.4 }),
]

describe('what is refused', () => {
  test.each([
    '/enti/nessuno/importazioni',
    `${imports}/999`,
    `${imports}/0`,
    `${imports}/1x`,
    `${imports}/999/file`,
    `${imports}/999/proposte/1`,
  ])('%s does not exist', async (url) => {
    expect((await get(url)).statusCode).toBe(404)
  })

  test('an upload for a body that is not there, without a file, or of an empty file', async () => {
    expect((await send('piano.json', '{}', '/enti/nessuno/importazioni')).statusCode).toBe(404)
    const none = await site.inject({ method: 'POST', url: imports, payload: new FormData() })
    expect(none.statusCode).toBe(422)
    expect(textOf(none.body)).toContain('scegliere il file da importare')
    expect(none.body).toContain('href="#campo-file"')
    const empty = await send('vuoto.pdf', '')
    expect(empty.statusCode).toBe(422)
    expect(empty.text).toContain('vuoto.pdf è vuoto')
    expect(empty.body).toContain('aria-invalid="true"')
  })

  test('a file heavier than the limit', async () => {
    const response = await send('grande.pdf', new Uint8Array(50 * 2 ** 20 + 1))
    expect(response.statusCode).toBe(413)
    expect(response.text).toContain('Il file grande.pdf è troppo grande')
    expect(response.text).toContain('supera 50 MB')
  })

  test('a file that cannot be read says why, stores nothing, and can be read again or put away', async () => {
    const before = await site.profile()
    const { statusCode, location } = await send('guasto.pdf', 'x')
    expect(statusCode).toBe(303)
    const page = await get(location)
    expect(page.text).toContain('Il file guasto.pdf non si può leggere.')
    expect(page.text).toContain('è protetto da una password; salvarlo senza password')
    expect(await site.profile()).toEqual(before)
    expect((await post(`${location}/accettate`, { quali: 'sicure' })).statusCode).toBe(409)
    expect((await post(`${location}/lettura`)).statusCode).toBe(303)
    expect((await get(location)).text).toContain('non si può leggere')
    expect((await post(`${location}/scarto`)).statusCode).toBe(303)
    expect((await get(location)).text).toContain('Importazione messa da parte')
    expect((await get(`${location}/file`)).statusCode).toBe(404)
    expect((await post(`${location}/lettura`)).statusCode).toBe(409)
  })

  test('a fault of ours is told without detail', async () => {
    const { location } = await send('difetto.pdf', 'x')
    const { text } = await get(location)
    expect(text).toContain('si è fermata per un errore di Timone')
    expect(text).not.toContain('cannot read')
  })

  test("another body's import, as if it were this one's", async () => {
    const location = await bringIn({ entries: refused }, '/enti/montescuro/importazioni')
    expect(location).toMatch(/^\/enti\/montescuro\/importazioni\/\d+$/)
    const here = location.replace('montescuro', 'vallechiara')
    expect((await get(here)).statusCode).toBe(404)
    expect((await get(`${here}/file`)).statusCode).toBe(404)
    expect((await post(`${here}/accettate`, { quali: 'sicure' })).statusCode).toBe(404)
  })

  test('a decision that names no proposal, or in words that there are not', async () => {
    const location = await bringIn({ entries: refused })
    for (const [path, fields] of [
      ['accettate', { quali: 'una', proposta: '99' }],
      ['scartate', { proposta: '99' }],
      ['proposte/99', {}],
    ] as const) {
      expect((await post(`${location}/${path}`, fields)).statusCode, path).toBe(404)
    }
    expect((await post(`${location}/accettate`, { quali: 'tutte' })).statusCode).toBe(422)
    expect((await post(`${location}/accettate`, { quali: 'una' })).statusCode).toBe(422)
    expect((await get(`${location}?mostra=boh`)).statusCode).toBe(422)
    expect((await get(`${location}?pagina=0`)).statusCode).toBe(422)
  })

  test('a proposal that the plan cannot hold, until it is corrected', async () => {
    const before = await site.profile()
    const location = await bringIn({ entries: [importedEntry({ code: 'CAP9.PA.99', activity: 'x' })] })
    expect((await get(location)).text).toContain("«CAP9.PA.99» non è una linea dell'edizione 2024-2026")
    expect((await get(location)).body).not.toContain('value="una"><button')
    const response = await post(`${location}/accettate`, { quali: 'una', proposta: '1' })
    expect(response.statusCode).toBe(422)
    expect(response.text).toContain('va prima corretta')
    expect((await post(`${location}/accettate`, { quali: 'sicure' })).location).toContain('quante=0')
    expect(await site.profile()).toEqual(before)
  })

  test('a correction with faults comes back with each beside its field, and keeps nothing', async () => {
    const location = await bringIn({ entries: [importedEntry({ code: 'CAP1.PA.02' })] })
    const { statusCode, body, text } = await post(`${location}/proposte/1`, {
      code: 'CAP1.PA.77',
      planned: '31/02/2026',
      evidence: 'senza indirizzo',
      activity: 'Testo "nuovo"',
    })
    expect(statusCode).toBe(422)
    expect(body).toContain('href="#campo-code"')
    expect(body).toContain('href="#campo-planned"')
    expect(body).toContain('href="#campo-evidence"')
    expect(text).toMatch(/Codice.*Data prevista: la data 31\/02\/2026 non esiste.*Prove: ogni prova ha un nome/)
    expect(body).toContain('Testo &quot;nuovo&quot;</textarea>')
    expect((await get(`${location}/proposte/1`)).body).not.toContain('nuovo')
  })
})

describe('from a file to the plan', () => {
  test('what is read is proposed beside its source, and nothing is stored until it is accepted', async () => {
    const before = await site.profile()
    const location = await bringIn({
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
    const { text, body } = await get(location)
    expect(text).toContain('1 proposta da decidere')
    expect(text).toContain('CAP1.PA.02 Aprire uno sportello di facilitazione')
    expect(text).toContain('Nuova')
    expect(text).toContain('Lettura sicura')
    expect(text).toMatch(/Stato Completata Stato con le parole dell'ente Già completata nel 2024/)
    expect(text).toMatch(/Data prevista 31\/12\/2025/)
    expect(text).toContain('Nel file, pagina 7')
    expect(body).toContain('Uno sportello il &lt;martedì>.')
    expect(text).toContain('il codice è stampato CAP1.PA.LA02')
    expect(text).toContain('Una tabella è rimasta fuori.')
    expect(text).toContain('1 indicatore letto')
    expect(await site.profile()).toEqual(before)
  })

  test('a change shows both versions, field by field; what the file does not say stays', async () => {
    const location = await bringIn({
      entries: [importedEntry({ code: 'CAP1.PA.01', activity: 'Gli uffici usano due rubriche.', status: 'In corso' })],
    })
    const { text } = await get(location)
    expect(text).toContain(
      "Campo Nel piano Proposto Che cosa fa l'ente Gli uffici usano una sola rubrica. Gli uffici usano due rubriche.",
    )
    expect(text).toContain("Stato con le parole dell'ente niente In corso")
    await post(`${location}/accettate`, { quali: 'una', proposta: '1' })
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
          ...{ priority: 2, title: 'Rifare il sito', steps: ['gara', 'avvio'], responsible: ['RTD', 'URP'] },
          ...{ timing: 'entro il 2026', expectedResults: ['un sito nuovo'] },
          ...reading,
        },
      ],
      ownObjectives: [
        {
          ...{ office: 'Tributi', objective: 'Un obiettivo lungo. '.repeat(30).trim(), plannedDate: '30/06/2026' },
          ...{ resources: 'due persone', responsible: [] },
          ...reading,
        },
      ],
      funding: [
        {
          ...{ measure: '1.4.1', title: null, year: 2024, amount: 328160.5, progress: 'conclusa' },
          ...{ certification: 'positiva', payment: null },
          ...reading,
        },
      ],
      spending: [{ year: 2025, amount: 1500, kind: 'forecast', ...reading }],
      narrative: [{ chapter: 4, markdown: 'Le **piattaforme** del Comune.', ...reading }],
    })
    const { location } = await send('tutto.json', JSON.stringify(plan))
    const { location: next } = await post(`${location}/accettate`, { quali: 'sicure' })
    expect((await get(next)).text).toContain('6 proposte accettate: ora sono nel piano.')
    expect((await get(next)).text).toContain('Tutto deciso')
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
        ...{ measure: '1.4.1', title: 'Misura 1.4.1', year: 2024, amount: '328160.50' },
        ...{ progress: 'conclusa', certification: 'positiva' },
      },
    ])
    expect(profile?.spending?.at(-1)).toEqual({ year: 2025, kind: 'forecast', amount: '1500.00' })
    const [accepted, adopted] = await site.journal()
    expect(adopted).toMatchObject({ actor: 'program:web', event: { type: 'profileAdopted', triennium: '2025-2027' } })
    expect(accepted).toMatchObject({
      actor: 'program:web',
      event: {
        type: 'importAccepted',
        filename: 'tutto.json',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        counts: { entry: 1, initiative: 1, ownObjective: 1, funding: 1, spending: 1, narrative: 1 },
      },
    })

    const again = await send('tutto.json', JSON.stringify(plan))
    const { text, body } = await get(again.location)
    expect(text).toContain('Niente di nuovo: ciò che il file contiene è già nel piano')
    expect(text).toContain('Conclusa')
    expect(body).not.toContain('name="quali"')
  })

  test('unsure and repeated readings are left to a person; a chapter is accepted at once', async () => {
    const location = await bringIn({
      entries: [
        importedEntry({ code: 'CAP4.PA.03', activity: 'Incerta.', confidence: 0.4 }),
        importedEntry({ code: 'CAP4.PA.01', activity: 'Prima versione.' }),
        importedEntry({ code: 'CAP4.PA.01', activity: 'Seconda versione.' }),
        importedEntry({ code: 'CAP1.PA.02', activity: 'Sportello aperto.' }),
      ],
    })
    const page = await get(`${location}?mostra=da-verificare`)
    expect(page.text).toContain('3 proposte in elenco')
    expect(page.text).toContain('Lettura molto incerta')
    expect(page.text).toContain('Il file ne parla più volte')
    expect((await post(`${location}/accettate`, { quali: 'sicure' })).location).toContain('quante=1')
    expect((await post(`${location}/accettate`, { quali: 'gruppo', gruppo: 'capitolo-4' })).location).toContain(
      'quante=1',
    )
    await post(`${location}/accettate`, { quali: 'una', proposta: '3' })
    await post(`${location}/scartate`, { proposta: '2' })
    expect((await get(location)).text).toContain('Tutto deciso')
    const entries = (await site.profile())?.plan.entries ?? []
    expect(entries.find(({ code }) => code === 'CAP4.PA.01')?.activity).toBe('Seconda versione.')
    expect(entries.find(({ code }) => code === 'CAP4.PA.03')?.activity).toBe('Incerta.')
    expect((await get(`${location}?mostra=scartate`)).text).toContain('1 proposta in elenco')
    await post(`${location}/accettate`, { quali: 'una', proposta: '2' })
    const after = (await site.profile())?.plan.entries ?? []
    expect(after.find(({ code }) => code === 'CAP4.PA.01')?.activity).toBe('Prima versione.')
  })

  test('a correction counts as it stands: what was left empty is taken away, and it leads back to the list', async () => {
    const location = await bringIn({ entries: [importedEntry({ code: 'CAP1.PA.01', activity: 'Da correggere.' })] })
    expect((await get(`${location}/proposte/1`)).body).toContain('>Da rivedere.</textarea>')
    const typed = {
      code: 'CAP1.PA.01',
      activity: 'Corretta.\r\nDue righe.',
      offices: 'URP\r\nCED',
      planned: '1/2/2026',
    }
    const saved = await post(`${location}/proposte/1`, { ...typed, mostra: 'tutte', capitolo: '1' })
    expect(saved.location).toBe(`${location}?mostra=tutte&capitolo=1&esito=corretta#proposta-1`)
    expect((await get(saved.location.replace(/#.*/, ''))).text).toContain('Corretta a mano')
    const accepted = await post(`${location}/proposte/1`, { ...typed, azione: 'accetta' })
    expect(accepted.location).toContain('esito=accettate&quante=1')
    expect((await site.profile())?.plan.entries?.[0]).toEqual({
      ...{ code: 'CAP1.PA.01', activity: 'Corretta.\nDue righe.', offices: ['URP', 'CED'], planned: '2026-02-01' },
    })
  })

  test('two people who accept the same at once store it once', async () => {
    const location = await bringIn({ entries: [importedEntry({ code: 'CAP4.PA.02', activity: 'Insieme.' })] })
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => post(`${location}/accettate`, { quali: 'una', proposta: '1' })),
    )
    expect(answers.map((answer) => /quante=(\d)/.exec(answer.location)?.[1]).toSorted()).toEqual(['0', '0', '0', '1'])
    const events = (await site.journal()).filter(({ event }) => event.type === 'importAccepted')
    expect(events[0]?.event).toMatchObject({ counts: { entry: 1 } })
  })
})

describe('the plan that proposals are for', () => {
  const nameless = { document: { administration: null, triennium: null, edition: null } }

  test('is asked for where the file does not say it; triennium and edition must go together', async () => {
    const url = '/enti/montescuro/importazioni'
    const named = { document: { administration: 'Comune di Altrove', triennium: '2019-2021', edition: null } }
    const location = await bringIn({ ...named, entries: [importedEntry({ code: 'CAP1.PA.02' })] }, url)
    const page = await get(location)
    expect(page.text).toContain('A quale piano sono destinate le proposte?')
    expect(page.text).toContain('Il file dice di essere di «Comune di Altrove»')
    expect((await post(`${location}/accettate`, { quali: 'sicure' })).statusCode).toBe(409)
    const none = await post(`${location}/piano`, {})
    expect(none.statusCode).toBe(422)
    expect(none.body).toContain('href="#campo-triennio"')
    const far = await post(`${location}/piano`, { triennio: '2019-2021', edizione: '2024-2026' })
    expect(far.statusCode).toBe(422)
    expect(far.text).toContain("l'edizione 2024-2026 non ha anni in comune con il triennio 2019-2021")
    expect((await post(`${location}/piano`, { triennio: '2025-2027', edizione: '1999' })).statusCode).toBe(422)
    expect((await post(`${location}/piano`, { triennio: '2025-2027', edizione: '2024-2026' })).statusCode).toBe(303)
    expect((await get(location)).text).toContain('Piano nuovo 2025-2027, edizione nazionale 2024-2026.')
  })

  test('is the newest that the body has, where the file names none', async () => {
    const location = await bringIn({
      ...nameless,
      entries: [importedEntry({ code: 'CAP1.PA.02', activity: 'Nuova.' })],
    })
    expect((await get(location)).text).toContain('Piano 2025-2027, edizione nazionale 2024-2026.')
  })

  test('begins with the first proposal accepted, and keeps what is known of the body', async () => {
    const document = { administration: 'Comune di Vallechiara', triennium: '2022-2024', edition: '2024-2026' }
    const location = await bringIn({ document, entries: [importedEntry({ code: 'CAP1.PA.02', activity: 'Prima.' })] })
    await post(`${location}/accettate`, { quali: 'sicure' })
    const profile = await site.profile('2022-2024')
    expect(profile?.plan).toEqual({
      ...{ triennium: '2022-2024', edition: '2024-2026' },
      entries: [{ code: 'CAP1.PA.02', activity: 'Prima.' }],
    })
    expect(profile?.facts).toEqual({ pagoPA: true })
  })
})

test('the list tells how each import stands, and the body leads to it', async () => {
  const { text } = await get(imports)
  expect(text).toContain('Importa un piano che esiste già')
  expect(text).toMatch(/tutto\.json 2 KB 10\/03\/2026, 11:00 Conclusa 6, accettate 6, scartate 0/)
  expect((await get('/enti/vallechiara')).body).toContain(`href="${imports}"`)
})

test('a file comes back as it was sent', async () => {
  const { location } = await send('però «questo».json', JSON.stringify(importedPlan()))
  const response = await site.inject(`${location}/file`)
  expect(response.headers['content-disposition']).toBe('attachment; filename="pero questo.json"')
  expect(response.json()).toEqual(importedPlan())
  expect((await get(location)).text).toContain('Il file non contiene nulla da proporre')
})

test('characters that a database refuses do not keep a file from being read', async () => {
  const location = await bringIn({
    entries: [importedEntry({ code: 'CAP1.PA.02', activity: 'a\u0000b', source: { text: '\u0000\ud800' } })],
  })
  expect((await get(location)).statusCode).toBe(200)
})
