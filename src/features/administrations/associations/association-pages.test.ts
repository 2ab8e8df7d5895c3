// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openAssociatedSite, placeAt, valli } from '../../../../tests/factories/people.ts'
import type { TestSite } from '../../../../tests/factories/site.ts'
import type { TestBrowser } from '../../../../tests/factories/test-browser.ts'
import { systemClock } from '../../../kernel/clock.ts'
import { formatDate } from '../../../kernel/dates.ts'

let application: TestSite
let admin: TestBrowser
let rtd: TestBrowser
let member: TestBrowser
let stranger: TestBrowser

const someone = (who: string) => ({ name: `Persona ${who}`, email: `${who}@timone.example` })
const today = systemClock.today()

beforeAll(async () => {
  application = await openAssociatedSite()
  admin = await application.enterAdministrator(someone('admin'))
  rtd = await application.enter('rtd', placeAt(valli), someone('rtd'))
  member = await application.enter('referent', placeAt('roccaperta'), someone('membro'))
  stranger = await application.enter('rtd', placeAt('pieve'), someone('altrove'))
})
afterAll(() => application.close())

const textOf = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const bodiesIn = (body: string) =>
  [...body.matchAll(/class="t-row-title" href="\/enti\/([^"]+)"/g)].map(([, slug]) => slug)

