// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, expect, test } from 'vitest'
import { viewerWho } from '../../../../../tests/factories/access.ts'
import { catalogueOf, inventedEdition } from '../../../../../tests/factories/edition.ts'
import { openSite, type TestSite } from '../../../../../tests/factories/site.ts'
import type { Viewer } from '../../../../kernel/access.ts'
import { trienniumOf } from '../../../../kernel/ids.ts'
import type { Profile } from '../../../profiles/index.ts'

const profile: Profile = {
  administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901', population: 7200 },
  plan: {
    triennium: trienniumOf('2025-2027'),
    edition: inventedEdition.id,
    entries: [{ code: 'CAP1.PA.01', activity: 'Gli uffici usano una sola rubrica.', status: 'ongoing' }],
  },
}
const plan = '/enti/vallechiara/piano/2025-2027'
let viewer: Viewer = viewerWho()
let site: TestSite
beforeAll(async () => {
  site = await openSite({ bodies: [profile], viewer: () => viewer, catalogue: catalogueOf(inventedEdition) })
})
afterAll(() => site.close())

test('says what is missing, what is necessary first, each thing a link to its very control', async () => {
  const { status, text, body } = await site.get(`${plan}/completezza`)
  expect(status).toBe(200)
  expect(text).toMatch(/5 cose necessarie 6 cose consigliate Necessario .* Consigliato/)
  for (const address of [
    `${plan}/contenuti/testi/introduzione#campo-markdown`,
    '/enti/vallechiara/ruoli',
    '/enti/vallechiara/fatti#campo-pagoPA',
    `${plan}/contenuti/linee-facoltative#campo-CAP1.PA.02`,
    `${plan}/linee/CAP4.PA.03/modifica#campo-status`,
    `${plan}/contenuti/spesa`,
  ]) {
    expect(body).toContain(`href="${address}"`)
  }
  expect(text).toMatch(/Nessuno tiene aggiornata la scheda \(1\) Che cosa fare: affidarla .* CAP1\.PA\.01/)
})

test('leads who only reads nowhere', async () => {
  viewer = viewerWho((action) => action === 'plan.read', 'Lettore')
  expect((await site.get(`${plan}/completezza`)).body).not.toContain(`href="${plan}/contenuti/`)
  viewer = viewerWho(() => false, 'Estraneo')
  expect((await site.get(`${plan}/completezza`)).status).toBe(403)
  viewer = viewerWho()
})

test('says when nothing necessary is missing, and leads to the approval', async () => {
  const act = { body: 'Giunta comunale', number: '12', date: '2025-01-31' }
  await site.adopt({
    ...profile,
    facts: { pagoPA: false },
    roles: [{ role: 'Responsabile per la transizione digitale', holder: 'Segretario', act }],
    plan: {
      ...profile.plan,
      choices: { 'CAP1.PA.02': false },
      narrative: { introduction: 'Si comincia.', organisation: 'Il RTD.' },
      entries: [...(profile.plan.entries ?? []), { code: 'CAP4.PA.03', status: 'notApplicable' }],
    },
  })
  const { text, body } = await site.get(`${plan}/completezza`)
  expect(text).toContain('Al piano non manca niente di necessario.')
  expect(body).toContain(`href="${plan}/approvazione"`)
})

test('takes as many queries whatever is missing', async () => {
  const few = await site.count(() => site.get(`${plan}/completezza`))
  await site.adopt(profile)
  expect(await site.count(() => site.get(`${plan}/completezza`))).toBe(few)
})
