// SPDX-License-Identifier: AGPL-3.0-or-later
// From an empty installation to a published plan and the one that follows it, as new users go: by keyboard alone.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildAssets } from '../scripts/assets.mjs'
import { openDocumentTools } from '../src/main/compose.ts'
import { welcome } from '../src/main/welcome.ts'
import { openBrowser } from './browser.ts'
import { openServerForTest } from './databases.ts'
import { openApplicationForTest } from './factories/application.ts'
import { type Keyboard, openKeyboard } from './factories/keyboard.ts'
import { readForms } from './factories/read-form.ts'

const assetsDirectory = mkdtempSync(join(tmpdir(), 'timone-assets-'))
buildAssets(assetsDirectory)
const documents = openDocumentTools()
const database = await openServerForTest()
const application = await openApplicationForTest(database, { tools: documents.tools, assetsDirectory })
const address = await application.listen()
const browser = await openBrowser()
const faults: string[] = []
const password = 'quattro parole che stanno insieme'
const plan = '/enti/agnadello/piano/2025-2027'

let administrator: Keyboard
let rtd: Keyboard
let referent: Keyboard

beforeAll(async () => {
  administrator = await openKeyboard(browser, address, faults)
  rtd = await openKeyboard(browser, address, faults)
  referent = await openKeyboard(browser, address, faults)
})
afterAll(async () => {
  await browser.close()
  await application.close()
  await documents.close()
  await database.close()
})

/** Somebody who may, invites somebody else; the link that is to be handed over. */
async function invite(who: Keyboard, place: string, name: string, email: string, role: string): Promise<string> {
  await who.follow('Persone')
  await who.follow('Invita una persona')
  await who.choose('Dove', place)
  await who.send('Continua')
  await who.type('Nome e cognome', name)
  await who.type('Indirizzo di posta', email)
  await who.choose('Ruolo', role)
  await who.send('Invita')
  return await who.page.getByLabel('Collegamento da consegnare').inputValue()
}

async function accept(who: Keyboard, link: string): Promise<void> {
  await who.open(link)
  await who.type('Password', password)
  await who.type('Password, di nuovo', password)
  await who.send('Accetta ed entra')
}

/** The forms of the entries that are still necessary. */
async function missingEntries(): Promise<readonly string[]> {
  const response = await referent.page.request.get(`${address}${plan}/completezza`)
  const [necessary = ''] = (await response.text()).split('id="consigliato"')
  return [...new Set([...necessary.matchAll(/linee\/(CAP\d\.PA\.\d+)\/modifica/g)].map(([, code = '']) => code))]
}

