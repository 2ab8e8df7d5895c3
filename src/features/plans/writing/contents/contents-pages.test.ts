// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { viewerWho } from '../../../../../tests/factories/access.ts'
import { openSite, type TestSite } from '../../../../../tests/factories/site.ts'
import type { Viewer } from '../../../../kernel/access.ts'
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
const contents = '/enti/vallechiara/piano/2025-2027/contenuti'
const author = viewerWho(undefined, 'Ada Rossini')
const colleague = viewerWho(undefined, 'Bruno Bianchi')
const reader = viewerWho((action) => action === 'plan.read', 'Lettore')

let viewer: Viewer = author
let site: TestSite
beforeAll(async () => {
  site = await openSite({ bodies: [profile], accounts: [author, colleague], viewer: () => viewer })
})
afterAll(() => site.close())
beforeEach(() => {
  viewer = author
})

/** Opens a form and sends it with these fields. */
async function fill(address: string, fields: Readonly<Record<string, string>>) {
  const { hidden } = await site.get(address)
  return await site.post(address, { ...hidden, azione: 'salva', ...fields })
}

describe('who may not', () => {
  const ofPlan = [
    'titolo',
    'testi/introduzione',
    'linee-facoltative',
    'spesa',
    'iniziative/nuova',
    'progetti-pnrr/nuovo',
  ]
  const ofBody = ['uffici', 'ruoli', 'fatti'].map((part) => `/enti/vallechiara/${part}`)
  test.each([...ofPlan.map((part) => `${contents}/${part}`), ...ofBody])(
    'write does not see the form %s, nor send it',
    async (address) => {
      viewer = reader
      expect((await site.get(address)).status).toBe(403)
      expect((await site.post(address, { base: '0', title: 'x' })).status).toBe(403)
    },
  )

  test('write sees what the plan is made of, without ways to change it', async () => {
    viewer = reader
    const { status, body, text } = await site.get(contents)
    expect(status).toBe(200)
    expect(text).toContain('Introduzione')
    expect(body).not.toContain(`${contents}/`)
  })

  test.each(['testi/capitolo-9', 'testi/altro', 'iniziative/7', 'iniziative/x', 'testi/chapter-1', 'progetti-pnrr/0'])(
    '%s is no part of the plan',
    async (part) => {
      expect((await site.get(`${contents}/${part}`)).status).toBe(404)
    },
  )
})

test('the list says what is written, who changed it last, and leads to each form', async () => {
  await fill(`${contents}/testi/organizzazione`, { markdown: 'Il RTD coordina.' })
  const { text, body } = await site.get(contents)
  expect(text).toMatch(/Introduzione Scritto – Modifica «Introduzione»/)
  expect(text).toMatch(/Organizzazione Scritto \d\d\/\d\d\/\d{4} alle \d\d:\d\d Ada Rossini Modifica/)
  expect(text).toMatch(/Conclusioni e prossimi passi Vuoto – Scrivi «Conclusioni e prossimi passi»/)
  expect(text).toMatch(/Spesa ICT 1 riga Scritto/)
  expect(text).toMatch(/Sportello in biblioteca Scritto/)
  expect(body).toContain(`href="${contents}/testi/capitolo-1"`)
  expect(body).toContain(`href="${contents}/iniziative/0"`)
})

