// SPDX-License-Identifier: AGPL-3.0-or-later
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openAssociatedSite, placeAt, valli } from '../../../../tests/factories/people.ts'
import type { TestSite } from '../../../../tests/factories/site.ts'
import { openBrowser, type TestBrowser } from '../../../../tests/factories/test-browser.ts'
import { systemClock } from '../../../kernel/clock.ts'
import { formatDate } from '../../../kernel/dates.ts'
import { identityPaths } from '../../identity/index.ts'

let application: TestSite
let admin: TestBrowser
let rtd: TestBrowser
let local: TestBrowser
let reader: TestBrowser

const someone = (who: string) => ({ name: `Persona ${who}`, email: `${who}@timone.example` })

beforeAll(async () => {
  application = await openAssociatedSite()
  admin = await application.enterAdministrator(someone('admin'))
  rtd = await application.enter('rtd', placeAt(valli), someone('rtd'))
  local = await application.enter('rtd', placeAt('vallechiara'), someone('local'))
  reader = await application.enter('reader', placeAt('pieve'), someone('reader'))
})
afterAll(() => application.close())

/** Sign-in uses the machine's clock. */
const soon = Temporal.PlainDate.from(systemClock.today()).add({ months: 3 }).toString()

const textOf = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const personPage = (body: string, name: string) =>
  new RegExp(`href="(/persone/[A-Za-z0-9]+)"[^>]*>\\s*${name}`).exec(body)?.[1] ?? ''
