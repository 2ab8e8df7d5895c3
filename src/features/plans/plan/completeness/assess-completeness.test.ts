// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, test } from 'vitest'
import { catalogueOf, inventedEdition } from '../../../../../tests/factories/edition.ts'
import { type ActionLineCode, trienniumOf } from '../../../../kernel/ids.ts'
import type { Facts, Role } from '../../../administrations/index.ts'
import { recordName } from '../../../records/index.ts'
import type { KeptEntry } from '../entries/entry-store.ts'
import type { Entry, Plan } from '../model.ts'
import { tailorFor } from '../tailoring/read-tailored-plan.ts'
import { assessCompleteness } from './assess-completeness.ts'

const today = '2026-03-10'

const written = (code: ActionLineCode, more: Partial<Entry> = {}): Entry => ({
  code,
  activity: 'Gli uffici usano una sola rubrica.',
  status: 'inProgress',
  planned: '2026-12-31',
  funding: ['Bilancio comunale'],
  ...more,
})

type Situation = {
  readonly facts: Facts
  readonly population: number | undefined
  readonly choices: Plan['choices']
  readonly narrative: Plan['narrative']
  readonly roles: readonly Role[]
  readonly entries: readonly Entry[]
  readonly keeping: Partial<KeptEntry>
}

/** Of the five lines: two bind the body, one is decided by a choice, one by nobody but the body, one does not apply. */
const complete: Situation = {
  facts: { pagoPA: true },
  population: 7200,
  choices: { 'CAP1.PA.02': false },
  narrative: {
    introduction: 'Si comincia.',
    organisation: 'Il RTD.',
    chapters: { '1': 'Uffici.', '4': 'Piattaforme.' },
  },
  roles: [
    {
      role: 'Responsabile per la transizione digitale (RTD)',
      holder: 'Segretario comunale',
      act: { body: 'Giunta comunale', number: '12', date: '2025-01-31' },
    },
  ],
  entries: [
    written('CAP1.PA.01'),
    written('CAP4.PA.01', { status: 'completed', planned: '2025-12-31' }),
    { code: 'CAP4.PA.03', status: 'notApplicable' },
  ],
  keeping: { ownerOffice: 'Ufficio tributi' },
}

function missingIn(change: Partial<Situation>): string[] {
  const { facts, population, choices, narrative, roles, entries, keeping } = { ...complete, ...change }
  const body = {
    name: 'Comune di Vallechiara',
    kind: 'municipality',
    facts,
    ...(population && { population }),
  } as const
  const plan: Plan = {
    triennium: trienniumOf('2025-2027'),
    edition: inventedEdition.id,
    entries: [...entries],
    ...(narrative && { narrative }),
    ...(choices && { choices }),
  }
  const tailored = tailorFor(body, plan, catalogueOf(inventedEdition))
  const kept = entries.map((entry) => ({ toReview: false, ...keeping, entry }))
  return assessCompleteness({ tailored, entries: kept, roles }, today).map(
    ({ severity, kind, key, message }) => `${severity} ${recordName(kind, key)}: ${message}`,
  )
}

const [first, ...others] = complete.entries
const withFirst = (more: Partial<Entry>) => ({ entries: [{ ...written('CAP1.PA.01'), ...more }, ...others] })
const [rtd] = complete.roles
const withRole = (role: string) => ({ roles: rtd ? [{ ...rtd, role }] : [] })

test('a plan in which all is written lacks nothing', () => {
  expect(first?.code).toBe('CAP1.PA.01')
  expect(missingIn({})).toEqual([])
})