describe('a text', () => {
  const address = `${contents}/testi/conclusioni`

  test('is saved, and told in the journal', async () => {
    const { status, location } = await fill(address, { markdown: 'Si va **avanti**.' })
    expect(status).toBe(303)
    expect(location).toBe(`${contents}?esito=salvata&parte=narrative%3Aconclusion#esito`)
    expect((await site.get(location)).text).toContain('«Conclusioni e prossimi passi»: salvato.')
    expect((await site.profile()).plan.narrative?.conclusion).toBe('Si va **avanti**.')
    expect((await site.journal())[0]).toMatchObject({
      actor: 'Ada Rossini',
      event: { type: 'partChanged', part: 'narrative:conclusion', after: { markdown: 'Si va **avanti**.' } },
    })
  })

  test('is shown as it will be printed, without saving', async () => {
    const { hidden } = await site.get(address)
    const { status, body } = await site.post(address, {
      ...hidden,
      azione: 'anteprima',
      markdown: 'Con **forza**.',
    })
    expect(status).toBe(200)
    expect(body).toContain('<strong>forza</strong>')
    expect(body).toContain('Con **forza**.</textarea>')
    expect((await site.profile()).plan.narrative?.conclusion).not.toContain('forza')
  })

  test('longer than it may be is refused at its control, and nothing typed is lost', async () => {
    const { status, body, text } = await fill(address, { markdown: 'a'.repeat(20_001) })
    expect(status).toBe(422)
    expect(body.includes('href="#campo-markdown"')).toBe(true)
    expect(text.includes('supera i 20.000 caratteri')).toBe(true)
    expect(body.includes('a'.repeat(20_001))).toBe(true)
  })

  test('left empty goes away', async () => {
    await fill(address, { markdown: 'x' })
    await fill(address, { markdown: ' ' })
    expect((await site.profile()).plan.narrative?.conclusion).toBeUndefined()
  })

  test('begins from what an earlier plan says, marked', async () => {
    await site.adopt({
      ...profile,
      plan: {
        triennium: trienniumOf('2022-2024'),
        edition: '2022-2024',
        narrative: { chapters: { '1': 'I servizi di ieri.' } },
      },
    })
    const chapter = `${contents}/testi/capitolo-3`
    const { text, hidden } = await site.get(chapter)
    expect(text).toContain('Dal piano 2022-2024: Capitolo 1. Servizi')
    const { body } = await site.post(chapter, { ...hidden, azione: 'inserisci-piano-chapter-1', markdown: 'Oggi.' })
    expect(body).toContain('Oggi.\n\nI servizi di ieri.</textarea>')
    expect(body).toContain('Contiene testo suggerito')
  })

  test('of the principles begins from a scheme of them all', async () => {
    const principles = `${contents}/testi/principi`
    const { hidden } = await site.get(principles)
    const { body } = await site.post(principles, { ...hidden, azione: 'inserisci-principi' })
    expect(body).toContain('### Cloud come prima opzione')
  })
})

describe('a draft', () => {
  const address = `${contents}/testi/commento-alla-spesa`

  test('is kept while typing, for the person alone, and changes nothing of the plan', async () => {
    const { hidden } = await site.get(address)
    const revision = (await site.row()).revision
    const kept = await site.post(`${address}/bozza`, { ...hidden, markdown: 'Si spende' })
    expect(kept.text.trim()).toBe('Bozza salvata alle 11:00')
    expect((await site.row()).revision).toBe(revision)
    expect((await site.get(contents)).text).toMatch(/Commento alla spesa Vuoto Hai una bozza/)
    expect((await site.get(address)).text).toMatch(/Questa è la tua bozza del .* Si spende/)
    viewer = colleague
    expect((await site.get(address)).text).not.toContain('Si spende')
    expect((await site.get(contents)).text).not.toContain('Hai una bozza')
  })

  test('goes away when it is dropped, when it says nothing new, and when the part is saved', async () => {
    const { hidden } = await site.get(address)
    const drop = () => site.post(`${address}/bozza`, { azione: 'scarta' })
    const keep = () => site.post(`${address}/bozza`, { ...hidden, markdown: 'Si spende' })
    const isKept = async () => (await site.get(address)).text.includes('Questa è la tua bozza')
    expect((await drop()).location).toBe(`${address}?esito=scartata#esito`)
    expect(await isKept()).toBe(false)
    await keep()
    expect(await isKept()).toBe(true)
    expect((await site.post(`${address}/bozza`, { ...hidden })).text.trim()).toBe('Nessuna modifica da salvare')
    expect(await isKept()).toBe(false)
    await site.post(address, { ...hidden, azione: 'bozza', markdown: 'Si spende' })
    expect(await isKept()).toBe(true)
    await fill(address, { markdown: 'Si spende.' })
    expect(await isKept()).toBe(false)
  })

  test('of what others saved meanwhile says so, and saving it asks', async () => {
    const { hidden } = await site.get(address)
    await site.post(`${address}/bozza`, { ...hidden, markdown: 'Mia' })
    viewer = colleague
    await fill(address, { markdown: 'Altrui' })
    viewer = author
    expect((await site.get(address)).text).toContain('Nel frattempo altri hanno salvato')
    expect((await fill(address, { markdown: 'Mia' })).status).toBe(409)
  })

  test('is not kept by who may not write', async () => {
    viewer = reader
    expect((await site.post(`${address}/bozza`, { base: '0', markdown: 'x' })).status).toBe(403)
  })
})

