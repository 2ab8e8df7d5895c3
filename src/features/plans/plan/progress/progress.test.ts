// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import type { Timing, Verdict } from '../../../catalogue/index.ts'
import { type Status, statuses, type TailoredLine } from '../model.ts'
import { goesOn, isOpen, latenessOf, measureChapters, measureProgress, shownStatus, standingOf } from './progress.ts'

const due: Timing = { kind: 'by', date: '2025-06-30' }

const lineOf = (status: Status | undefined, verdict: Verdict = 'applies', timing: Timing = due): TailoredLine => ({
  line: { code: 'CAP1.PA.01', chapter: 1, objective: 'OB.1.1', results: [], timing },
  applicability: { verdict, reason: 'Perché sì.' },
  declaredNotApplicable: status === 'notApplicable',
  ...(status && { status }),
})

describe('standingOf', () => {
  it('never counts among the lines that apply what the rule excludes or the body declares not applicable', () => {
    for (const status of [...statuses, undefined]) {
      expect(standingOf(lineOf(status, 'does-not-apply')), status).toBe('does-not-apply')
    }
    expect(standingOf(lineOf('notApplicable', 'applies'))).toBe('does-not-apply')
    expect(standingOf(lineOf('notApplicable', 'to-verify'))).toBe('does-not-apply')
  })

  it('lets the body decide, by saying where it stands, what the rule cannot tell', () => {
    expect(standingOf(lineOf(undefined, 'to-verify'))).toBe('to-verify')
    expect(standingOf(lineOf('planned', 'to-verify'))).toBe('applies')
  })

  it('keeps apart what is left to the body, until it decides or says where it stands', () => {
    expect(standingOf(lineOf(undefined, 'to-choose'))).toBe('to-choose')
    expect(standingOf(lineOf('inProgress', 'to-choose'))).toBe('applies')
    expect(standingOf(lineOf('notApplicable', 'to-choose'))).toBe('does-not-apply')
  })
})

describe('shownStatus', () => {
  it('never calls silence not started', () => {
    expect(shownStatus(lineOf(undefined))).toBe('unsaid')
    expect(shownStatus(lineOf(undefined, 'to-verify'))).toBe('unsaid')
    expect(shownStatus(lineOf(undefined, 'does-not-apply'))).toBeUndefined()
    expect(shownStatus(lineOf(undefined, 'to-choose'))).toBeUndefined()
    expect(shownStatus(lineOf('notStarted'))).toBe('notStarted')
  })
})

describe('latenessOf', () => {
  it('waits for the day after the date', () => {
    expect(latenessOf(lineOf('inProgress'), '2025-06-30')).toBeUndefined()
    expect(latenessOf(lineOf('inProgress'), '2025-07-01')).toBe('late')
  })

  it('does not blame silence: it asks', () => {
    expect(latenessOf(lineOf(undefined), '2025-06-30')).toBeUndefined()
    expect(latenessOf(lineOf(undefined), '2025-07-01')).toBe('toTell')
    expect(latenessOf(lineOf(undefined, 'does-not-apply'), '2030-01-01')).toBeUndefined()
  })

  it('asks nothing of what the body may choose and has not chosen', () => {
    expect(latenessOf(lineOf(undefined, 'to-choose'), '2030-01-01')).toBeUndefined()
    expect(isOpen(lineOf(undefined, 'to-choose'))).toBe(false)
    expect(goesOn(lineOf(undefined, 'to-choose'))).toBe(false)
  })

  it('never blames what is done, continuous, impossible or not due to the body', () => {
    for (const status of ['completed', 'ongoing', 'notApplicable', 'notFeasible'] as const) {
      expect(latenessOf(lineOf(status), '2030-01-01'), status).toBeUndefined()
    }
    expect(latenessOf(lineOf('notStarted', 'does-not-apply'), '2030-01-01')).toBeUndefined()
  })

  it('needs a date to meet: from a date on and in force have none', () => {
    expect(latenessOf(lineOf('notStarted', 'applies', { kind: 'from', date: '2024-01-01' }), '2030-01-01')).toBe(
      undefined,
    )
    expect(latenessOf(lineOf('notStarted', 'applies', { kind: 'in-force' }), '2030-01-01')).toBeUndefined()
  })
})

describe('open and going on', () => {
  it('is what somebody will still say something of', () => {
    const open = [...statuses, undefined].filter((status) => isOpen(lineOf(status)))
    expect(open).toEqual(['notStarted', 'planned', 'inProgress', undefined])
    // What goes on every year is not open, but there is more to say of it.
    expect([...statuses, undefined].filter((status) => goesOn(lineOf(status)))).toEqual([
      'notStarted',
      'planned',
      'inProgress',
      'ongoing',
      undefined,
    ])
  })
})

describe('measureProgress', () => {
  const lines = [
    lineOf('completed'),
    lineOf('notStarted', 'to-verify'),
    lineOf(undefined),
    lineOf(undefined, 'to-verify'),
    lineOf('inProgress', 'does-not-apply'),
    lineOf(undefined, 'does-not-apply'),
    lineOf('notApplicable'),
  ]

  it('counts every line once by what it is for the body, and those that apply once by status', () => {
    const { standings, statuses: counts, late, toTell } = measureProgress(lines, '2026-01-01')
    expect(standings).toEqual({ applies: 3, 'to-verify': 1, 'to-choose': 0, 'does-not-apply': 3 })
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(standings.applies)
    expect(counts).toMatchObject({ completed: 1, notStarted: 1, unsaid: 1, inProgress: 0, notApplicable: 0 })
    expect([late, toTell]).toEqual([1, 2])
  })

  it('counts chapter by chapter', () => {
    const chapters = [
      { chapter: { number: 1, title: 'Uno' }, lines },
      { chapter: { number: 2, title: 'Due' }, lines: [] },
    ]
    const measured = measureChapters({ chapters }, '2025-01-01')
    expect(measured.map(({ chapter, progress }) => [chapter.number, progress.standings.applies])).toEqual([
      [1, 3],
      [2, 0],
    ])
  })
})
