// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../kernel/access.ts'
import { slugOf, trienniumOf } from '../../../kernel/ids.ts'
import type { ActionLine, Applicability } from '../../catalogue/index.ts'
import { type Entry, planActions, type Status, type TailoredLine } from '../plan/index.ts'
import { isMine, type KeptLine, ownWork, planWork, unownedWork } from './rules.ts'
import { inWords } from './words.ts'

const today = '2026-03-10'
const me = { person: 'anna' as PersonId, offices: ['Ufficio tributi'] }

type Told = {
  readonly timing?: ActionLine['timing']
  readonly legalDate?: ActionLine['legalDate']
  readonly verdict?: Applicability['verdict']
  readonly status?: Status | undefined
  readonly planned?: string
  readonly updatedOn?: string
}

const kept = ({ timing = { kind: 'in-force' }, verdict = 'applies', ...told }: Told): KeptLine => {
  const status = 'status' in told ? told.status : 'inProgress'
  const entry: Entry = { code: 'CAP1.PA.01', ...(status && { status }), ...(told.planned && { planned: told.planned }) }
  const line = {
    code: 'CAP1.PA.01',
    chapter: 1,
    title: 'Collegare gli uffici',
    timing,
    legalDate: told.legalDate,
  } as ActionLine
  const tailored: TailoredLine = {
    line,
    entry,
    ...(status && { status }),
    declaredNotApplicable: status === 'notApplicable',
    applicability: { verdict, reason: '' },
  }
  return { tailored, hands: {}, updatedOn: told.updatedOn ?? today, toReview: false }
}
const ownKinds = (told: Told) => ownWork(trienniumOf('2025-2027'), kept(told), today).map(({ kind }) => kind)
const by = (date: string): Told => ({ timing: { kind: 'by', date } })

describe('whose an entry is', () => {
  it.each([
    ['mine by name', { ownerPerson: 'anna' as PersonId }, true],
    ["somebody else's by name", { ownerPerson: 'ugo' as PersonId, offices: ['Ufficio tributi'] }, false],
    ['of my office, however it is written', { ownerOffice: 'UFFICIO  tributi' }, true],
    [
      'of another office that keeps it, whoever else acts',
      { ownerOffice: 'Anagrafe', offices: ['Ufficio tributi'] },
      false,
    ],
    ['of the first office where none keeps it', { offices: ['Ufficio tributi', 'Anagrafe'] }, true],
    ['not of the others', { offices: ['Anagrafe', 'Ufficio tributi'] }, false],
    ["nobody's", {}, false],
  ])('is %s', (_, hands, mine) => {
    expect(isMine(hands, me)).toBe(mine)
  })
})

describe('the dates of an entry', () => {
  it.each([
    ['2026-03-09', ['late']],
    ['2026-03-10', ['due']],
    ['2026-05-09', ['due']],
    ['2026-05-10', ['ahead']],
    ['2026-09-06', ['ahead']],
    ['2026-09-07', []],
  ])('a national date of %s', (date, kinds) => {
    expect(ownKinds(by(date))).toEqual(kinds)
    // The body's own date says nothing about delay against the national plan.
    expect(ownKinds({ planned: date })).toEqual(kinds.map((kind) => (kind === 'late' ? 'overdue' : kind)))
  })

  it.each(['completed', 'notApplicable', 'notFeasible', 'ongoing'] as const)('do not count when it is %s', (status) => {
    expect(ownKinds({ ...by('2020-01-01'), status })).toEqual([])
  })

  it('do not count where the line does not bind, nor when the plan writes words', () => {
    expect(ownKinds({ ...by('2020-01-01'), verdict: 'does-not-apply' })).toEqual([])
    expect(ownKinds({ planned: 'dicembre' })).toEqual([])
    expect(ownKinds({ timing: { kind: 'from', date: '2020-01-01' } })).toEqual([])
  })

  it('asks, and does not blame, where nobody has said a status', () => {
    expect(ownKinds({ ...by('2026-03-09'), status: undefined })).toEqual(['toTell'])
    expect(ownKinds({ ...by('2026-03-10'), status: undefined })).toEqual(['due'])
    expect(
      unownedWork(trienniumOf('2025-2027'), kept({ ...by('2025-12-31'), status: undefined }), today),
    ).toMatchObject([{ lateness: 'toTell', date: '2025-12-31' }])
  })

  it('the nearest one counts, and the other is told', () => {
    const work = (told: Told) => ownWork(trienniumOf('2025-2027'), kept(told), today)[0]
    expect(work({ ...by('2025-12-31'), planned: '2026-04-30' })).toMatchObject({
      kind: 'late',
      by: 'edition',
      date: '2025-12-31',
      other: '2026-04-30',
    })
    expect(work({ ...by('2026-12-31'), planned: '2026-04-30' })).toMatchObject({
      kind: 'due',
      by: 'body',
      date: '2026-04-30',
      other: '2026-12-31',
    })
    expect(work({ ...by('2026-04-30'), planned: '2026-04-30' })).not.toHaveProperty('other')
  })
})

