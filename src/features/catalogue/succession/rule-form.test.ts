// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../../platform/config/config.ts'
import { openCatalogue } from '../editions/store.ts'
import type { Addressees } from '../model.ts'
import { ruleOfValues, valuesOfRule } from './rule-form.ts'

const folder = join(packageRoot(import.meta.url), 'catalogue')
const catalogue = openCatalogue({ shipped: folder, imported: join(folder, 'no-such-folder') })

/** Every rule that is shipped, and one with every key that the shipped ones leave out. */
const rules: readonly Addressees[] = [
  ...catalogue.ids().flatMap((id) => catalogue.edition(id).lines.flatMap(({ addressees }) => addressees ?? [])),
  ...catalogue.duties().flatMap(({ binds = [] }) => binds),
  {
    exceptKinds: ['school', 'university'],
    operators: true,
    population: { min: 5001, max: 15_000 },
    conditions: Array.from({ length: 12 }, () => ({ fact: 'dataCentreGroup' as const, is: 'A' as const })),
    unless: Array.from({ length: 6 }, () => ({ fact: 'pilot' as const, is: false })),
    voluntary: true,
    sampleOnly: true,
  },
]

test('a form that is sent as it is shown writes the rule that was there, whatever the rule says', () => {
  expect(rules.length).toBeGreaterThan(400)
  for (const rule of rules) expect(ruleOfValues(valuesOfRule(rule), rule)).toEqual(rule)
})
