// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import type { Timing, Verdict } from '../../catalogue/index.ts'
import type { Status, TailoredLine } from './model.ts'
import { isLate, measureChapters, measureProgress } from './progress.ts'

const due: Timing = { kind: 'by', date: '2025-06-30' }

const lineOf = (status: Status, verdict: Verdict = 'applies', timing: Timing = due): TailoredLine => ({
  line: { code: 'CAP1.PA.01', chapter: 1, objective: 'OB.1.1', results: [], timing },
  applicability: { verdict, reason: 'Perché sì.' },
  declaredNotApplicable: false,
  status,
})

describe('isLate', () => {
  it('waits for the day after the date', () => {
    expect(isLate(lineOf('inProgress'), '2025-06-30')).toBe(false)
    expect(isLate(lineOf('inProgress'), '2025-07-01')).toBe(true)
  })

  it('never blames what is done, continuous, impossible or not due to the body', () => {
    for (const status of ['completed', 'ongoing', 'notApplicable', 'notFeasible'] as const) {
      expect(isLate(lineOf(status), '2030-01-01'), status).toBe(false)
    }
    expect(isLate(lineOf('notStarted', 'does-not-apply'), '2030-01-01')).toBe(false)
  })

  it('needs a date to meet: from a date on and in force have none', () => {
    expect(isLate(lineOf('notStarted', 'applies', { kind: 'from', date: '2024-01-01' }), '2030-01-01')).toBe(false)
    expect(isLate(lineOf('notStarted', 'applies', { kind: 'in-force' }), '2030-01-01')).toBe(false)
  })
})

describe('measureProgress', () => {
  const lines = [lineOf('completed'), lineOf('notStarted', 'to-verify'), lineOf('notApplicable', 'does-not-apply')]

  it('counts every line once by verdict and once by status', () => {
    const { total, verdicts, statuses, late } = measureProgress(lines, '2026-01-01')
    expect(verdicts).toEqual({ applies: 1, 'to-verify': 1, 'does-not-apply': 1 })
    expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBe(total)
    expect(late).toBe(1)
  })

  it('counts chapter by chapter', () => {
    const chapters = [
      { chapter: { number: 1, title: 'Uno' }, lines },
      { chapter: { number: 2, title: 'Due' }, lines: [] },
    ]
    const plan = { triennium: '2024-2026', edition: 'x' }
    const measured = measureChapters({ plan, chapters, edition: {} as never }, '2025-01-01')
    expect(measured.map(({ chapter, progress }) => [chapter.number, progress.total])).toEqual([
      [1, 3],
      [2, 0],
    ])
  })
})
