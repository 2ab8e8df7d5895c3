// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placeAt } from '../../../../../tests/factories/people.ts'
import { registry } from '../../../../../tests/factories/profile.ts'
import { openSite, type TestSite } from '../../../../../tests/factories/site.ts'
import { runTimone } from '../../../../../tests/factories/terminal.ts'
import type { TestBrowser } from '../../../../../tests/factories/test-browser.ts'
import { slugOf, trienniumOf } from '../../../../kernel/ids.ts'
import { findBody } from '../../../administrations/index.ts'
import type { Profile } from '../../../profiles/index.ts'
import { updatePlan } from '../../plan/index.ts'
import { correctCommand } from './cli.ts'

const profile = (name: string, cadastralCode: string): Profile => ({
  administration: {
    name: `Comune di ${name}`,
    kind: 'municipality',
    cadastralCode,
    ipaCode: 'c_z901',
    population: 7200,
  },
  plan: { triennium: trienniumOf('2026-2028'), edition: '2024-2026-update-2026' },
})

let site: TestSite
let admin: TestBrowser
let rtd: TestBrowser
const someone = (who: string) => ({ name: `Persona ${who}`, email: `${who}@timone.example` })

beforeAll(async () => {
  site = await openSite({ bodies: [profile('Vallechiara', 'Z901'), profile('Roccaperta', 'Z902')] })
  admin = await site.enterAdministrator(someone('admin'))
  rtd = await site.enter('rtd', placeAt('vallechiara'), someone('rtd'))
})
afterAll(() => site.close())

const details = '/enti/vallechiara/dati'
const body = async () => {
  const {
    id: _,
    slug: __,
    facts: ___,
    demonstration: ____,
    ...known
  } = (await findBody(site.tenants, slugOf('vallechiara'))) ?? { id: 0, slug: '', facts: {}, demonstration: false }
  return known
}
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** Opens the form and sends it with these fields changed. */
async function correct(fields: Readonly<Record<string, string>>) {
  const { hidden } = await admin.get(details)
  const { name, kind, cadastralCode = '', ipaCode = '' } = (await body()) as Record<string, string>
  return await admin.post(details, {
    ...hidden,
    azione: 'salva',
    name: name ?? '',
    kind: kind ?? '',
    cadastralCode,
    ipaCode,
    ...fields,
  })
}

const timone = (...args: readonly string[]) =>
  runTimone(['correct', ...args], (terminal) => ({
    correct: correctCommand({
      terminal,
      registry,
      open: async () => ({ tenants: site.tenants, close: async () => undefined }),
    }),
  }))

describe('the correction of a body is refused', () => {
  test('to everybody but the administrator of the platform, who alone sees it offered', async () => {
    expect((await rtd.get(details)).status).toBe(403)
    expect((await rtd.post(`${details}/comune`, { comune: 'B731' })).status).toBe(403)
    expect((await rtd.get('/enti/vallechiara')).body).not.toContain(`href="${details}"`)
    expect((await admin.get('/enti/vallechiara')).body).toContain(`href="${details}"`)
  })

  test.each([
    [{ cadastralCode: 'Z902' }, 'è di Comune di Roccaperta, che è già registrato'],
    [{ cadastralCode: '' }, 'per un comune è obbligatorio'],
    [{ cadastralCode: 'Z9' }, 'una lettera e tre cifre'],
    [{ kind: 'union' }, 'è di un comune, e questo ente non lo è'],
    [{ name: '' }, 'Denominazione'],
  ])('with %j, and says why beside the field', async (fields, words) => {
    const before = await body()
    const { status, body: html } = await correct(fields)
    expect(status).toBe(422)
    expect(textOf(html)).toContain(words)
    expect(html).toMatch(/href="#campo-(cadastralCode|name)"/)
    expect(await body()).toEqual(before)
  })

  test('with a municipality that the registry does not have, or has twice', async () => {
    const before = await body()
    expect((await admin.post(`${details}/comune`, { comune: 'Xyzzy' })).status).toBe(404)
    expect((await admin.post(`${details}/comune`, {})).status).toBe(422)
    const { code, err } = await timone('vallechiara', '--municipality', 'Castro')
    expect(code).toBe(2)
    expect(err).toContain('per indicare questo scrivere C337')
    expect((await timone('vallechiara', '--kind', 'di fantasia')).err).toContain('kind')
    expect((await timone('altrove', '--name', 'Altro')).err).toContain('altrove')
    expect(await body()).toEqual(before)
  })

  test('while a plan of the body is being reviewed', async () => {
    const row = await site.row(trienniumOf('2026-2028'))
    const move = (state: 'inReview' | 'draft') =>
      site.tenants.tenant(row.administration).write((writer) => updatePlan(writer, row, { state }))
    await move('inReview')
    const { status, body: html } = await admin.post(`${details}/comune`, { comune: 'B731' })
    await move('draft')
    expect(status).toBe(409)
    expect(textOf(html)).toContain('Il piano 2026-2028 è in revisione')
  })
})

describe('a body that was registered wrongly', () => {
  test('is corrected by form: its journal tells each field, its address and plan stay', async () => {
    const { status, location } = await correct({ name: 'Comune di Vallescura', ipaCode: '' })
    expect([status, location]).toEqual([303, `${details}?esito=salvata#esito`])
    expect(textOf((await admin.get(location)).body)).toContain('Salvato')
    expect(await body()).toMatchObject({ name: 'Comune di Vallescura', cadastralCode: 'Z901', population: 7200 })
    expect(await body()).not.toHaveProperty('ipaCode')
    expect((await rtd.get('/enti/vallechiara/piano/2026-2028')).status).toBe(200)
    const journal = textOf((await admin.get('/enti/vallechiara/registro')).body)
    expect(journal).toContain('Ha modificato i dati dell’ente')
    expect(journal).toContain('Comune di Vallescura')
  })

  test('becomes another municipality of the registry, with its codes and inhabitants', async () => {
    const { location } = await admin.post(`${details}/comune`, { comune: 'Caravaggio' })
    expect(location).toBe(`${details}?esito=salvata`)
    expect(await body()).toMatchObject({
      name: 'Comune di Caravaggio',
      cadastralCode: 'B731',
      istatCode: '016053',
      province: 'Bergamo',
      population: 16_142,
    })
    expect((await admin.post(`${details}/comune`, { comune: 'B731' })).location).toBe(`${details}?esito=invariata`)
  })

  test('becomes a body of another kind by command, and its lines are judged anew', async () => {
    const page = async () => textOf((await rtd.get('/enti/vallechiara/piano/2026-2028')).body)
    const before = await page()
    const codes = ['--cadastral-code', '', '--istat-code', '']
    const { code, out } = await timone('vallechiara', '--kind', 'union', '--name', 'Unione delle Valli', ...codes)
    expect([code, out]).toEqual([0, 'I dati di vallechiara sono corretti.\n'])
    expect(await body()).toMatchObject({ name: 'Unione delle Valli', kind: 'union', province: 'Bergamo' })
    expect(await page()).not.toBe(before)
    expect((await timone('vallechiara', '--kind', 'union')).out).toContain('erano già così')
  })
})
