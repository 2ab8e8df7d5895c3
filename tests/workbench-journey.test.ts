// SPDX-License-Identifier: AGPL-3.0-or-later
// The journey of new users, by keyboard alone: from an empty installation to a published plan and its successor.
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatDate } from '../src/kernel/dates.ts'
import { openDocumentTools } from '../src/main/compose.ts'
import { welcome } from '../src/main/welcome.ts'
import { openBrowser } from './browser.ts'
import { type Keyboard, openKeyboard } from './factories/keyboard.ts'
import { readForms } from './factories/read-form.ts'
import { openSite } from './factories/site.ts'

const documents = openDocumentTools()
const application = await openSite({ tools: documents.tools })
const address = await application.listen()
const browser = await openBrowser()
const faults: string[] = []
const password = 'quattro parole che stanno insieme'
const actFile = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n')
const today = formatDate(application.clock.today())
const year = Number(application.clock.today().slice(0, 4))
// The calendar's own years: the site offers the triennia around today.
const triennium = `${year - 1}-${year + 1}`
const following = `${year}-${year + 2}`
const plan = `/enti/agnadello/piano/${triennium}`

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
})

/** Invites a person and returns the link to hand over. */
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
    await administrator.send('Crea l’accesso ed entra')
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
      'Referente dell’ente',
    )
    await accept(referent, referents)
    expect(await referent.page.getByRole('link', { name: 'Il tuo profilo: Carla Neri' }).count()).toBe(1)
  }, 120_000)

  test('the RTD begins a plan', async () => {
    await rtd.follow('Enti')
    await rtd.follow('Comune di Agnadello')
    await rtd.follow('Comincia un nuovo piano')
    await rtd.choose('Triennio', triennium)
    await rtd.choose('Edizione del Piano nazionale', /2024-2026$/)
    await rtd.send('Crea il piano')
    expect(rtd.where()).toContain(`${plan}/contenuti`)
  }, 120_000)

  test('the referent writes the texts, the roles, the facts', async () => {
    await referent.follow('Enti')
    await referent.follow('Comune di Agnadello')
    await referent.follow(`Piano triennale ${triennium}`)
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
    await referent.type('Organo dell’atto di nomina', 'Sindaco')
    await referent.type('Numero dell’atto', '7')
    await referent.type('Data dell’atto', '10/01/2025')
    await referent.send('Salva')
    await referent.follow(/«Domande sull’ente»$/)
    expect(await referent.answerAll()).toBeGreaterThan(3)
    await referent.send('Salva')
    await referent.follow(/«Linee facoltative»$/)
    expect(await referent.answerAll()).toBeGreaterThan(0)
    await referent.send('Salva')
  }, 240_000)

  test('the referent completes the entries of a chapter, the last ones without a browser', async () => {
    const missing = await missingEntries()
    const chapter = missing.filter((code) => code.startsWith('CAP1.'))
    expect(chapter.length).toBeGreaterThan(3)
    await referent.follow('Che cosa manca')
    for (const code of chapter) {
      await referent.unfold(/La scheda è da scrivere/)
      await referent.follow(code)
      await referent.type('Che cosa fa l’ente', `Il Comune attua la linea ${code} con i suoi uffici.`)
      await referent.choose('Stato', 'Continuativa')
      await referent.send('Salva')
      await referent.follow('Che cosa manca al piano')
    }
    for (let round = 0; round < 4; round++) for (const code of await missingEntries()) await writeByPost(code)
    await referent.follow('Contenuti')
    await referent.follow('Che cosa manca')
    expect(await referent.text()).toContain('Al piano non manca niente di necessario')
  }, 240_000)

  test('the plan is sent for review, returned with a comment, mended and sent again', async () => {
    await referent.follow('Vai all’approvazione del piano')
    await referent.follow('Invia in revisione')
    await referent.send('Invia in revisione')
    await rtd.follow('Da fare')
    await rtd.follow(`Piano ${triennium}`)
    await rtd.choose('Di che cosa parli', /^CAP1\.PA\.07/)
    await rtd.choose('Di quale campo', 'Che cosa fa l’ente')
    await rtd.type('Osservazione', 'Dire **quali** uffici.')
    await rtd.send('Aggiungi l’osservazione')
    await rtd.follow('Rinvia con osservazioni')
    await rtd.type('Motivo', 'Una scheda da precisare.')
    await rtd.send('Rinvia con osservazioni')
    await referent.follow('Da fare')
    await referent.follow(`Piano ${triennium}`)
    expect(await referent.text()).toContain('Una scheda da precisare.')
    await referent.follow(/^CAP1\.PA\.07/)
    await referent.type('Che cosa fa l’ente', 'L’anagrafe e i tributi attuano la linea.')
    await referent.send('Salva')
    await referent.follow('Da fare')
    await referent.follow(`Piano ${triennium}`)
    await referent.send(/^Chiudi l’osservazione su CAP1\.PA\.07/)
    await referent.follow('Invia in revisione')
    await referent.send('Invia in revisione')
  }, 120_000)

  test('the approval is recorded with its act, the plan is in force, and published', async () => {
    await rtd.follow('Da fare')
    await rtd.follow(`Piano ${triennium}`)
    await rtd.follow('Registra l’approvazione')
    await rtd.choose('Organo che ha approvato', 'Giunta comunale')
    await rtd.type('Numero dell’atto', '45')
    await rtd.type('Data dell’atto', today)
    await rtd.attach('File dell’atto', { name: 'delibera.pdf', mimeType: 'application/pdf', buffer: actFile })
    await rtd.send('Registra l’approvazione')
    await rtd.follow('Dichiara esecutivo')
    await rtd.type('Data da cui è esecutivo', today)
    await rtd.send('Dichiara esecutivo')
    await rtd.follow('Pubblica')
    await rtd.send('Pubblica')
    expect(await rtd.text()).toContain('Il piano è pubblicato.')
  }, 240_000)

  test('everybody reads the published plan, and has the PDF whose digest is shown', async () => {
    const citizen = await openKeyboard(browser, address, faults)
    await citizen.open('/')
    await citizen.follow('Trasparenza')
    await citizen.follow('Comune di Agnadello')
    await citizen.follow(`Piano triennale per l’informatica ${triennium}`)
    expect(await citizen.text()).toContain('L’anagrafe e i tributi attuano la linea.')
    const bytes = await citizen.download(/^PDF/)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const row = citizen.page.getByRole('row', { name: /PDF/ }).first()
    expect(await row.locator('.t-hash').textContent()).toBe(createHash('sha256').update(bytes).digest('hex'))
    await citizen.close()
  }, 120_000)

  test('a second plan is begun from it, on the update of 2025, and gone through', async () => {
    await rtd.follow('Enti')
    await rtd.follow('Comune di Agnadello')
    await rtd.follow('Comincia un nuovo piano')
    await rtd.choose('Triennio', following)
    await rtd.choose('Edizione del Piano nazionale', /2025/)
    await rtd.choose('Da quale piano cominciare', new RegExp(triennium))
    await rtd.send('Crea il piano')
    const kinds = await rtd.page.getByLabel('Che cosa è cambiato').locator('option').allTextContents()
    for (const kind of ['Invariate', 'Con un’altra data', 'Nuove', 'Ritirate']) {
      const [, count = '0'] = /\((\d+)\)/.exec(kinds.find((words) => words.startsWith(kind)) ?? '') ?? []
      expect(Number(count), kind).toBeGreaterThan(0)
    }
    expect(await rtd.text()).toContain('Schede riviste: 0')
    await rtd.follow('Modifica la scheda CAP1.PA.07')
    await rtd.send('Salva')
    expect(await rtd.text()).toContain('la scheda non è più da rivedere')
    await rtd.follow('Da fare')
    await rtd.follow(`Piano ${following}`)
    await rtd.send('Va bene così la scheda CAP1.PA.08')
    expect(await rtd.text()).toContain('Una scheda confermata')
    expect(await rtd.text()).toContain('Schede riviste: 2')
  }, 120_000)

  test.each([false, true])(
    'the core of it works with scripts: %s',
    async (scripts) => {
      const writer = await openKeyboard(browser, address, faults, scripts)
      await writer.open('/accesso')
      await writer.type('Indirizzo di posta', 'bruno@ufficio.example')
      await writer.type('Password', password)
      await writer.send('Entra')
      await writer.open(`${plan}/approvazione`)
      if (!scripts) {
        await writer.follow('Apri una nuova versione')
        await writer.type('Motivo', 'Cambia una linea.')
        await writer.send('Apri una nuova versione')
      }
      await writer.open(`${plan}/linee/CAP1.PA.08/modifica`)
      await writer.type('Che cosa fa l’ente', `Il Comune forma tutti, con script: ${scripts}.`)
      if (scripts) await writer.page.getByText(/^Bozza salvata alle/).waitFor({ timeout: 10_000 })
      await writer.send('Salva')
      expect(await writer.text()).toContain(`Il Comune forma tutti, con script: ${scripts}.`)
      await writer.open(`${plan}/approvazione`)
      for (const step of ['Invia in revisione', 'Ritira dalla revisione']) {
        await writer.follow(step)
        await writer.send(step)
      }
      expect(await writer.text()).toContain('Il piano è di nuovo in bozza.')
      await writer.close()
    },
    120_000,
  )

  test('no page had a fault', () => {
    expect(faults).toEqual([])
  })
})
