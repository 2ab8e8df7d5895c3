// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { importRegistry } from '../../src/features/administrations/registration/import-registry.ts'
import { openRegistry } from '../../src/features/administrations/registration/registry/open-registry.ts'
import { root } from '../../src/main/compose.ts'
import { materialFile } from './material.ts'

const folder = mkdtempSync(join(tmpdir(), 'timone-registry-'))
afterAll(() => rmSync(folder, { recursive: true }))
const registry = openRegistry({
  shipped: join(root, 'registry/municipalities.csv'),
  imported: join(folder, 'municipalities.json'),
})

describe('the published list', () => {
  it('comes in whole, with its homonyms kept apart', () => {
    const done = importRegistry(registry, readFileSync(materialFile('registry/comuni.csv')), 'comuni.csv')
    expect(done).toMatchObject({ rows: 7896, records: 7896, known: 7896 })
    expect(() => registry.find('Castro')).toThrow(
      expect.objectContaining({ problems: [expect.anything(), expect.anything()] }),
    )
    expect(registry.find('Bozen').name).toBe('Bolzano')
    expect(registry.find('019025').name).toBe('Castelleone')
  })
})
