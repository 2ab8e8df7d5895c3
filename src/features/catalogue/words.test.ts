// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { diffEditions } from './editions/diff-editions.ts'
import { inventedEdition, inventedLine } from './fixture/editions.ts'
import { describeDiff } from './words.ts'

describe('describeDiff', () => {
  it('does not list as retired and new the lines of two cycles, whose codes say nothing of each other', () => {
    const before = inventedEdition({ id: '2024-2026', lines: [inventedLine({ code: 'CAP1.PA.LA01' })] })
    const after = inventedEdition({
      lines: [inventedLine({ code: 'CAP1.PA.01' }), inventedLine({ code: 'CAP1.PA.02' })],
    })
    expect(describeDiff(before, after, diffEditions(before, after))).toEqual([
      'Da 2024-2026 (1 linea) a 2027-2029 (2 linee)',
      'Le due edizioni non hanno codici in comune: sono di cicli diversi.',
      'Per seguire una linea da un ciclo all’altro: timone catalogue lineage CODICE',
    ])
  })
})
