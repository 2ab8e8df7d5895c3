// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runNode, timone } from '../command-line.ts'
import { materialFile } from './material.ts'

const folder = mkdtempSync(join(tmpdir(), 'timone-scores-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The share of cells that must be read exactly, by plan. */
const floors = [
  ['caravaggio-2025-2027.txt', 'caravaggio-2025-2027', 0.92, []],
  ['cremona-2024-2026-chapters-1-3.txt', 'cremona-2024-2026-chapters-1-3', 0.99, []],
  ['associated-office-2023-2025.txt', 'associated-office-2023-2025', 0.98, []],
  ['office-report-2024.txt', 'office-report-deadlines-2025', 0.98, []],
  ['cortemaggiore-2023-2025.txt', 'cortemaggiore-2023-2025', 0.9, []],
  ['caravaggio-table.pdf', 'caravaggio-2025-2027', 0.99, ['--only', 'entries']],
  ['caravaggio-table.docx', 'caravaggio-2025-2027', 0.99, ['--only', 'entries']],
  ['caravaggio-table.xlsx', 'caravaggio-2025-2027', 0.99, ['--only', 'entries']],
  ['cremona-fiches-1-3.pdf', 'cremona-2024-2026-chapters-1-3', 0.99, ['--only', 'entries']],
  ['cremona-fiches-1-3.docx', 'cremona-2024-2026-chapters-1-3', 0.99, ['--only', 'entries']],
] as const

describe('the records recovered from a real plan', () => {
  it.each(floors)(
    'of %s are those of %s, to %d of their cells, and no others',
    (plan, gold, floor, only) => {
      const read = timone(['import', materialFile('plans', plan), '--json'], folder)
      expect(read).toMatchObject({ code: 0, err: '' })
      const recovered = join(folder, `${plan}.json`)
      writeFileSync(recovered, read.out)
      const known = materialFile('gold', `${gold}.json`)
      const { code, out } = runNode([
        materialFile('tools/score-import.mjs'),
        known,
        recovered,
        '--min',
        String(floor),
        ...only,
      ])
      expect(out).toMatch(/; extra 0$/m)
      expect(code, out).toBe(0)
    },
    120_000,
  )
})
