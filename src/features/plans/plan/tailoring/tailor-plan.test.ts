// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, it } from 'vitest'
import { type ActionLineCode, trienniumOf } from '../../../../kernel/ids.ts'
import type { ActionLine, Edition, Verdict } from '../../../catalogue/index.ts'
import type { Plan } from '../model.ts'
import { tailorPlan } from './tailor-plan.ts'

const lineOf = (code: ActionLineCode, chapter: number): ActionLine => ({
  code,
  chapter,
  objective: `OB.${chapter}.1`,
  results: [],
  timing: { kind: 'in-force' },
})

const edition: Edition = {
  id: '2024-2026-prova',
  title: 'Piano di prova',
  triennium: { from: 2024, to: 2026 },
  complete: false,
  chapters: [
    { number: 2, title: 'Acquisti' },
    { number: 1, title: 'Organizzazione' },
  ],
  objectives: [],
  results: [],
  lines: [lineOf('CAP2.PA.01', 2), lineOf('CAP1.PA.100', 1), lineOf('CAP1.PA.99', 1)],
  institutionalLines: [],
}

const plan = (entries: Plan['entries']): Plan => ({ triennium: trienniumOf('2024-2026'), edition: edition.id, entries })

const always = (verdict: Verdict) => () => ({ verdict, reason: 'Perché sì.' })

const tailored = (entries: Plan['entries'], verdict: Verdict = 'applies') =>
  tailorPlan(plan(entries), edition, always(verdict)).chapters.flatMap(({ lines }) => lines)

describe('tailorPlan', () => {
  it('keeps the national order whatever the order of the data', () => {
    const { chapters } = tailorPlan(plan([]), edition, always('applies'))
    expect(chapters.map(({ chapter, lines }) => [chapter.number, lines.map(({ line }) => line.code)])).toEqual([
      [1, ['CAP1.PA.99', 'CAP1.PA.100']],
      [2, ['CAP2.PA.01']],
    ])
  })

  it.each(['applies', 'to-verify', 'does-not-apply'] as const)('invents no status where the line %s', (verdict) => {
    const entries = [{ code: 'CAP2.PA.01', activity: 'Lo facciamo da anni.' }, { code: 'CAP1.PA.100' }]
    expect(tailored(entries, verdict).map(({ status }) => status)).toEqual([undefined, undefined, undefined])
  })

  it('keeps what the body says of a line that the rule excludes', () => {
    const entry = { code: 'CAP1.PA.99', status: 'inProgress', activity: 'Avviata.' } as const
    const line = tailored([entry], 'does-not-apply').find(({ line }) => line.code === entry.code)
    expect(line).toMatchObject({ entry, status: 'inProgress', applicability: { verdict: 'does-not-apply' } })
  })

  it('tells what the body itself declares not applicable', () => {
    const lines = tailored([{ code: 'CAP1.PA.99', status: 'notApplicable' }])
    expect(lines.filter((line) => line.declaredNotApplicable).map(({ line }) => line.code)).toEqual(['CAP1.PA.99'])
  })
})
