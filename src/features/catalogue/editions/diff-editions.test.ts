// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { inventedEdition, inventedLine } from '../fixture/editions.ts'
import type { ActionLine } from '../model.ts'
import { diffEditions } from './diff-editions.ts'

const code = 'CAP1.PA.01'
const nothing = { kept: [], reworded: [], redated: [], readdressed: [], retired: [], unknown: [], new: [] }
const diff = (before: Partial<ActionLine>, after: Partial<ActionLine>) =>
  diffEditions(
    inventedEdition({ lines: [inventedLine({ code, ...before })] }),
    inventedEdition({ lines: [inventedLine({ code, ...after })] }),
  )

describe('from an edition to another, a line', () => {
  it('is retired when the second lacks it, new when the first does', () => {
    const a = inventedEdition({
      lines: ['CAP1.PA.10', 'CAP1.PA.02', 'CAP1.PA.01'].map((code) => inventedLine({ code })),
    })
    const b = inventedEdition({ lines: ['CAP1.PA.03', 'CAP1.PA.01'].map((code) => inventedLine({ code })) })
    expect(diffEditions(a, b)).toEqual({
      ...nothing,
      kept: ['CAP1.PA.01'],
      retired: ['CAP1.PA.02', 'CAP1.PA.10'],
      new: ['CAP1.PA.03'],
    })
  })

  it('is not retired when the second is known in part: nobody knows', () => {
    const [a, b] = [inventedEdition({ lines: [inventedLine({ code })] }), inventedEdition({ complete: false })]
    expect(diffEditions(a, b)).toEqual({ ...nothing, unknown: [code] })
  })

  it('is kept when its words differ by case, accents, dashes, spaces and punctuation alone', () => {
    const before = { officialText: 'Le PA pubblicano, entro l’anno, la Carta – dei servizi' }
    const after = { officialText: 'Le PA pubblicano entro l’anno la carta dei  servizi.' }
    expect(diff(before, after)).toEqual({ ...nothing, kept: [code] })
  })

  it('is reworded when a word changes', () => {
    expect(diff({ officialText: 'Almeno 5 fogli' }, { officialText: 'Almeno 6 fogli' }).reworded).toEqual([code])
  })

  it('is compared by its summary where an edition lacks the official text', () => {
    expect(diff({ officialText: 'Le PA leggono' }, {}).reworded).toEqual([])
    expect(diff({ officialText: 'Le PA leggono' }, { summary: 'Si scrive.' }).reworded).toEqual([code])
    const { summary: _, ...withoutSummary } = inventedLine({ code })
    const imported = inventedEdition({ lines: [{ ...withoutSummary, officialText: 'Le PA leggono' }] })
    expect(diffEditions(imported, inventedEdition({ lines: [inventedLine({ code })] })).kept).toEqual([code])
  })

  it('is re-dated when the date moves or binds in another way', () => {
    const by = { kind: 'by', date: '2027-09-30' } as const
    const from = { kind: 'from', date: '2027-09-01' } as const
    expect(diff({ timing: by }, { timing: from })).toEqual({ ...nothing, redated: [{ code, from: by, to: from }] })
    expect(diff({ timing: by }, { timing: { kind: 'in-force' } }).redated).toHaveLength(1)
  })

  it('is re-addressed when the rule changes, not when it is only written otherwise', () => {
    const rule = { kinds: ['municipality' as const, 'province' as const], population: { min: 5000 } }
    const same = { ...rule, kinds: rule.kinds.toReversed(), voluntary: false, conditions: [] }
    expect(diff({ addressees: rule }, { addressees: same }).readdressed).toEqual([])
    expect(diff({ addressees: {} }, { addressees: { voluntary: true } }).readdressed).toEqual([code])
    expect(
      diff({ addressees: { population: { min: 5000 } } }, { addressees: { population: { max: 5000 } } }).readdressed,
    ).toEqual([code])
  })

  it('may change in many ways at once', () => {
    const after = { summary: 'Altro.', timing: { kind: 'in-force' }, addressees: { sampleOnly: true } } as const
    expect(diff({}, after)).toMatchObject({ kept: [], reworded: [code], readdressed: [code], redated: [{ code }] })
  })
})