describe('a date that the law moves', () => {
  const legalDate = { date: '2026-04-30', source: 'l. 1/2026' }
  const work = (told: Told) => ownWork(trienniumOf('2025-2027'), kept({ legalDate, ...told }), today)

  it('is what counts, and is said to be the law’s', () => {
    expect(work(by('2025-08-31'))).toMatchObject([{ kind: 'due', by: 'law', date: '2026-04-30' }])
    expect(work({ timing: { kind: 'in-force' } })).toMatchObject([{ kind: 'due', by: 'law' }])
    expect(work({ ...by('2026-12-31'), legalDate: { ...legalDate, date: '2026-03-01' } })).toMatchObject([
      { kind: 'late', by: 'law', date: '2026-03-01' },
    ])
  })

  it('stands beside the body’s own day as the law’s', () => {
    const [first] = work({ ...by('2025-08-31'), planned: '2026-04-01' })
    expect(first).toMatchObject({ by: 'body', date: '2026-04-01', other: '2026-04-30', otherBy: 'law' })
    expect(first && inWords(first, slugOf('vallechiara'), today).why).toBe(
      'la data prevista dall’ente è fra 22 giorni; la legge chiede il 30/04/2026',
    )
  })
})

describe('a long silence', () => {
  it.each([
    ['2025-12-10', []],
    ['2025-12-09', ['stale']],
  ])('since %s', (updatedOn, kinds) => {
    expect(ownKinds({ updatedOn })).toEqual(kinds)
    expect(ownKinds({ updatedOn, status: 'ongoing' })).toEqual(kinds)
    expect(ownKinds({ updatedOn, status: 'completed' })).toEqual([])
  })

  it('is told beside a date that is far, and gives way to one that presses', () => {
    expect(ownKinds({ ...by('2026-08-01'), updatedOn: '2025-06-01' })).toEqual(['stale', 'ahead'])
    expect(ownKinds({ ...by('2026-04-01'), updatedOn: '2025-06-01' })).toEqual(['due'])
  })
})

describe('what nobody keeps', () => {
  it.each([
    ['applies', 'inProgress', 1],
    ['to-verify', 'inProgress', 1],
    ['to-verify', undefined, 0],
    ['applies', undefined, 1],
    ['does-not-apply', 'inProgress', 0],
    ['applies', 'completed', 0],
    ['applies', 'notFeasible', 0],
  ] as const)('where the line %s and is %s', (verdict, status, count) => {
    expect(unownedWork(trienniumOf('2025-2027'), kept({ verdict, status }), today)).toHaveLength(count)
  })

  it('bears its date, so that what is late comes first', () => {
    expect(unownedWork(trienniumOf('2025-2027'), kept(by('2025-12-31')), today)).toMatchObject([
      { lateness: 'late', date: '2025-12-31' },
    ])
  })
})

describe('the step of a plan', () => {
  const plan = (state: 'draft' | 'inReview' | 'approved' | 'published' | 'superseded') => ({
    triennium: trienniumOf('2025-2027'),
    state,
    comments: 0,
  })

  it('waits for who may take it', () => {
    expect(planWork(plan('inReview'), (action) => action === planActions.review)).toMatchObject([{ kind: 'review' }])
    expect(planWork(plan('inReview'), (action) => action === planActions.approve)).toMatchObject([{ kind: 'review' }])
    expect(planWork(plan('inReview'), (action) => action === planActions.submit)).toEqual([])
    expect(planWork(plan('approved'), (action) => action === planActions.publish)).toEqual([])
  })

  it.each(['published', 'superseded'] as const)('is none once the plan is %s', (state) => {
    expect(planWork(plan(state), () => true)).toEqual([])
  })
})
