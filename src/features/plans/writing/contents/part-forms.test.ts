// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { viewerWho } from '../../../../../tests/factories/access.ts'
import { openSite, type TestSite } from '../../../../../tests/factories/site.ts'
import { trienniumOf } from '../../../../kernel/ids.ts'
import type { Profile } from '../../../profiles/index.ts'

const profile: Profile = {
  administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901', population: 7200 },
  facts: { suap: true },
  offices: [{ name: 'Ufficio tributi' }],
  plan: {
    triennium: trienniumOf('2025-2027'),
    edition: '2024-2026',
    narrative: { introduction: 'Si comincia.' },
    initiatives: [{ title: 'Sportello in biblioteca', lines: ['CAP1.PA.01'] }],
    entries: [{ code: 'CAP1.PA.01', activity: 'Gli uffici usano una sola rubrica.', status: 'inProgress' }],
  },
  spending: [{ year: 2025, kind: 'forecast', amount: '1200.50' }],
}
const ente = '/enti/vallechiara'
const contents = `${ente}/piano/2025-2027/contenuti`

let site: TestSite
beforeAll(async () => {
  site = await openSite({ bodies: [profile], viewer: viewerWho() })
})
afterAll(() => site.close())

/** Opens a form and sends it with these fields. */
async function fill(address: string, fields: Readonly<Record<string, string>>) {
  const { hidden } = await site.get(address)
  return await site.post(address, { ...hidden, azione: 'salva', ...fields })
}

describe('rows', () => {
  test('are added without a script, keeping what was typed', async () => {
    const address = `${ente}/uffici`
    const { hidden, body } = await site.get(address)
    expect(body.match(/name="offices-\d+-name"/g)).toHaveLength(3)
    const more = await site.post(address, { ...hidden, azione: 'righe-offices', 'offices-0-name': 'Ragioneria' })
    expect(more.body.match(/name="offices-\d+-name"/g)).toHaveLength(6)
    expect(more.body).toContain('value="Ragioneria"')
  })

  test('of offices are saved; an empty one takes its office away, one said twice is refused', async () => {
    const address = `${ente}/uffici`
    const twice = await fill(address, { 'offices-0-name': 'Anagrafe', 'offices-1-name': 'anagrafe' })
    expect(twice.status).toBe(422)
    expect(twice.body).toContain('href="#campo-offices-1-name"')
    await fill(address, {
      'offices-0-name': 'Anagrafe',
      'offices-4-name': 'Biblioteca',
      'offices-4-description': 'Presta libri.',
    })
    expect((await site.profile()).offices).toEqual([
      { name: 'Anagrafe' },
      { name: 'Biblioteca', description: 'Presta libri.' },
    ])
  })

  test.each([
    [{ 'roles-0-role': 'RTD' }, 'roles-0-holder', 'è obbligatorio'],
    [
      { 'roles-0-role': 'RTD', 'roles-0-holder': 'Segretario', 'roles-0-act-body': 'Giunta' },
      'roles-0-act-number',
      'è obbligatorio',
    ],
    [
      {
        'roles-0-role': 'RTD',
        'roles-0-holder': 'Segretario',
        'roles-0-act-body': 'Giunta',
        'roles-0-act-number': '1',
        'roles-0-act-date': '31/02/2025',
      },
      'roles-0-act-date',
      'non è una data che esiste',
    ],
    [
      {
        'roles-0-role': 'RTD',
        'roles-0-holder': 'Segretario',
        'roles-0-act-body': 'Giunta',
        'roles-0-act-number': '1',
        'roles-0-act-date': 'ieri',
      },
      'roles-0-act-date',
      'non è un giorno',
    ],
  ])('of roles %o are refused at %s', async (fields, place, words) => {
    const { status, body, text } = await fill(`${ente}/ruoli`, fields)
    expect(status).toBe(422)
    expect(body).toContain(`href="#campo-${place}"`)
    expect(text).toContain(words)
  })

  test('of roles are saved with their act', async () => {
    await fill(`${ente}/ruoli`, {
      'roles-0-role': 'Responsabile per la transizione digitale',
      'roles-0-holder': 'Segretario comunale',
      'roles-0-act-body': 'Giunta comunale',
      'roles-0-act-number': '12',
      'roles-0-act-date': '31/1/2025',
    })
    expect((await site.profile()).roles).toEqual([
      {
        role: 'Responsabile per la transizione digitale',
        holder: 'Segretario comunale',
        act: { body: 'Giunta comunale', number: '12', date: '2025-01-31' },
      },
    ])
  })

  test.each([
    ['spesa', { 'rows-0-year': '25', 'rows-0-amount': '1', 'rows-0-kind': 'actual' }, 'rows-0-year', 'quattro cifre'],
    [
      'spesa',
      { 'rows-0-year': '2025', 'rows-0-amount': 'mille', 'rows-0-kind': 'actual' },
      'rows-0-amount',
      '1.234,50',
    ],
    ['spesa', { 'rows-0-year': '2025', 'rows-0-amount': '1' }, 'rows-0-kind', 'è obbligatorio'],
    ['progetti-pnrr/nuovo', { measure: '1.4' }, 'title', 'è obbligatorio'],
    ['progetti-pnrr/nuovo', { measure: 'x', title: 'y' }, 'measure', 'misura PNRR'],
    ['progetti-pnrr/nuovo', { measure: '1.4', title: 'y', cup: 'A1' }, 'cup', 'quindici'],
  ])('of %s %o are refused at %s', async (part, fields, place, words) => {
    const { status, body, text } = await fill(`${contents}/${part}`, fields)
    expect(status).toBe(422)
    expect(body).toContain(`href="#campo-${place}"`)
    expect(text).toContain(words)
  })

  test('of money are typed as Italians do, and shown so', async () => {
    await fill(`${contents}/spesa`, {
      'rows-0-year': '2025',
      'rows-0-kind': 'actual',
      'rows-0-amount': '€ 1.234,5',
      'rows-0-source': 'Bilancio',
      'rows-3-year': '2026',
      'rows-3-kind': 'forecast',
      'rows-3-amount': '12.000',
    })
    await fill(`${contents}/progetti-pnrr/nuovo`, {
      measure: '1.4.1',
      title: 'Sito',
      amount: '79.922,00',
      cup: 'a12b34567890123',
    })
    const stored = await site.profile()
    expect(stored.spending).toEqual([
      { year: 2025, kind: 'actual', amount: '1234.50', source: 'Bilancio' },
      { year: 2026, kind: 'forecast', amount: '12000.00' },
    ])
    expect(stored.fundingMeasures).toEqual([
      { measure: '1.4.1', title: 'Sito', amount: '79922.00', cup: 'A12B34567890123' },
    ])
    expect((await site.get(`${contents}/spesa`)).body).toContain('value="12.000,00"')
  })
})