describe('what one may not read', () => {
  test('is not in the lists, and not at its address', async () => {
    expect(bodiesIn((await stranger.get('/enti')).body)).toEqual(['pieve'])
    expect(bodiesIn((await rtd.get('/enti')).body)).toEqual(['roccaperta', 'vallechiara'])
    expect(bodiesIn((await admin.get('/enti')).body)).toEqual(['pieve', 'roccaperta', 'vallechiara'])
    expect(textOf((await stranger.get('/gestioni-associate')).body)).not.toContain('Valli')
    expect((await stranger.get('/enti?associazione=valli')).status).toBe(422)
    expect((await stranger.get('/gestioni-associate/valli')).status).toBe(403)
    expect((await stranger.get('/enti/roccaperta')).status).toBe(403)
    expect((await admin.get('/gestioni-associate/altra')).status).toBe(404)
  })

  test('is not offered to be done', async () => {
    const { body } = await member.get('/gestioni-associate/valli')
    expect(textOf(body)).toContain('2 enti ne fanno parte')
    expect(body).toContain('href="/enti/roccaperta"')
    expect(body).not.toContain('href="/enti/vallechiara"')
    expect(body).not.toMatch(/<form[^>]*method="post" action="\/gestioni/)
    expect(body).not.toContain('/persone')
    const joining = { ente: 'pieve', dal: today }
    expect((await rtd.post('/gestioni-associate/valli/enti', joining)).status).toBe(403)
    expect((await rtd.post('/gestioni-associate/valli/uscite', { ente: 'roccaperta', al: today })).status).toBe(403)
    expect((await rtd.post('/gestioni-associate/nuova', { nome: 'Nuova', dal: today })).status).toBe(403)
    expect((await rtd.post('/enti/nuovo/comune', { codice: 'B731' })).status).toBe(403)
    expect((await rtd.post('/enti/nuovo/altro', { nome: 'Unione', tipo: 'union' })).status).toBe(403)
  })
})

describe('a body', () => {
  test('says what may be done for it, to who may', async () => {
    const links = async (browser: TestBrowser) =>
      [...(await browser.get('/enti/roccaperta')).body.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    expect(await links(rtd)).toEqual(
      expect.arrayContaining([
        '/enti/roccaperta/nuovo-piano',
        '/enti/roccaperta/importazioni',
        '/persone?luogo=ente%3Aroccaperta',
        '/enti/roccaperta/registro',
      ]),
    )
    expect(await links(member)).toContain('/enti/roccaperta/registro')
    expect(await links(member)).not.toContain('/enti/roccaperta/nuovo-piano')
    expect(await links(member)).not.toContain('/enti/roccaperta/importazioni')
  })

  test('is registered from the national registry, with plain forms', async () => {
    expect((await admin.get('/enti')).body).toContain('href="/enti/nuovo"')
    expect(textOf((await admin.get('/enti/nuovo?comune=zzz')).body)).toContain('Nessun comune del registro')
    const { body } = await admin.get('/enti/nuovo?comune=Caravag')
    expect(body).toContain('name="codice" value="B731"')
    const registered = await admin.post('/enti/nuovo/comune', { codice: 'B731' })
    expect(registered).toMatchObject({ status: 303, location: '/enti/caravaggio' })
    expect(textOf((await admin.get('/enti/caravaggio')).body)).toContain('L’ente non ha ancora un piano triennale.')
    expect((await admin.get('/enti/nuovo?comune=B731')).body).toContain('href="/enti/caravaggio"')
    const again = await admin.post('/enti/nuovo/comune', { codice: 'B731' })
    expect(again.status).toBe(409)
    expect(textOf(again.body)).toContain('è già registrato')
    expect((await admin.post('/enti/nuovo/comune', { codice: 'Z999' })).status).toBe(404)
  })

  test('of another kind is registered by hand', async () => {
    const wrong = await admin.post('/enti/nuovo/altro', { nome: 'Unione delle Tre Valli', tipo: 'di fantasia' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('href="#campo-tipo"')
    expect(wrong.body).toContain('value="Unione delle Tre Valli"')
    const former = await admin.post('/enti/nuovo/altro', { nome: 'Ente delle Tre Valli', tipo: 'suapThirdParty' })
    expect(former.status).toBe(422)
    const union = { nome: 'Unione delle Tre Valli', tipo: 'union', provincia: 'Valmonte' }
    expect((await admin.post('/enti/nuovo/altro', union)).location).toBe('/enti/unione-delle-tre-valli')
    const chamber = { nome: 'Camera di commercio di Valmonte', tipo: 'chamberOfCommerce', ipa: 'cciaa_valmonte' }
    const { location } = await admin.post('/enti/nuovo/altro', chamber)
    expect(textOf((await admin.get(location)).body)).toMatch(/Camera di commercio Camera di commercio di Valmonte/)
  })

  test('that is a municipality is registered by hand only where the registry does not have it', async () => {
    const fields = { nome: 'Comune di Borgo Ventoso', tipo: 'municipality', provincia: 'Valmonte' }
    for (const [code, words] of [
      ['', 'per un comune è obbligatorio'],
      ['B73', 'una lettera e tre cifre'],
      ['B731', 'è del comune di Caravaggio, che è nel registro'],
    ] as const) {
      const refused = await admin.post('/enti/nuovo/altro', { ...fields, catastale: code })
      expect(refused.status, code).toBe(422)
      expect(textOf(refused.body)).toContain(words)
      expect(refused.body).toContain('href="#campo-catastale"')
    }
    const told = { ...fields, catastale: 'z942', abitanti: '1.250' }
    const { location } = await admin.post('/enti/nuovo/altro', told)
    expect(location).toBe('/enti/borgo-ventoso')
    expect(textOf((await admin.get(location)).body)).toMatch(/Abitanti 1\.250 .*Codice catastale Z942/)
    expect((await admin.post('/enti/nuovo/altro', told)).status, 'once').toBe(409)
  })

  test('of another kind is looked for in the list of IPA, once it was imported', async () => {
    const { status, body } = await admin.get('/enti/nuovo?ente=camera')
    expect(status).toBe(200)
    expect(textOf(body)).toContain('L’elenco degli enti di IPA non è ancora stato importato')
    expect(body).toContain('name="ente" value="camera"')
  })
})

describe('an association', () => {
  it('is registered with its bodies, and gives back what was typed when it is refused', async () => {
    const fields = { nome: 'Valli', dal: today, 'ente-pieve': 'on' }
    const refused = await admin.post('/gestioni-associate/nuova', fields)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('href="#campo-nome"')
    expect(refused.body).toMatch(/name="ente-pieve" checked/)
    const { status, location } = await admin.post('/gestioni-associate/nuova', { ...fields, nome: 'Ufficio di Pieve' })
    expect({ status, location }).toEqual({
      status: 303,
      location: '/gestioni-associate/ufficio-di-pieve?esito=registrata',
    })
    const { body } = await stranger.get(location)
    expect(textOf(body)).toContain('1 ente ne fa parte')
    expect(textOf(body)).toContain(`Comune di Pieve ${formatDate(today)}`)
  })

  it('takes a body in and lets it go, and what people may follows', async () => {
    const joining = { ente: 'pieve', dal: today }
    const refused = await admin.post('/gestioni-associate/valli/enti', { ...joining, dal: '2026-02-30' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('href="#campo-dal"')
    expect((await rtd.get('/enti/pieve')).status).toBe(403)
    const joined = await admin.post('/gestioni-associate/valli/enti', joining)
    expect(joined.location).toBe('/gestioni-associate/valli?esito=entrato')
    expect((await rtd.get('/enti/pieve')).status).toBe(200)
    expect(bodiesIn((await rtd.get('/enti')).body)).toContain('pieve')
    const early = await admin.post('/gestioni-associate/valli/uscite', { ente: 'pieve', al: '2020-01-01' })
    expect(early.status).toBe(422)
    expect(early.body).toContain('id="campo-al"')
    expect((await admin.post('/gestioni-associate/valli/uscite', { ente: 'roccaperta', al: today })).status).toBe(303)
    expect((await rtd.get('/enti/roccaperta')).status).toBe(403)
    expect(textOf((await admin.get('/gestioni-associate/valli')).body)).toMatch(/Enti usciti .*Comune di Roccaperta/)
  })

  it('without members is still there for who registers them', async () => {
    await admin.post('/gestioni-associate/nuova', { nome: 'Ancora vuota', dal: today })
    expect(textOf((await admin.get('/gestioni-associate')).body)).toContain('Ancora vuota')
  })
})
