// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { viewerWho } from '../../../../../tests/factories/access.ts'
import { openSite } from '../../../../../tests/factories/site.ts'
import { trienniumOf } from '../../../../kernel/ids.ts'
import type { Profile } from '../../../profiles/index.ts'
import { type PlanState, updatePlan } from '../../plan/index.ts'

const profile: Profile = {
  administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901', population: 7200 },
  facts: { suap: true },
  offices: [{ name: 'Ufficio tributi' }],
  plan: { triennium: trienniumOf('2025-2027'), edition: '2024-2026' },
}
const other: Profile = { ...profile, plan: { triennium: trienniumOf('2022-2024'), edition: '2022-2024' } }
const part = (name: string) => `/enti/vallechiara/${name}`

const site = await openSite({ bodies: [profile], viewer: viewerWho() })
await site.adopt(other)
afterAll(() => site.close())

async function move(state: PlanState, triennium = trienniumOf('2025-2027'), version = 1) {
  const row = await site.row(triennium)
  await site.tenants.tenant(row.administration).write((writer) => updatePlan(writer, row, { state, version }))
}

beforeEach(async () => {
  await move('draft')
  await move('draft', trienniumOf('2022-2024'))
})

/** Opens a form and sends it with these fields, with a step of a plan in between. */
async function fill(address: string, fields: Readonly<Record<string, string>>, between = async () => {}) {
  const { hidden } = await site.get(address)
  await between()
  return await site.post(address, { ...hidden, azione: 'salva', ...fields })
}

describe('while a plan of the body is in review', () => {
  test.each(['2025-2027', '2022-2024'])('its facts are not changed, whichever plan it is: %s', async (reviewed) => {
    const before = (await site.profile()).facts
    const review = () => move('inReview', trienniumOf(reviewed))
    const { status, text } = await fill(part('fatti'), { suap: 'no', population: '7200' }, review)
    expect(status).toBe(409)
    expect(text).toContain(`Il piano ${reviewed} è in revisione`)
    expect(text).toContain('ritirare il piano dalla revisione, o attendere che finisca')
    expect((await site.profile()).facts).toEqual(before)
    const page = await site.get(part('fatti'))
    expect(page.text).toContain(`Il piano ${reviewed} è in revisione: questa parte ora non si può cambiare.`)
    expect(page.body).not.toContain('name="suap"')
    expect(page.body).toContain(`/enti/vallechiara/piano/${reviewed}/approvazione`)
    const contents = await site.get(`/enti/vallechiara/piano/${reviewed}/contenuti`)
    expect(contents.text).toContain('Leggi «Domande sull’ente»')
    expect(contents.text).toContain('Modifica «Uffici che attuano il piano»')
  })

  test('a file does not change them either, and one that leaves them may replace another plan', async () => {
    await move('inReview')
    await expect(site.adopt({ ...other, facts: { suap: false } })).rejects.toMatchObject({ code: 'not-now' })
    expect((await site.profile()).facts).toEqual({ suap: true })
    await site.adopt({ ...other, plan: { ...other.plan, title: 'Piano di prima' } })
    expect((await site.row(trienniumOf('2022-2024'))).title).toBe('Piano di prima')
  })

  test.each(['uffici', 'ruoli'])('its %s are changed, and the page says that they enter it', async (name) => {
    await move('inReview')
    const { text } = await site.get(part(name))
    expect(text).toContain('Il piano 2025-2027 è in revisione: ciò che cambi qui vi entra, e chi lo approva')
    const fields = { 'offices-0-name': `Ufficio ${name}`, 'roles-0-role': 'RTD', 'roles-0-holder': 'Segretario' }
    const { revision } = await site.row()
    expect((await fill(part(name), fields)).status).toBe(303)
    // Who read the plan before has to read it again: an approval is of the revision that was seen.
    expect((await site.row()).revision).toBeGreaterThan(revision)
  })
})

test('when no plan was ever approved, the page warns of nothing', async () => {
  expect((await site.get(part('fatti'))).text).not.toContain('approvato')
})

test.each([
  ['approved', 1],
  ['inForce', 1],
  ['published', 1],
  ['superseded', 1],
  ['draft', 2],
] as const)(
  'when a plan is %s in version %i, facts are changed, and the page says what stays',
  async (state, version) => {
    await move(state, trienniumOf('2025-2027'), version)
    const { text, body } = await site.get(part('fatti'))
    expect(text).toContain(
      'Quello che è approvato resta com’è stato approvato, con i suoi documenti: piano 2025-2027, versione 1',
    )
    expect(text).toContain('entra nelle bozze dei documenti e nelle versioni che verranno')
    expect(body).toContain('href="/enti/vallechiara/piano/2025-2027/versioni"')
    const { facts } = await site.profile()
    const { status } = await fill(part('fatti'), { suap: facts?.suap ? 'no' : 'si', population: '7200' })
    expect(status).toBe(303)
    expect((await site.profile()).facts).toEqual({ suap: !facts?.suap })
  },
)