const linkIn = (body: string) => /value="(http[^"]*\/invito\/[^"]+)"/.exec(body)?.[1]

describe('people are hidden', () => {
  test.each([
    '/persone',
    '/persone/nuova',
    '/persone/nuova?luogo=ente:pieve',
    '/enti/nuovo',
    '/gestioni-associate/nuova',
  ])('%s from who manages nobody, and from who did not sign in', async (url) => {
    expect((await reader.get(url)).status).toBe(403)
    const stranger = await openBrowser(application.server).get(url)
    expect(stranger).toMatchObject({ status: 303, location: identityPaths.signIn({}, { poi: url }) })
  })

  test('of other places from who manages one body', async () => {
    const { body, status } = await local.get('/persone')
    expect(status).toBe(200)
    expect(textOf(body)).toContain('Persona local')
    expect(body).not.toContain('Persona rtd')
    expect(body).not.toContain('Persona admin')
    expect(body).not.toContain('ente:pieve')
    const rtdPage = personPage((await admin.get('/persone')).body, 'Persona rtd')
    expect((await local.get(rtdPage)).status).toBe(404)
    expect((await local.get('/persone?luogo=ente:pieve')).status).toBe(403)
    expect((await local.get('/persone/nuova?luogo=associazione:valli')).status).toBe(403)
    const role = { luogo: 'ente:vallechiara', ruolo: 'reader' }
    expect((await local.post(`${rtdPage}/ruoli`, role)).status).toBe(404)
  })

  test('as accounts from all but administrators of the platform', async () => {
    const own = personPage((await local.get('/persone')).body, 'Persona local')
    expect((await local.post(`${own}/accesso`, { stato: 'sospeso' })).status).toBe(403)
    expect((await local.post(`${own}/secondo-fattore`, { cosa: 'chiedi' })).status).toBe(403)
    expect((await local.post(`${own}/collegamento`, {})).status).toBe(403)
    expect((await local.get(own)).body).not.toContain('/accesso"')
  })
})

describe('an invitation', () => {
  const invite = (by: TestBrowser, fields: Record<string, string>) =>
    by.post('/persone/nuova', { nome: 'Persona nuova', email: 'nuova@timone.example', ...fields })

  it('is refused field by field, and makes no account', async () => {
    const wrong = await invite(local, {
      luogo: 'ente:vallechiara',
      ruolo: 'contributor',
      fine: '2026-02-30',
      email: 'no',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('href="#campo-ufficio"')
    expect(wrong.body).toContain('href="#campo-fine"')
    expect(wrong.body).toContain('value="Persona nuova"')
    const nameless = await invite(local, { luogo: 'ente:vallechiara', ruolo: 'reader', nome: '', email: 'no' })
    expect(nameless.status).toBe(422)
    expect(nameless.body).toContain('href="#campo-nome"')
    expect((await invite(local, { luogo: 'ente:pieve', ruolo: 'reader' })).status).toBe(403)
    expect((await invite(local, { luogo: 'ente:vallechiara', ruolo: 'rtd' })).status).toBe(403)
    expect((await invite(local, { luogo: 'altrove', ruolo: 'reader' })).status).toBe(422)
    expect((await invite(admin, { luogo: 'ente:altrove', ruolo: 'reader' })).status).toBe(404)
    expect((await admin.get('/persone')).body).not.toContain('nuova@timone.example')
  })

  it('shows the link once, which lets the person in with the role', async () => {
    expect((await local.get('/persone/nuova?luogo=ente:vallechiara')).body).not.toContain('value="rtd"')
    const invited = await invite(local, { luogo: 'ente:vallechiara', ruolo: 'contributor', ufficio: 'Ufficio tributi' })
    expect(invited.status).toBe(200)
    const link = linkIn(invited.body) ?? ''
    expect(application.logged.join()).not.toContain(new URL(link).pathname)
    const list = await local.get('/persone?stato=invited')
    expect(textOf(list.body)).toContain('Collaboratore: Comune di Vallechiara')
    expect(list.body).not.toContain('/invito/')
    const newcomer = openBrowser(application.server)
    const { password } = application
    expect((await newcomer.post(new URL(link).pathname, { password, conferma: password })).status).toBe(303)
    expect((await newcomer.get('/enti/vallechiara')).status).toBe(200)
    expect((await newcomer.get('/enti/roccaperta')).status).toBe(403)
  })

  it('of somebody who has an account gives the role, and no link to become them', async () => {
    const known = await invite(rtd, { luogo: 'ente:roccaperta', ruolo: 'reader', email: 'READER@timone.example' })
    expect(known.status).toBe(303)
    expect(known.location).toMatch(/^\/persone\/\w+\?esito=invitata$/)
    expect((await rtd.get(known.location)).body).toContain('Ruolo attribuito')
    expect((await reader.get('/enti/roccaperta')).status).toBe(200)
  })

  it('that is pending gives no link to who invited them, once they hold more elsewhere', async () => {
    const email = 'attesa@timone.example'
    expect((await invite(local, { luogo: 'ente:vallechiara', ruolo: 'reader', email })).status).toBe(200)
    expect((await invite(admin, { luogo: 'ente:pieve', ruolo: 'rtd', email })).status).toBe(200)
    expect((await invite(local, { luogo: 'ente:vallechiara', ruolo: 'approver', email })).status).toBe(303)
  })
})

describe('roles of a person', () => {
  it('are given and taken away on their page', async () => {
    const page = personPage((await admin.get('/persone')).body, 'Persona reader')
    const form = await admin.get(`${page}?luogo=ente:pieve`)
    expect(textOf(form.body)).toContain('Attribuisci un ruolo in: Comune di Pieve')
    const refused = await admin.post(`${page}/ruoli`, { luogo: 'ente:pieve', ruolo: 'reader' })
    expect(refused.status).toBe(422)
    expect(textOf(refused.body)).toContain('la persona ha già questo ruolo qui')
    const given = await admin.post(`${page}/ruoli`, { luogo: 'ente:pieve', ruolo: 'approver', fine: soon })
    expect(given).toMatchObject({ status: 303, location: `${page}?esito=attribuito` })
    const shown = await admin.get(given.location)
    expect(textOf(shown.body)).toContain(`Revisore Comune di Pieve fino al ${formatDate(soon)}`)
    const revocations = [...shown.body.matchAll(/action="([^"]+\/revoca)"/g)].map(([, address = '']) => address)
    for (const address of revocations) expect((await admin.post(address, {})).status).toBe(303)
    expect((await reader.get('/enti/pieve')).status).toBe(403)
  })

  it('end with the account: who is kept out is out at once, and back when let in again', async () => {
    const page = personPage((await admin.get('/persone')).body, 'Persona reader')
    await admin.post(`${page}/ruoli`, { luogo: 'ente:pieve', ruolo: 'reader' })
    expect((await reader.get('/enti/pieve')).status).toBe(200)
    expect((await admin.post(`${page}/accesso`, { stato: 'sospeso' })).location).toContain('sospesa')
    expect((await reader.get('/enti/pieve')).status).toBe(303)
    expect((await admin.post(`${page}/accesso`, { stato: 'attivo' })).status).toBe(303)
    reader = await application.signIn('reader@timone.example')
    expect((await reader.get('/enti/pieve')).status).toBe(200)
  })

  it('of the last administrator stay', async () => {
    const page = personPage((await admin.get('/persone')).body, 'Persona admin')
    const [revocation = ''] = /\/persone\/\w+\/ruoli\/\d+\/revoca/.exec((await admin.get(page)).body) ?? []
    expect((await admin.post(revocation, {})).status).toBe(409)
    expect((await admin.post(`${page}/accesso`, { stato: 'sospeso' })).status).toBe(409)
  })

  it('have a new link for who forgot the password, shown once, by administrators of the platform', async () => {
    const page = personPage((await admin.get('/persone')).body, 'Persona reader')
    const answer = await admin.post(`${page}/collegamento`, {})
    expect(answer.status).toBe(200)
    expect(answer.body).toMatch(/value="http[^"]*\/password\/[^"]+"/)
    expect((await admin.post(`${page}/secondo-fattore`, { cosa: 'chiedi' })).status).toBe(303)
    expect(textOf((await admin.get(page)).body)).toContain('richiesto, non ancora attivato')
    expect((await admin.post(`${page}/secondo-fattore`, { cosa: 'rinuncia' })).status).toBe(303)
  })
})

describe('delegations', () => {
  it('are made and taken back by who has the role, in places of theirs', async () => {
    const start = await rtd.get('/deleghe')
    expect(start.body).toContain('associazione:valli')
    expect(start.body).toContain('ente:roccaperta')
    expect(start.body).not.toContain('ente:pieve')
    const fields = { luogo: 'ente:roccaperta', ruolo: 'officeMember', email: 'local@timone.example' }
    expect((await rtd.post('/deleghe', fields)).status).toBe(422)
    expect((await rtd.post('/deleghe', { ...fields, luogo: 'ente:pieve', fine: soon })).status).toBe(403)
    expect((await rtd.post('/deleghe', { ...fields, fine: soon })).status).toBe(303)
    expect((await local.get('/enti/roccaperta')).status).toBe(200)
    expect(textOf((await local.get('/deleghe')).body)).toContain('Persona rtd')
    const [, revocation = ''] = /action="(\/deleghe\/\d+\/revoca)"/.exec((await rtd.get('/deleghe')).body) ?? []
    expect((await reader.post(revocation, {})).status).toBe(403)
    expect((await rtd.post(revocation, {})).status).toBe(303)
    expect((await local.get('/enti/roccaperta')).status).toBe(403)
  })

  it('have nothing to offer to who has no role', async () => {
    await application.person(someone('nessuno'))
    const nobody = await application.signIn('nessuno@timone.example')
    expect(textOf((await nobody.get('/deleghe')).body)).toContain('Non hai un ruolo da delegare')
    expect((await nobody.get('/enti')).status).toBe(403)
  })
})
