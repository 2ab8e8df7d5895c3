// SPDX-License-Identifier: AGPL-3.0-or-later
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAssociatedSite, placeAt, valli } from '../../../../tests/factories/people.ts'
import type { TestSite } from '../../../../tests/factories/site.ts'
import type { TestBrowser } from '../../../../tests/factories/test-browser.ts'
import { systemClock } from '../../../kernel/clock.ts'
import { formatDate } from '../../../kernel/dates.ts'

let site: TestSite
let admin: TestBrowser
let rtd: TestBrowser
let deputy: TestBrowser

const someone = (who: string) => ({ name: `Persona ${who}`, email: `${who}@timone.example` })
/** Sign-in uses the machine's clock. */
const after = (months: number) => Temporal.PlainDate.from(systemClock.today()).add({ months }).toString()
const [lastDay, later] = [after(3), after(4)]

beforeAll(async () => {
  site = await openAssociatedSite()
  admin = await site.enterAdministrator(someone('admin'))
  rtd = await site.enter('rtd', placeAt(valli), someone('rtd'))
  deputy = await site.enter('reader', placeAt('pieve'), someone('vice'))
})
afterAll(() => site.close())

const delegate = async (by = rtd, fields: Record<string, string> = {}) => {
  const wish = { luogo: 'associazione:valli', ruolo: 'rtd', email: 'vice@timone.example', fine: lastDay, ...fields }
  expect((await by.post('/deleghe', wish)).status).toBe(303)
}
/** Takes every delegation of a person back. */
const takeBack = async (by = rtd) => {
  for (const address of revocations((await by.get('/deleghe')).body)) await by.post(address, {})
}
const revocations = (body: string) =>
  [...body.matchAll(/action="(\/deleghe\/\d+\/revoca)"/g)].map(([, address = '']) => address)

let count = 0
/** A person whom nobody has given a role, and their browser. */
const newcomer = async () => {
  count += 1
  const who = someone(`persona${count}`)
  const { id } = await site.person(who)
  return { ...who, id, browser: await site.signIn(who.email) }
}
const give = (by: TestBrowser, { email, name }: { email: string; name: string }, fields: Record<string, string> = {}) =>
  by.post('/persone/nuova', { nome: name, email, luogo: 'ente:vallechiara', ruolo: 'reader', ...fields })
const sees = async (browser: TestBrowser, body = 'vallechiara') => (await browser.get(`/enti/${body}`)).status === 200

test('a delegate gives nothing that outlives the delegation', async () => {
  await delegate()
  const person = await newcomer()
  const refused = await give(deputy, person, { fine: later })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('finisce dopo la fine della delega con cui agisci')
  expect(refused.text).toContain(`indicare un giorno non oltre il ${formatDate(lastDay)}`)
  expect((await give(deputy, person, { inizio: later })).text).toContain('comincia dopo la fine della delega')
  expect(await sees(person.browser)).toBe(false)
  expect((await give(deputy, person)).status).toBe(303)
  const shown = (await rtd.get(`/persone/${person.id}`)).text
  expect(shown).toContain(`attribuito per delega Comune di Vallechiara fino al ${formatDate(lastDay)}`)
  await takeBack()
})

test('what a delegate gave ends when the delegation is taken back, and does not return with a new one', async () => {
  await delegate()
  const person = await newcomer()
  await give(deputy, person)
  expect(await sees(person.browser)).toBe(true)
  await takeBack()
  expect(await sees(person.browser)).toBe(false)
  await delegate()
  expect(await sees(person.browser)).toBe(false)
  await takeBack()
})

test('it ends with the role of who delegated, and what they give themselves stays', async () => {
  const [one, other] = [await newcomer(), await newcomer()]
  const local = await site.enter('rtd', placeAt('roccaperta'), someone('locale'))
  await delegate(local, { luogo: 'ente:roccaperta' })
  const there = { luogo: 'ente:roccaperta' }
  expect((await give(deputy, one, there)).status).toBe(303)
  expect((await give(local, other, there)).status).toBe(303)
  const page = /\/persone\/\w+(?=[^>]*>\s*Persona locale)/.exec((await admin.get('/persone')).body)?.[0] ?? ''
  const [, role = ''] = new RegExp(`action="(${page}/ruoli/\\d+/revoca)"`).exec((await admin.get(page)).body) ?? []
  expect([await sees(one.browser, 'roccaperta'), await sees(other.browser, 'roccaperta')]).toEqual([true, true])
  expect((await admin.post(role, {})).status).toBe(303)
  expect([await sees(one.browser, 'roccaperta'), await sees(other.browser, 'roccaperta')]).toEqual([false, true])
})

test('an administrator by delegation makes no administrator for good, of themselves either', async () => {
  await delegate(admin, { luogo: 'piattaforma', ruolo: 'platformAdministrator' })
  const person = await newcomer()
  expect((await give(deputy, person, { luogo: 'piattaforma', ruolo: 'platformAdministrator' })).status).toBe(303)
  expect((await person.browser.get('/registro-accessi')).status).toBe(200)
  const own = await give(deputy, someone('vice'), { luogo: 'piattaforma', ruolo: 'platformAdministrator' })
  expect(own.status).toBe(303)
  const third = await newcomer()
  expect((await give(person.browser, third, { ruolo: 'rtd' })).status, 'what came by delegation is given on').toBe(303)
  expect(await sees(third.browser)).toBe(true)
  await takeBack(admin)
  for (const { browser } of [person, third, { browser: deputy }])
    expect((await browser.get('/registro-accessi')).status).toBe(403)
  expect(await sees(third.browser)).toBe(false)
})

test('the same role is given for good by somebody who may', async () => {
  await delegate()
  const person = await newcomer()
  await give(deputy, person)
  expect((await give(rtd, person)).status).toBe(303)
  await takeBack()
  expect(await sees(person.browser)).toBe(true)
})

test('who delegated sees what was given, takes it away, and finds it in the journal; nobody else does', async () => {
  await delegate()
  const [one, other] = [await newcomer(), await newcomer()]
  for (const person of [one, other]) await give(deputy, person)
  const page = await rtd.get('/deleghe')
  expect(page.text).toContain('Che cosa è stato attribuito per tua delega')
  expect(page.text).toMatch(new RegExp(`Lettore Comune di Vallechiara fino al [\\d/]+ ${one.name} Persona vice`))
  expect((await deputy.get('/deleghe')).text).not.toContain('attribuito per tua delega Lettore')
  const [, last = ''] = revocations(page.body).slice(-2)
  expect((await one.browser.post(last, {})).status).toBe(403)
  expect((await rtd.post(last, {})).status).toBe(303)
  expect([await sees(one.browser), await sees(other.browser)]).toEqual([true, false])
  await takeBack()
  const journal = await rtd.get('/deleghe/registro')
  expect(page.body).toContain('href="/deleghe/registro"')
  expect(journal.text).toContain(`Ha attribuito a ${one.email} il ruolo «Lettore» su l’ente vallechiara`)
  expect(journal.text).toContain('Per delega di rtd@timone.example')
  expect(journal.text).toContain(`Ruoli che finiscono con questo a ${one.email} il ruolo «Lettore»`)
  expect((await rtd.get('/deleghe/registro/csv')).body).toContain(one.email)
  expect((await admin.get('/registro-accessi')).text).toContain('Per delega di rtd@timone.example')
  for (const browser of [deputy, one.browser]) {
    const { status, body } = await browser.get('/deleghe/registro')
    expect(status).toBe(200)
    expect(body).not.toContain(other.email)
  }
  expect((await site.browser().get('/deleghe/registro')).location).toMatch(/^\/accesso/)
})
