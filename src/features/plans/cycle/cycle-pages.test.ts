// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { viewerWho } from '../../../../tests/factories/access.ts'
import { catalogue } from '../../../../tests/factories/profile.ts'
import { openSite, type TestSite } from '../../../../tests/factories/site.ts'
import type { Viewer } from '../../../kernel/access.ts'
import { trienniumOf } from '../../../kernel/ids.ts'
import type { Profile } from '../../profiles/index.ts'
import { traceLines } from './trace-lines.ts'

const body = { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901', population: 7200 } as const
const trace = (from: string, to: string) =>
  traceLines(catalogue.edition(from), catalogue.edition(to), catalogue.lineage())
const codesOf = (kind: string) =>
  trace('2024-2026', '2024-2026-update-2026').flatMap((line) => (line.kind === kind ? [line.code] : []))
const [kept = '', alsoKept = '', thirdKept = ''] = codesOf('kept')
const [changed = ''] = codesOf('changed')
const [retired = ''] = codesOf('retired')

const profile: Profile = {
  administration: body,
  plan: {
    triennium: trienniumOf('2024-2026'),
    edition: '2024-2026',
    title: 'Piano 2024-2026 di Vallechiara',
    narrative: { introduction: 'Si comincia.', chapters: { '3': 'I servizi.' } },
    initiatives: [{ title: 'Sportello', lines: [kept, retired] }],
    entries: [
      { code: kept, activity: 'Si farà.', status: 'planned', offices: ['Tributi'] },
      { code: alsoKept, activity: 'Fatto.', status: 'completed', completed: '2025-03-01' },
      { code: thirdKept, activity: 'Si fa.', status: 'ongoing' },
      { code: changed, activity: 'Cambia.', status: 'inProgress' },
      { code: retired, activity: 'Non si chiede più.', status: 'completed' },
    ],
  },
  spending: [{ year: 2026, kind: 'forecast', amount: '10.00' }],
  fundingMeasures: [{ measure: '1.4.1', title: 'Sito' }],
}
const update = '2024-2026-update-2026'
const fresh = '/enti/vallechiara/nuovo-piano'
const pageOf = (triennium: string, word: string) => `/enti/vallechiara/piano/${triennium}/${word}`

const rtd = viewerWho(undefined, 'Ada Rossini')
const member = viewerWho((action) => action !== 'plan.create', 'Componente')
let viewer: Viewer = rtd
let site: TestSite
beforeAll(async () => {
  site = await openSite({ bodies: [profile], viewer: () => viewer })
})
afterAll(() => site.close())
beforeEach(() => {
  viewer = rtd
})

describe('a new plan', () => {
  test('is not begun by who may not create plans', async () => {
    viewer = member
    expect((await site.get(fresh)).status).toBe(403)
    expect((await site.post(fresh, { triennio: '2025-2027', edizione: update })).status).toBe(403)
  })

  test.each([
    [{ edizione: update }, 'triennio', 'scegliere un triennio'],
    [{ triennio: '2024-2026', edizione: update }, 'triennio', 'un piano 2024-2026'],
    [{ triennio: '2025-2029', edizione: update }, 'triennio', 'un triennio copre tre anni'],
    [{ triennio: '2025-2027', edizione: '1999-2001' }, 'edizione', 'non è nel catalogo'],
    [{ triennio: '2025-2027', edizione: '2022-2024', da: '2024-2026' }, 'edizione', 'più vecchia'],
    [{ triennio: '2025-2027', edizione: update, da: '2019-2021' }, 'da', 'c&#39;è un piano|c’è un piano'],
  ])('of %o is refused at %s, and nothing is created', async (fields, place, words) => {
    const { status, body: html } = await site.post(fresh, fields)
    expect(status).toBe(422)
    expect(html).toContain(`href="#campo-${place}"`)
    expect(html).toMatch(new RegExp(words))
    expect((await site.get(pageOf('2025-2027', 'contenuti'))).status).toBe(404)
  })

  test('proposes a free triennium, the newest edition and the newest plan', async () => {
    const { body: html } = await site.get(fresh)
    expect(html).toContain('<option value="2026-2028" selected>')
    expect(html).toContain(`<option value="${update}" selected>`)
    expect(html).toContain('<option value="2024-2026" selected>')
  })

  test('may be empty', async () => {
    const { status, location } = await site.post(fresh, { triennio: '2026-2028', edizione: update })
    expect([status, location]).toEqual([303, `${pageOf('2026-2028', 'contenuti')}#esito`])
    expect((await site.profile(trienniumOf('2026-2028'))).plan).toEqual({ triennium: '2026-2028', edition: update })
    expect((await site.get(pageOf('2026-2028', 'ripresa'))).text).toContain('cominciato da zero')
  })

  test('goes on from an earlier one: nothing is lost, and the journal tells it', async () => {
    const before = await site.profile()
    const { location } = await site.post(fresh, { triennio: '2025-2027', edizione: update, da: '2024-2026' })
    expect(location).toBe(`${pageOf('2025-2027', 'ripresa')}?esito=creato#esito`)
    expect(await site.profile()).toEqual(before)
    const { plan, spending, fundingMeasures } = await site.profile(trienniumOf('2025-2027'))
    expect(plan).toMatchObject({
      title: 'Piano 2025-2027 di Vallechiara',
      edition: update,
      narrative: profile.plan.narrative,
    })
    expect(plan.initiatives).toEqual([{ title: 'Sportello', lines: [kept] }])
    expect([spending, fundingMeasures]).toEqual([profile.spending, profile.fundingMeasures])
    const entries = new Map((await site.entries(trienniumOf('2025-2027'))).map((one) => [one.entry.code, one]))
    expect(entries.get(kept)).toMatchObject({
      toReview: true,
      carriedFrom: `2024-2026 ${kept}`,
      entry: { offices: ['Tributi'] },
    })
    expect(entries.get(alsoKept)).toMatchObject({ toReview: false, entry: { statusLabel: 'Completata nel 2025' } })
    expect(entries.get(changed)?.toReview).toBe(true)
    expect(entries.has(retired)).toBe(false)
    expect((await site.journal())[0]).toMatchObject({
      actor: 'Ada Rossini',
      event: { type: 'planCreated', triennium: '2025-2027', edition: update, from: '2024-2026', entries: 4 },
    })
  })
})

describe('what was carried', () => {
  const carried = pageOf('2025-2027', 'ripresa')

  test('is a list to go through, with the retired lines and the new ones', async () => {
    const { text, body: html } = await site.get(carried)
    expect(text).toMatch(/Schede riviste: 1 su 4/)
    expect(text).toContain(`${retired} `)
    expect(text).toContain('Non si chiede più.')
    expect(html).toContain(`href="${pageOf('2025-2027', 'linee')}/${kept}/modifica"`)
    expect(html).toContain(`href="${pageOf('2024-2026', 'linee')}/${retired}"`)
  })

  test.each([
    ['tipo=ritirate', codesOf('retired')],
    ['tipo=nuove', codesOf('new')],
    ['mostra=da-rivedere', [kept, changed, thirdKept]],
    ['mostra=riviste', [alsoKept]],
    ['tipo=invariate&mostra=da-rivedere', [kept, thirdKept]],
  ])('?%s filters it', async (query, codes) => {
    const { body: html } = await site.get(`${carried}?${query}`)
    const shown = [...html.matchAll(/<span class="t-code">(CAP[^<]+)<\/span>/g)].map(([, code]) => code)
    expect(shown).toHaveLength(codes.length)
    expect(new Set(shown)).toEqual(new Set(codes))
  })

  test('says in what each line changed', async () => {
    const { text } = await site.get(`${carried}?tipo=ripianificate`)
    expect(text).toMatch(/Altra data \S.* → /)
  })

  test('is not confirmed by who only reads', async () => {
    viewer = viewerWho((action) => action === 'plan.read', 'Lettore')
    expect((await site.get(carried)).body).not.toContain('Va bene così')
    expect((await site.post(carried, { scheda: kept })).status).toBe(403)
  })

  test('is fine as it is, one by one or all that did not change', async () => {
    viewer = member
    const one = await site.post(carried, { scheda: changed, mostra: 'da-rivedere' })
    expect(one.location).toBe(`${carried}?mostra=da-rivedere&esito=confermate&quante=1#esito`)
    expect((await site.get(one.location)).text).toContain('Una scheda confermata.')
    expect((await site.get(carried)).text).toContain('Vanno bene tutte le 2 schede di linee invariate')
    await site.post(carried)
    expect((await site.entries(trienniumOf('2025-2027'))).filter(({ toReview }) => toReview)).toEqual([])
    expect((await site.get(carried)).text).toMatch(/Schede riviste: 4 su 4/)
    expect((await site.journal())[0]?.event).toEqual({
      type: 'carriedConfirmed',
      triennium: '2025-2027',
      codes: expect.arrayContaining([kept, thirdKept]) as string[],
    })
  })
})

describe('a plan that moves to a newer edition', () => {
  const edition = pageOf('2024-2026', 'edizione')

  test('is moved by who may create plans alone, to a newer edition of its cycle alone', async () => {
    viewer = member
    expect((await site.post(edition, { edizione: update })).status).toBe(403)
    viewer = rtd
    for (const edizione of ['2022-2024', '2024-2026', 'x']) {
      expect((await site.post(edition, { edizione })).status).toBe(422)
    }
    expect((await site.row()).edition).toBe('2024-2026')
  })

  test('says before what would change', async () => {
    const { text } = await site.get(edition)
    expect(text).toContain(`Linee invariate ${codesOf('kept').length}`)
    expect(text).toContain('Passa all’edizione 2024-2026, aggiornamento 2026')
  })

  test('keeps all that it says: what is retired is in its revisions', async () => {
    const { location } = await site.post(edition, { edizione: update })
    expect(location).toBe(`${pageOf('2024-2026', 'ripresa')}?esito=edizione#esito`)
    const entries = new Map((await site.entries()).map((one) => [one.entry.code, one]))
    expect(entries.get(kept)).toEqual({ toReview: false, entry: profile.plan.entries?.[0] })
    expect(entries.get(alsoKept)?.entry.statusLabel).toBeUndefined()
    expect(entries.get(changed)).toMatchObject({ toReview: true, entry: { activity: 'Cambia.', status: 'inProgress' } })
    expect((await site.profile()).plan.initiatives).toEqual([{ title: 'Sportello', lines: [kept] }])
    const { text } = await site.get(`${pageOf('2024-2026', 'ripresa')}?tipo=ritirate`)
    expect(text).toContain('Non si chiede più.')
    expect((await site.journal())[0]?.event).toMatchObject({
      type: 'editionChanged',
      before: '2024-2026',
      after: update,
      toReview: 1,
      retired: [retired],
    })
  })

  test('finds no newer one any more', async () => {
    expect((await site.get(edition)).text).toContain('non ha edizioni più recenti')
  })
})

test('a plan of an earlier cycle goes on by the lineage', async () => {
  const former: Profile = {
    administration: body,
    plan: {
      triennium: trienniumOf('2022-2024'),
      edition: '2022-2024',
      narrative: { chapters: { '1': 'I servizi di ieri.', '8': 'Il governo.' } },
      entries: catalogue
        .edition('2022-2024')
        .lines.map(({ code }) => ({ code, activity: `Di ${code}.`, status: 'planned' })),
    },
  }
  await site.adopt(former)
  const { status } = await site.post(fresh, { triennio: '2023-2025', edizione: '2024-2026', da: '2022-2024' })
  expect(status).toBe(303)
  expect((await site.profile(trienniumOf('2023-2025'))).plan.narrative).toEqual({
    chapters: { '3': 'I servizi di ieri.' },
  })
  const { text } = await site.get(pageOf('2023-2025', 'ripresa'))
  const entries = await site.entries(trienniumOf('2023-2025'))
  const onward = entries.map(({ carriedFrom = '' }) => carriedFrom).join(' ')
  for (const { code } of former.plan.entries ?? []) {
    const shownAsRetired = text.includes(`${code} `) && text.includes(`Di ${code}.`)
    expect(onward.includes(code) || shownAsRetired).toBe(true)
  }
})

test('pages take as many queries for a plan of many entries as for an empty one', async () => {
  const few = await site.count(() => site.get(pageOf('2025-2027', 'ripresa')))
  expect(await site.count(() => site.get(pageOf('2023-2025', 'ripresa')))).toBe(few)
})