describe('facts', () => {
  const address = `${ente}/fatti`

  test('say which lines they decide, and how many lines they changed', async () => {
    const { text, body } = await site.get(address)
    expect(text).toContain('Tratta procedimenti SUAP')
    expect(text).toMatch(
      /Da dire: \d+ domande .*Aderisce ad App IO\? .*? Sì No Non si sa Decide 1 linea.* Si possono dire: .*Ha completato la migrazione al cloud\? .* Decide 5 linee.* Note in partenza: .*Aderisce a pagoPA\? Noto in partenza: .*CAD, art\. 5\. .*? Sì No Sì, come noto in partenza Decide 1 linea.* Già dette: .*Tratta procedimenti SUAP\?/,
    )
    expect(body).toMatch(/name="suap" value="si" checked/)
    const { location } = await fill(address, { suap: 'no', pagoPA: 'si', population: '7.300', dataCentreGroup: 'none' })
    expect(location).toMatch(/esito=salvata&parte=facts&cambiate=\d+#esito$/)
    expect((await site.get(location)).text).toMatch(/salvato\. \d+ line\S+ h\S+ cambiato applicabilità/)
    const { facts, administration } = await site.profile()
    expect(facts).toEqual({ suap: false, pagoPA: true, dataCentreGroup: 'none' })
    expect(administration.population).toBe(7300)
  })

  test('that are forgotten are unknown again', async () => {
    await fill(address, { suap: '', pagoPA: 'si', population: '7300' })
    expect((await site.profile()).facts).toEqual({ pagoPA: true })
  })

  test('people that are no number are refused', async () => {
    expect((await fill(address, { population: 'tanti' })).body).toContain('href="#campo-population"')
  })

  test('are of the body: from each of its plans one comes to the same page, and the journal names no plan', async () => {
    await site.adopt({ ...profile, plan: { triennium: trienniumOf('2022-2024'), edition: '2022-2024' } })
    for (const triennium of ['2025-2027', '2022-2024']) {
      const { status, location } = await site.get(`${ente}/piano/${triennium}/contenuti/fatti`)
      expect([status, location]).toEqual([308, address])
    }
    const { hidden } = await site.get(address)
    await fill(address, { appIO: 'si', population: '7300' })
    const { status } = await site.post(address, { ...hidden, azione: 'salva', appIO: 'no', population: '7300' })
    expect(status).toBe(409)
    expect((await site.journal())[0]?.event).not.toHaveProperty('triennium')
  })

  test('that a file replaced meanwhile are not overwritten', async () => {
    const { hidden } = await site.get(address)
    await site.adopt({ ...(await site.profile()), facts: { noiPA: true } })
    const { status } = await site.post(address, { ...hidden, azione: 'salva', noiPA: 'no', population: '7300' })
    expect(status).toBe(409)
  })

  test('saved by two people at once are saved one after the other', async () => {
    const { hidden } = await site.get(address)
    const answers = await Promise.all(
      ['si', 'no'].map((sue) => site.post(address, { ...hidden, azione: 'salva', sue, population: '7300' })),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
  })
})

test('choices on voluntary lines are kept, and those taken back are open again', async () => {
  const address = `${contents}/linee-facoltative`
  const codes = [...(await site.get(address)).body.matchAll(/name="(CAP[^"]+)" value="si"/g)].map(
    ([, code = '']) => code,
  )
  expect(codes.length).toBeGreaterThan(1)
  const [first = '', second = ''] = codes
  await fill(address, { [first]: 'si', [second]: 'no' })
  expect((await site.profile()).plan.choices).toEqual({ [first]: true, [second]: false })
  await fill(address, { [second]: 'no' })
  expect((await site.profile()).plan.choices).toEqual({ [second]: false })
})