/** Writes an entry as the form of the page does, with the session of the referent. */
async function writeByPost(code: string): Promise<void> {
  const url = `${address}${plan}/linee/${code}/modifica`
  const { request } = referent.page
  const form = readForms(await (await request.get(url)).text()).find(({ fields }) => 'activity' in fields)
  const answer = await request.post(url, {
    form: { ...form?.fields, activity: `Il Comune attua la linea ${code}.`, status: 'ongoing', azione: 'salva' },
    headers: { origin: address, 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.url(), code).toMatch(/esito=salvata/)
}

describe('from an empty installation', () => {
  test('the first administrator comes in by the link, registers two bodies and founds their association', async () => {
    const { identity, tenants, clock } = application
    const config = { dataDirectory: tmpdir(), demonstration: false }
    const lines = await welcome({ config, tenants, identity, clock, address })
    await administrator.open(lines.at(-1)?.trim() ?? '')
    await administrator.type('Nome e cognome', 'Ada Serra')
    await administrator.type('Indirizzo di posta', 'ada@vallechiara.example')
    await administrator.type('Password', password)
    await administrator.type('Password, di nuovo', password)
    await administrator.send("Crea l'accesso ed entra")
    for (const municipality of ['Agnadello', 'Annicco']) {
      await administrator.follow('Enti')
      await administrator.follow('Registra un ente')
      await administrator.type('Nome, o codice catastale, ISTAT o IPA', municipality)
      await administrator.send('Cerca il comune')
      await administrator.send(`Registra il comune di ${municipality}`)
    }
    await administrator.follow('Gestioni associate')
    await administrator.follow('Registra una gestione associata')
    await administrator.type('Nome', 'Ufficio associato della prova')
    await administrator.tick('checkbox', 'Comune di Agnadello')
    await administrator.tick('checkbox', 'Comune di Annicco')
    await administrator.send('Registra la gestione associata')
    expect(await administrator.text()).toContain('Comune di Annicco')
  }, 120_000)

  test('the RTD and the referent are invited and come in', async () => {
    const link = await invite(
      administrator,
      'Ufficio associato della prova',
      'Bruno Costa',
      'bruno@ufficio.example',
      'Responsabile per la transizione digitale',
    )
    await accept(rtd, link)
    const referents = await invite(
      rtd,
      'Comune di Agnadello',
      'Carla Neri',
      'carla@comune.example',
      "Referente dell'ente",
    )
    await accept(referent, referents)
    expect(await referent.page.getByRole('link', { name: 'Il tuo profilo: Carla Neri' }).count()).toBe(1)
  }, 120_000)

  test('the RTD begins a plan', async () => {
    await rtd.follow('Enti')
    await rtd.follow('Comune di Agnadello')
    await rtd.follow('Comincia un nuovo piano')
    await rtd.choose('Triennio', '2025-2027')
    await rtd.choose('Edizione del Piano nazionale', /2024-2026$/)
    await rtd.send('Crea il piano')
    expect(rtd.where()).toContain(`${plan}/contenuti`)
  }, 120_000)

  test('the referent writes the texts, the roles, the facts', async () => {
    await referent.follow('Enti')
    await referent.follow('Comune di Agnadello')
    await referent.follow('Piano triennale 2025-2027')
    await referent.follow('Contenuti')
    await referent.follow('Che cosa manca')
    await referent.follow('Introduzione')
    await referent.type('Testo', 'Il Comune racconta da dove parte.')
    await referent.send('Salva')
    await referent.follow('Che cosa manca')
    await referent.follow('Organizzazione')
    await referent.type('Testo', 'Il Comune si organizza con l’ufficio associato.')
    await referent.send('Salva')
    await referent.follow('Che cosa manca')
    await referent.follow('Responsabile per la transizione digitale')
    await referent.type('Ruolo', 'Responsabile per la transizione digitale')
    await referent.type('Posizione che lo ricopre', 'Segretario comunale')
    await referent.type("Organo dell'atto di nomina", 'Sindaco')
    await referent.type("Numero dell'atto", '7')
    await referent.type("Data dell'atto", '10/01/2025')
    await referent.send('Salva')
    await referent.follow(/«Fatti che decidono quali linee si applicano»$/)
    expect(await referent.answerAll()).toBeGreaterThan(3)
    await referent.send('Salva')
    await referent.follow(/«Linee facoltative»$/)
    expect(await referent.answerAll()).toBeGreaterThan(0)
    await referent.send('Salva')
  }, 240_000)

  test('the referent completes the entries of a chapter, the last ones without a browser', async () => {
    await referent.follow('Vai alle schede del capitolo 1')
    const missing = await missingEntries()
    console.log(missing.length, missing.join(' '))
    const chapter = missing.filter((code) => code.startsWith('CAP1.'))
    for (const code of chapter.slice(0, 4)) {
      await referent.follow('Contenuti')
      await referent.follow('Che cosa manca')
      await referent.unfold(/La scheda è da scrivere/)
      await referent.follow(code)
      await referent.type("Che cosa fa l'ente", `Il Comune attua la linea ${code} con i suoi uffici.`)
      await referent.choose('Stato', 'Continuativa')
      await referent.send('Salva')
    }
    for (let round = 0; round < 4; round++) for (const code of await missingEntries()) await writeByPost(code)
    await referent.follow('Contenuti')
    await referent.follow('Che cosa manca')
    expect(await referent.text()).toContain('Al piano non manca niente di necessario')
  }, 240_000)

  test('no page had a fault', () => {
    expect(faults).toEqual([])
  })
})
