// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ImportSite, importedEntry, importedPlan, openImportSite } from '../../../tests/factories/import-site.ts'
import { trienniumOf } from '../../kernel/ids.ts'

let site: ImportSite
beforeAll(async () => {
  site = await openImportSite()
})
afterAll(() => site.close())

const imports = '/enti/vallechiara/importazioni'

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
    expect((await site.get(url)).status).toBe(404)
  })

  test('an upload for a body that is not there, without a file, or of an empty file', async () => {
    expect((await site.upload('/enti/nessuno/importazioni', 'piano.json', '{}')).status).toBe(404)
    const none = await site.upload(imports, '', '')
    expect(none.status).toBe(422)
    expect(none.text).toContain('scegliere il file da importare')
    expect(none.body).toContain('href="#campo-file"')
    const empty = await site.upload(imports, 'vuoto.pdf', '')
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('vuoto.pdf è vuoto')
    expect(empty.body).toContain('aria-invalid="true"')
  })

  test('a file heavier than the limit', async () => {
    const response = await site.upload(imports, 'grande.pdf', new Uint8Array(50 * 2 ** 20 + 1))
    expect(response.status).toBe(413)
    expect(response.text).toContain('Il file grande.pdf è troppo grande')
    expect(response.text).toContain('supera 50 MB')
  })

  test('a file that cannot be read says why, stores nothing, and can be read again or put away', async () => {
    const before = await site.profile()
    const { status, location } = await site.upload(imports, 'guasto.pdf', 'x')
    expect(status).toBe(303)
    const page = await site.get(location)
    expect(page.text).toContain('Il file guasto.pdf non si può leggere.')
    expect(page.text).toContain('è protetto da una password; salvarlo senza password')
    expect(await site.profile()).toEqual(before)
    expect((await site.post(`${location}/accettate`, { quali: 'sicure' })).status).toBe(409)
    expect((await site.post(`${location}/lettura`)).status).toBe(303)
    expect((await site.get(location)).text).toContain('non si può leggere')
    expect((await site.post(`${location}/scarto`)).status).toBe(303)
    expect((await site.get(location)).text).toContain('Importazione messa da parte')
    expect((await site.get(`${location}/file`)).status).toBe(404)
    expect((await site.post(`${location}/lettura`)).status).toBe(409)
  })

  test('a fault of ours is told without detail', async () => {
    const { location } = await site.upload(imports, 'difetto.pdf', 'x')
    const { text } = await site.get(location)
    expect(text).toContain('si è fermata per un errore di Timone')
    expect(text).not.toContain('cannot read')
  })

  test("another body's import, as if it were this one's", async () => {
    const location = await site.bringIn({ entries: refused }, 'montescuro')
    expect(location).toMatch(/^\/enti\/montescuro\/importazioni\/\d+$/)
    const here = location.replace('montescuro', 'vallechiara')
    expect((await site.get(here)).status).toBe(404)
    expect((await site.get(`${here}/file`)).status).toBe(404)
    expect((await site.post(`${here}/accettate`, { quali: 'sicure' })).status).toBe(404)
  })

  test('a decision that names no proposal, or in words that there are not', async () => {
    const location = await site.bringIn({ entries: refused })
    for (const [path, fields] of [
      ['accettate', { quali: 'una', proposta: '99' }],
      ['scartate', { proposta: '99' }],
      ['proposte/99', {}],
    ] as const) {
      expect((await site.post(`${location}/${path}`, fields)).status, path).toBe(404)
    }
    expect((await site.post(`${location}/accettate`, { quali: 'tutte' })).status).toBe(422)
    expect((await site.post(`${location}/accettate`, { quali: 'una' })).status).toBe(422)
    expect((await site.get(`${location}?mostra=boh`)).status).toBe(422)
    expect((await site.get(`${location}?pagina=0`)).status).toBe(422)
  })

  test('a proposal that the plan cannot hold, until it is corrected', async () => {
    const before = await site.profile()
    const location = await site.bringIn({ entries: [importedEntry({ code: 'CAP9.PA.99', activity: 'x' })] })
    expect((await site.get(location)).text).toContain('«CAP9.PA.99» non è una linea dell’edizione 2024-2026')
    expect((await site.get(location)).body).not.toContain('value="una"><button')
    const response = await site.post(`${location}/accettate`, { quali: 'una', proposta: '1' })
    expect(response.status).toBe(422)
    expect(response.text).toContain('va prima corretta')
    expect((await site.post(`${location}/accettate`, { quali: 'sicure' })).location).toContain('quante=0')
    expect(await site.profile()).toEqual(before)
  })

  test('a correction with faults comes back with each beside its field, and keeps nothing', async () => {
    const location = await site.bringIn({ entries: [importedEntry({ code: 'CAP1.PA.02' })] })
    const { status, body, text } = await site.post(`${location}/proposte/1`, {
      code: 'CAP1.PA.77',
      planned: '31/02/2026',
      evidence: 'senza indirizzo',
      activity: 'Testo "nuovo"',
    })
    expect(status).toBe(422)
    expect(body).toContain('href="#campo-code"')
    expect(body).toContain('href="#campo-planned"')
    expect(body).toContain('href="#campo-evidence"')
    expect(text).toMatch(/Codice.*Data prevista: la data 31\/02\/2026 non esiste.*Prove: ogni prova ha un nome/)
    expect(body).toContain('Testo &quot;nuovo&quot;</textarea>')
    expect((await site.get(`${location}/proposte/1`)).body).not.toContain('nuovo')
  })
})

