// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../../platform/config/config.ts'
import { formatTiming } from '../line-words.ts'
import { diffEditions } from './diff-editions.ts'
import { openCatalogue } from './store.ts'

const folder = join(packageRoot(import.meta.url), 'catalogue')
const catalogue = openCatalogue({ shipped: folder, imported: join(folder, 'no-such-folder') })
const [former, update] = [catalogue.edition('2024-2026-update-2025'), catalogue.edition('2024-2026-update-2026')]

it('the 2026 update adds, retires, re-dates, rewords and re-addresses these lines, and no other', () => {
  const { kept, redated, ...changes } = diffEditions(former, update)
  expect(changes).toEqual({
    new: ['CAP1.PA.13', 'CAP1.PA.14', 'CAP2.PA.08', 'CAP2.PA.09', 'CAP5.PA.26', 'CAP5.PA.27'],
    retired: ['CAP2.PA.03', 'CAP3.PA.12', 'CAP3.PA.13'],
    unknown: [],
    reworded: [
      'CAP1.PA.01',
      'CAP1.PA.02',
      'CAP1.PA.05',
      'CAP1.PA.06',
      'CAP4.PA.26',
      'CAP4.PA.27',
      'CAP5.PA.21',
      'CAP5.PA.22',
      'CAP5.PA.23',
      'CAP6.PA.02',
      'CAP6.PA.04',
      'CAP6.PA.07',
    ],
    // All bodies in IndicePA; the bodies that were not in the first SIOPE+ trial; every compliant data centre.
    readdressed: ['CAP1.PA.01', 'CAP1.PA.02', 'CAP4.PA.26', 'CAP4.PA.27', 'CAP6.PA.02'],
  })
  expect(redated.map(({ code, from, to }) => `${code}: ${formatTiming(from)} → ${formatTiming(to)}`)).toEqual([
    'CAP1.PA.10: Entro febbraio 2025 → Da febbraio 2026',
    'CAP1.PA.12: Entro settembre 2025 → Da settembre 2026',
    'CAP3.PA.07: Da gennaio 2025 → Da luglio 2025',
    'CAP4.PA.23: Da gennaio 2025 → Da gennaio 2026',
    'CAP4.PA.24: Da gennaio 2025 → Da gennaio 2026',
    'CAP4.PA.26: Entro febbraio 2025 → Entro dicembre 2025',
    'CAP4.PA.27: Entro giugno 2025 → Entro giugno 2026',
    'CAP5.PA.21: Entro dicembre 2025 → Da dicembre 2025',
    'CAP5.PA.22: Entro dicembre 2025 → Da dicembre 2025',
    'CAP5.PA.23: Entro dicembre 2025 → Da dicembre 2025',
    'CAP6.PA.11: Da ottobre 2025 → Da marzo 2026',
  ])
  expect(kept).toHaveLength(100)
})

it('the 2026 update has one more expected result', () => {
  const codes = new Set(former.results.map(({ code }) => code))
  expect(update.results.filter(({ code }) => !codes.has(code))).toMatchObject([
    { code: 'RA5.1.3', objective: 'OB.5.1', targets: [{ year: 2026 }] },
  ])
})
