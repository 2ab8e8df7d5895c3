// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { viewerWho } from '../../../tests/factories/access.ts'
import { openSite, type TestSite } from '../../../tests/factories/site.ts'
import { trienniumOf } from '../../kernel/ids.ts'
import { type PlanState, updatePlan } from '../plans/index.ts'
import type { Profile } from '../profiles/index.ts'
import { fundingProjectStore } from './index.ts'

const site1 = { measure: '1.4.1', title: 'Sito', progress: 'Affidato.' }
const cloud = { measure: '1.2', title: 'Cloud' }
const profile: Profile = {
  administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901', population: 7200 },
  plan: {
    triennium: trienniumOf('2025-2027'),
    edition: '2024-2026',
    initiatives: [{ title: 'Sportello' }, { title: 'Rete' }],
  },
  fundingMeasures: [site1, cloud],
}
const contents = '/enti/vallechiara/piano/2025-2027/contenuti'
const projects = `${contents}/progetti-pnrr`

let site: TestSite
beforeAll(async () => {
  site = await openSite({ bodies: [profile], viewer: viewerWho(undefined, 'Ada Rossini') })
})
afterAll(() => site.close())

async function fill(address: string, fields: Readonly<Record<string, string>>) {
  const { hidden } = await site.get(address)
  return await site.post(address, { ...hidden, azione: 'salva', ...fields })
}

async function numbers(triennium = trienniumOf('2025-2027')) {
  const row = await site.row(triennium)
  const found = await site.tenants.tenant(row.administration).read((reader) => fundingProjectStore.list(reader, row))
  return found.map(({ number, content: { title }, carriedFrom }) => [
    number,
    title,
    ...(carriedFrom ? [carriedFrom] : []),
  ])
}

async function move(state: PlanState) {
  const row = await site.row()
  await site.tenants.tenant(row.administration).write((writer) => updatePlan(writer, row, { state }))
}

describe('a PNRR project', () => {
  test('that somebody else changed meanwhile is a conflict of that one alone', async () => {
    const [one, other] = [await site.get(`${projects}/0`), await site.get(`${projects}/1`)]
    await fill(`${projects}/0`, { ...site1, progress: 'In linea.' })
    const send = (number: number, { hidden }: typeof one, fields: object) =>
      site.post(`${projects}/${number}`, { ...hidden, azione: 'salva', ...fields })
    expect((await send(0, one, { ...site1, progress: 'Altro.' })).status).toBe(409)
    expect((await send(1, other, { ...cloud, year: '2026' })).status).toBe(303)
    expect((await site.profile()).fundingMeasures).toEqual([
      { ...site1, progress: 'In linea.' },
      { ...cloud, year: 2026 },
    ])
  })

  test('has its own line in the list and in the journal', async () => {
    expect((await site.get(contents)).text).toMatch(/1\.4\.1 Sito Scritto \d\d\/\d\d\/\d{4} alle/)
    expect((await site.journal())[0]?.event).toMatchObject({
      type: 'partChanged',
      part: 'fundingProject:1',
      after: { year: 2026 },
    })
  })

  test('is added, taken away and brought back under its number', async () => {
    const { location } = await fill(`${projects}/nuovo`, { measure: '1.4.3', title: 'pagoPA' })
    expect(location).toBe(`${contents}?esito=salvata&parte=fundingProject#esito`)
    const { hidden } = await site.get(`${projects}/1`)
    const deleted = await site.post(`${projects}/1/eliminazione`, { base: hidden.base ?? '' })
    const { text } = await site.get(deleted.location)
    expect(text).toContain('Progetto PNRR tolto dal piano')
    expect(text).toMatch(/Progetti PNRR tolti \(1\) «1\.2 Cloud», tolto da/)
    expect((await site.get(`${projects}/1`)).status).toBe(404)
    await fill(`${projects}/nuovo`, { measure: '1.3.1', title: 'PDND' })
    await site.post(`${projects}/1/ripristino`)
    expect(await numbers()).toEqual([
      [0, 'Sito'],
      [1, 'Cloud'],
      [2, 'pagoPA'],
      [3, 'PDND'],
    ])
  })

  test('keeps its number when a file brings the list in another order, with some renamed', async () => {
    await site.adopt({
      ...profile,
      fundingMeasures: [
        { measure: '1.3.1', title: 'PDND' },
        { ...cloud, title: 'Passaggio al cloud' },
        { measure: '1.4.4', title: 'SPID' },
        site1,
      ],
    })
    expect(await numbers()).toEqual([
      [3, 'PDND'],
      [1, 'Passaggio al cloud'],
      [2, 'SPID'],
      [0, 'Sito'],
    ])
    expect((await site.get(`${projects}/1`)).text).toContain('Ultima modifica')
  })

  test('goes on in the next plan under its number, and says from where', async () => {
    const wish = { triennio: '2026-2028', edizione: '2024-2026', da: '2025-2027' }
    expect((await site.post('/enti/vallechiara/nuovo-piano', wish)).status).toBe(303)
    expect(await numbers(trienniumOf('2026-2028'))).toEqual([
      [3, 'PDND', '2025-2027 3'],
      [1, 'Passaggio al cloud', '2025-2027 1'],
      [2, 'SPID', '2025-2027 2'],
      [0, 'Sito', '2025-2027 0'],
    ])
    const next = '/enti/vallechiara/piano/2026-2028/contenuti'
    expect((await site.get(`${next}/progetti-pnrr/3`)).body).toContain(`href="${projects}/3">dal piano 2025-2027</a>`)
    expect((await site.get(`${next}/iniziative/1`)).body).toContain(
      `href="${contents}/iniziative/1">dal piano 2025-2027</a>`,
    )
  })

  test('is kept up to date, added and taken away also after approval, and left alone in review', async () => {
    await move('approved')
    expect((await fill(`${projects}/0`, { ...site1, payment: 'Erogata' })).status).toBe(303)
    expect((await site.get(contents)).text).toContain('Aggiungi un progetto PNRR')
    expect((await site.get(contents)).text).not.toContain('Aggiungi un’iniziativa')
    await move('inReview')
    expect((await site.get(`${projects}/0`)).text).toContain('questa parte ora non si può cambiare')
    expect((await site.get(contents)).text).not.toContain('Aggiungi un progetto PNRR')
    await move('draft')
  })
})

test('the address where the projects were one list leads to them', async () => {
  const { status, location } = await site.get(`${contents}/misure-pnrr`)
  expect([status, location]).toEqual([308, `${contents}#gruppo-money`])
})