const necessary: [string, Partial<Situation>, string[]][] = [
  ['no introduction', { narrative: { ...complete.narrative, introduction: ' ' } }, ['narrative:introduction']],
  ['no organisation', { narrative: { ...complete.narrative, organisation: undefined } }, ['narrative:organisation']],
  ['no person in charge', { roles: [] }, ['roles: manca fra i ruoli']],
  ['another role alone', withRole('Responsabile della protezione dei dati'), ['roles: manca fra i ruoli']],
  ['no act', { roles: [{ role: 'RTD', holder: 'Segretario' }] }, ['roles: manca l’atto di nomina']],
  [
    'a fact that decides',
    { facts: {}, entries: complete.entries.filter(({ code }) => code !== 'CAP4.PA.01') },
    ['facts'],
  ],
  ['the inhabitants', { population: undefined, choices: { 'CAP1.PA.02': true } }, ['facts']],
  ['a line without a rule', { entries: complete.entries.slice(0, 2) }, ['entry:CAP4.PA.03']],
  ['nothing written of a line', withFirst({ activity: undefined, status: undefined }), ['entry:CAP1.PA.01: la scheda']],
  ['no status', withFirst({ status: undefined }), ['entry:CAP1.PA.01: manca lo stato']],
  ['no activity', withFirst({ activity: '' }), ['entry:CAP1.PA.01: manca che cosa fa l’ente']],
  [
    'no reason',
    withFirst({ status: 'notFeasible', planned: undefined, activity: undefined }),
    ['entry:CAP1.PA.01: manca il perché'],
  ],
  [
    'what goes on, completed as not applicable',
    withFirst({ status: 'ongoing', completed: 'Non applicabile' }),
    ['entry:CAP1.PA.01: lo stato è «Continuativa» e il completamento dice «Non applicabile»'],
  ],
  [
    'a date of what does not bind the body either',
    {
      entries: [
        ...complete.entries.slice(0, 2),
        { code: 'CAP4.PA.03', status: 'notApplicable', planned: '2026-12-31' },
      ],
    },
    ['entry:CAP4.PA.03: lo stato è «Non applicabile» e c’è una data prevista'],
  ],
]

const advised: [string, Partial<Situation>, string[]][] = [
  ['no owner', { keeping: {} }, ['CAP1.PA.01: nessuno tiene', 'CAP4.PA.01: nessuno tiene']],
  ['no planned date', withFirst({ planned: undefined }), ['CAP1.PA.01: manca la data prevista']],
  ['a day that has passed', withFirst({ planned: '2026-03-09' }), ['CAP1.PA.01: la data prevista è passata']],
  ['no money', withFirst({ funding: [] }), ['CAP1.PA.01: manca la fonte']],
  ['no text of a chapter', { narrative: { ...complete.narrative, chapters: { '1': 'x' } } }, ['narrative:chapter-4']],
]

describe.each([
  ['necessary', necessary],
  ['advised', advised],
] as const)('%s', (severity, cases) => {
  test.each(cases)('%s', (_, change, expected) => {
    const missing = missingIn(change)
    expect(missing).toHaveLength(expected.length)
    for (const [index, words] of expected.entries()) {
      expect(missing[index]).toContain(words)
      expect(missing[index]?.startsWith(severity)).toBe(true)
    }
  })
})

const enough: [string, Partial<Situation>][] = [
  [
    'a reason in the notes',
    withFirst({ status: 'notFeasible', planned: undefined, activity: undefined, notes: 'Mancano le risorse.' }),
  ],
  ['a reason as the activity', withFirst({ status: 'notApplicable', planned: undefined })],
  ['a fact that says no', { facts: { pagoPA: false } }],
  ['a line decided by its own status, whatever the rule asks', { facts: {} }],
  ['words in place of a date', withFirst({ planned: 'attività continuativa' })],
  ['the day itself', withFirst({ planned: today })],
  [
    'amounts by year in place of sources',
    withFirst({ funding: [], allocations: [{ source: 'x', year: 2026, amount: '1.00' }] }),
  ],
  ['no money for what has not begun', withFirst({ status: 'notStarted', funding: [] })],
  ['a line that does not apply, without an entry', {}],
  ['the role by its initials', withRole('RTD')],
  ['the role with other words', withRole('Responsabile dell’Ufficio per la Transizione al Digitale')],
]
test.each(enough)('enough: %s', (_, change) => {
  expect(missingIn(change)).toEqual([])
})

test('carried entries are to be gone through, whatever the line', () => {
  expect(missingIn({ keeping: { ownerOffice: 'Ufficio tributi', toReview: true } })).toEqual([
    'necessary entry:CAP1.PA.01: scheda ripresa, ancora da rivedere',
    'necessary entry:CAP4.PA.01: scheda ripresa, ancora da rivedere',
    'necessary entry:CAP4.PA.03: scheda ripresa, ancora da rivedere',
  ])
})

test('what is necessary comes before what is advised', () => {
  const missing = missingIn({ entries: [], narrative: {}, roles: [], keeping: {} }).map((words) => words.split(' ')[0])
  expect(missing).toContain('advised')
  expect(missing.lastIndexOf('necessary')).toBeLessThan(missing.indexOf('advised'))
})
