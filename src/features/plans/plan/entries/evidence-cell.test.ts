// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellEvidence, evidenceCell } from './evidence-cell.ts'

const lines = fc
  .array(fc.constantFrom('Delibera', 'n. 12', '<verbale>', 'perché'), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('\n'))

describe('a cell of evidence', () => {
  it('give evidence back', () => {
    const evidence = fc.record({ label: lines, url: fc.webUrl({ withQueryParameters: true, withFragments: true }) })
    fc.assert(
      fc.property(fc.array(evidence), (items) => {
        expect(cellEvidence(evidenceCell(items))).toEqual(items)
      }),
    )
  })

  it('tell evidence without an address', () => {
    expect(cellEvidence('Delibera\nAtto https://vallechiara.example')).toEqual([
      { label: 'Delibera', url: '' },
      { label: 'Atto https://vallechiara.example', url: '' },
    ])
  })

  it('percent-encode what would end an address', () => {
    expect(evidenceCell([{ label: 'Atto', url: 'https://vallechiara.example/a b>c' }])).toBe(
      'Atto <https://vallechiara.example/a%20b%3Ec>',
    )
  })
})