describe('the plan that proposals are for', () => {
  const nameless = { document: { administration: null, triennium: null, edition: null } }

  test('is asked for where the file does not say it; triennium and edition must go together', async () => {
    const named = {
      document: { administration: 'Comune di Altrove', triennium: trienniumOf('2019-2021'), edition: null },
    }
    const location = await site.bringIn({ ...named, entries: [importedEntry({ code: 'CAP1.PA.02' })] }, 'montescuro')
    const page = await site.get(location)
    expect(page.text).toContain('A quale piano sono destinate le proposte?')
    expect(page.text).toContain('Il file dice di essere di «Comune di Altrove»')
    expect(page.body).toContain('<option value="2026-2028" selected>')
    expect(page.body).toContain('<option value="2024-2026" selected>')
    expect((await site.post(`${location}/accettate`, { quali: 'sicure' })).status).toBe(409)
    const none = await site.post(`${location}/piano`, {})
    expect(none.status).toBe(422)
    expect(none.body).toContain('href="#campo-triennio"')
    const far = await site.post(`${location}/piano`, { triennio: '2019-2021', edizione: '2024-2026' })
    expect(far.status).toBe(422)
    expect(far.text).toContain('l’edizione 2024-2026 non ha anni in comune con il triennio 2019-2021')
    expect((await site.post(`${location}/piano`, { triennio: '2025-2027', edizione: '1999' })).status).toBe(422)
    expect((await site.post(`${location}/piano`, { triennio: '2025-2027', edizione: '2024-2026' })).status).toBe(303)
    expect((await site.get(location)).text).toContain('Piano nuovo 2025-2027, edizione nazionale 2024-2026.')
  })

  test('is the newest that the body has, where the file names none', async () => {
    const location = await site.bringIn({
      ...nameless,
      entries: [importedEntry({ code: 'CAP1.PA.02', activity: 'Nuova.' })],
    })
    expect((await site.get(location)).text).toContain('Piano 2025-2027, edizione nazionale 2024-2026.')
  })

  test('begins with the first proposal accepted, and keeps what is known of the body', async () => {
    const document = {
      administration: 'Comune di Vallechiara',
      triennium: trienniumOf('2022-2024'),
      edition: '2024-2026',
    }
    const location = await site.bringIn({
      document,
      entries: [importedEntry({ code: 'CAP1.PA.02', activity: 'Prima.' })],
    })
    await site.post(`${location}/accettate`, { quali: 'sicure' })
    const profile = await site.profile(trienniumOf('2022-2024'))
    expect(profile?.plan).toEqual({
      triennium: '2022-2024',
      edition: '2024-2026',
      entries: [{ code: 'CAP1.PA.02', activity: 'Prima.' }],
    })
    expect(profile?.facts).toEqual({ pagoPA: true })
  })
})

test('the list tells how each import stands, and the body leads to it', async () => {
  const plan = importedPlan({
    entries: ['CAP4.PA.02', 'CAP4.PA.03'].map((code) => importedEntry({ code, activity: 'Nuova.' })),
  })
  const { location } = await site.upload(imports, 'elenco.json', JSON.stringify(plan))
  await site.post(`${location}/accettate`, { quali: 'una', proposta: '1' })
  await site.post(`${location}/scartate`, { proposta: '2' })
  const { text } = await site.get(imports)
  expect(text).toContain('Importa un piano che esiste già')
  expect(text).toMatch(/elenco\.json 1 KB 10\/03\/2026, 11:00 Conclusa 2, accettate 1, scartate 1/)
  expect((await site.get('/enti/vallechiara')).body).toContain(`href="${imports}"`)
})

test('a file comes back as it was sent', async () => {
  const { location } = await site.upload(imports, 'però «questo».json', JSON.stringify(importedPlan()))
  const response = await site.get(`${location}/file`)
  expect(response.headers['content-disposition']).toBe('attachment; filename="pero questo.json"')
  expect(JSON.parse(response.body)).toEqual(importedPlan())
  expect((await site.get(location)).text).toContain('Il file non contiene nulla da proporre')
})

test('characters that a database refuses do not keep a file from being read', async () => {
  const location = await site.bringIn({
    entries: [importedEntry({ code: 'CAP1.PA.02', activity: 'a\u0000b', source: { text: '\u0000\ud800' } })],
  })
  expect((await site.get(location)).status).toBe(200)
})