describe('two people on one text', () => {
  const address = `${contents}/testi/introduzione`

  test('the second sees both sides, nothing is overwritten, and chooses', async () => {
    const mine = await site.get(address)
    viewer = colleague
    await fill(address, { markdown: 'Altrui.' })
    viewer = author
    const conflict = await site.post(address, { ...mine.hidden, azione: 'salva', markdown: 'Mia.' })
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Bruno Bianchi ha salvato')
    expect(conflict.text).toMatch(/versione di Bruno Bianchi .*Altrui.*Tieni la tua versione .*Mia/)
    expect((await site.profile()).plan.narrative?.introduction).toBe('Altrui.')
    const undecided = await site.post(address, { ...conflict.hidden, azione: 'risolvi' })
    expect(undecided.status).toBe(422)
    expect(undecided.body).toContain('href="#campo-side-markdown"')
    const chosen = await site.post(address, { ...undecided.hidden, azione: 'risolvi', 'side-markdown': 'mine' })
    expect(chosen.status).toBe(303)
    expect((await site.profile()).plan.narrative?.introduction).toBe('Mia.')
  })

  test('a third who saves while the second chooses is not overwritten either', async () => {
    const mine = await site.get(address)
    viewer = colleague
    await fill(address, { markdown: 'La seconda sua.' })
    viewer = author
    const conflict = await site.post(address, { ...mine.hidden, azione: 'salva', markdown: 'La seconda mia.' })
    viewer = viewerWho(undefined, 'Carla Verdi')
    await fill(address, { markdown: 'La terza.' })
    viewer = author
    const choice = { ...conflict.hidden, azione: 'risolvi', 'side-markdown': 'mine' }
    const again = await site.post(address, choice)
    expect(again.status).toBe(409)
    expect(again.text).toMatch(/versione di Carla Verdi La .*aggiunto: terza\./)
    expect((await site.profile()).plan.narrative?.introduction).toBe('La terza.')
    await site.post(address, { ...again.hidden, azione: 'risolvi', 'side-markdown': 'mine' })
    expect((await site.profile()).plan.narrative?.introduction).toBe('La seconda mia.')
  })

  test('a revision that never was is refused', async () => {
    const { status } = await site.post(address, { base: '99', theirs: '3', azione: 'risolvi', markdown: 'x' })
    expect(status).toBe(422)
  })
})

describe('initiatives', () => {
  const add = `${contents}/iniziative/nuova`

  test('without a title are refused', async () => {
    const { status, body } = await fill(add, { description: 'Senza titolo' })
    expect(status).toBe(422)
    expect(body).toContain('href="#campo-title"')
  })

  test('are added, written, taken away and brought back, each under its number', async () => {
    await fill(add, {
      title: 'Rete in piazza',
      steps: 'Progetto\nLavori',
      'lines-CAP1.PA.02': '1',
      planned: '30/06/2027',
    })
    const address = `${contents}/iniziative/1`
    expect((await site.profile()).plan.initiatives?.[1]).toEqual({
      title: 'Rete in piazza',
      steps: ['Progetto', 'Lavori'],
      lines: ['CAP1.PA.02'],
      planned: '2027-06-30',
    })
    await fill(address, { title: 'Rete in piazza', status: 'planned' })
    const { hidden, text } = await site.get(address)
    expect(text).toContain('Togli «Rete in piazza»')
    const deleted = await site.post(`${address}/eliminazione`, { base: hidden.base ?? '' })
    expect(deleted.status).toBe(303)
    expect((await site.get(deleted.location)).text).toMatch(
      /Iniziative tolte \(1\) «Rete in piazza», tolta da Ada Rossini/,
    )
    expect((await site.get(address)).status).toBe(404)
    await fill(add, { title: 'Un’altra' })
    expect((await site.get(`${contents}/iniziative/2`)).text).toContain('Un’altra')
    await site.post(`${address}/ripristino`)
    expect((await site.profile()).plan.initiatives?.map(({ title }) => title)).toEqual([
      ...['Sportello in biblioteca', 'Rete in piazza', 'Un’altra'],
    ])
    expect((await site.profile()).plan.initiatives?.[1]?.status).toBe('planned')
  })

  test('that somebody else changed meanwhile are not taken away', async () => {
    const address = `${contents}/iniziative/0`
    const { hidden } = await site.get(address)
    await fill(address, { title: 'Sportello in due biblioteche' })
    expect((await site.post(`${address}/eliminazione`, { base: hidden.base ?? '' })).status).toBe(409)
    expect((await site.get(address)).text).toContain('Sportello in due biblioteche')
  })
})

test('the list takes as many queries for a plan of many parts as for one of few', async () => {
  const few = await site.count(() => site.get(contents))
  for (let number = 0; number < 5; number += 1) {
    await fill(`${contents}/iniziative/nuova`, { title: `Iniziativa ${number}` })
    await fill(`${contents}/testi/capitolo-${number + 1}`, { markdown: 'Testo.' })
  }
  expect(await site.count(() => site.get(contents))).toBe(few)
})
