// SPDX-License-Identifier: AGPL-3.0-or-later

import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue } from '../../../../tests/factories/profile.ts'
import { openSite, type TestSite } from '../../../../tests/factories/site.ts'
import { runTimone } from '../../../../tests/factories/terminal.ts'
import { trienniumOf } from '../../../kernel/ids.ts'
import { canonicalJson, parseCanonical } from '../../profiles/index.ts'
import { newPlanCommand } from './cli.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({
    bodies: [
      {
        administration: { name: 'Comune di Vallechiara', kind: 'municipality', cadastralCode: 'Z901' },
        plan: {
          triennium: trienniumOf('2024-2026'),
          edition: '2024-2026',
          entries: [{ code: 'CAP1.PA.01', status: 'planned' }],
        },
      },
    ],
  })
})
afterAll(() => site.close())

async function timone(...args: readonly string[]) {
  const open = async () => ({
    useCases: { tenants: site.tenants, catalogue, carryOver: [] },
    close: async () => undefined,
  })
  return await runTimone(['new', ...args], (terminal) => ({ new: newPlanCommand({ terminal, open }) }))
}

test.each([
  [['altrove', '2025-2027'], 'altrove'],
  [['vallechiara', '2024-2026'], 'c’è già un piano 2024-2026'],
  [['vallechiara', '2025-2029'], 'TRIENNIO'],
  [['vallechiara', '2031-2033'], 'non ha anni in comune'],
  [['vallechiara', '2025-2027', '--edition', 'x'], '--edition'],
  [['vallechiara', '2025-2027', '--from', '2019-2021'], '--from'],
])('timone plan new %j is refused, and creates nothing', async (args, words) => {
  const { code, out, err } = await timone(...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(words)
  await expect(site.row(trienniumOf('2025-2027'))).rejects.toThrow('no plan')
})

test('timone plan new begins a plan from an earlier one, on the newest edition', async () => {
  const { code, out } = await timone('vallechiara', '2025-2027', '--from', '2024-2026')
  expect(code).toBe(0)
  expect(out).toContain('Piano 2025-2027 di vallechiara creato sull’edizione 2024-2026-update-2026.')
  expect(out).toContain('1 scheda ripresa dal piano 2024-2026.')
  expect((await site.journal())[0]).toMatchObject({ actor: 'Timone (cli)', event: { type: 'planCreated' } })
})

test('whatever triennium and edition timone plan new takes, the data of the plan are read back', async () => {
  const editions = catalogue.ids()
  const begun: string[] = []
  for (let first = 2010; first <= 2040; first += 1) {
    const triennium = trienniumOf(`${first}-${first + 2}`)
    for (const edition of editions) {
      if ((await timone('vallechiara', triennium, '--edition', edition)).code !== 0) continue
      begun.push(triennium)
      const json = canonicalJson(await site.profile(triennium))
      expect(parseCanonical(json, 'piano.json', catalogue).plan, triennium).toMatchObject({ triennium, edition })
    }
  }
  expect(begun.length).toBeGreaterThan(4)
  expect(begun.length).toBeLessThan(20)
})
