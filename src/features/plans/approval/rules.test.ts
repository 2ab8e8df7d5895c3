// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, test } from 'vitest'
import { actPdf, signedAct } from '../../../../tests/factories/approval-site.ts'
import { trienniumOf } from '../../../kernel/ids.ts'
import { actProblems, earliestActDay, inForceProblems, type Milestone } from './rules.ts'
import { inspectActFile } from './steps/act-file.ts'

const today = '2026-03-10'
const begun: Milestone = { day: '2026-01-20', kind: 'begun' }
const imported: Milestone = { day: '2026-01-20', kind: 'imported' }
const revised: Milestone = { day: '2026-02-15', kind: 'revised' }

describe('the earliest day of an act', () => {
  test('is the day on which the plan was begun here', () => {
    expect(earliestActDay(trienniumOf('2025-2027'), [begun], undefined)).toMatchObject({ day: '2026-01-20' })
  })

  test('of a plan brought in from a file is the year before the triennium: the body approved it before', () => {
    expect(earliestActDay(trienniumOf('2025-2027'), [imported, begun], undefined)).toMatchObject({ day: '2024-01-01' })
    expect(earliestActDay(trienniumOf('2025-2027'), [], undefined)).toMatchObject({ day: '2024-01-01' })
  })

  test('of a later version is the day on which it was opened, or the act before it when it came from a file', () => {
    expect(earliestActDay(trienniumOf('2025-2027'), [imported, revised], '2025-05-05')).toMatchObject({
      day: '2026-02-15',
    })
    expect(earliestActDay(trienniumOf('2025-2027'), [begun, revised, imported], '2025-05-05')).toMatchObject({
      day: '2025-05-05',
    })
  })
})

describe('the date of an act', () => {
  const places = (date: string) =>
    actProblems({ body: 'Giunta comunale', number: '1', date }, { day: '2026-01-20', why: 'perché' }, today).map(
      ({ place }) => place,
    )
  test.each(['2026-01-20', '2026-02-28', today])('%s is taken', (date) => expect(places(date)).toEqual([]))
  test.each(['2026-01-19', '2026-03-11', '1999-01-01', '2999-01-01'])('%s is refused', (date) =>
    expect(places(date)).toEqual(['act.date']),
  )
  test('of today is taken even when the database is ahead by a day', () => {
    const act = { body: 'Giunta comunale', number: '1', date: today }
    expect(actProblems(act, { day: '2026-03-11', why: 'perché' }, today)).toEqual([])
  })
})

test('an act is in force from its own day on, and not before that day comes', () => {
  const problems = (date?: string) => inForceProblems(date, { date: '2026-03-01' }, today).length
  expect([undefined, '2026-02-28', '2026-03-11'].map(problems)).toEqual([1, 1, 1])
  expect(['2026-03-01', '2026-03-10'].map(problems)).toEqual([0, 0])
})

describe('the file of an act', () => {
  const base64 = Buffer.from(signedAct.toString('base64').replace(/(.{64})/g, '$1\n'))
  const armoured = Buffer.from(`-----BEGIN PKCS7-----\n${base64.toString()}\n-----END PKCS7-----\n`)
  const long = Buffer.concat([signedAct, Buffer.alloc(5000)])

  test.each([
    ['a PDF', 'atto.pdf', actPdf, 'application/pdf'],
    ['a PDF in capitals', 'ATTO.PDF', actPdf, 'application/pdf'],
    ['a signed PDF', 'atto.pdf.p7m', signedAct, 'application/pkcs7-mime'],
    ['a long signed PDF', 'atto.p7m', long, 'application/pkcs7-mime'],
    ['a signed PDF in Base64', 'atto.pdf.p7m', base64, 'application/pkcs7-mime'],
    ['one between its lines', 'atto.pdf.p7m', armoured, 'application/pkcs7-mime'],
  ])('may be %s', (_, name, bytes, mediaType) => expect(inspectActFile({ name, bytes })).toEqual({ mediaType }))

  test.each([
    ['a text', 'atto.txt', Buffer.from('approvato')],
    ['a text called PDF', 'atto.pdf', Buffer.from('approvato')],
    ['a signed PDF called PDF', 'atto.pdf', signedAct],
    ['something else that is signed', 'atto.p7m', Buffer.concat([signedAct.subarray(0, 13), Buffer.from('MZ')])],
    ['a file without an ending', 'atto', actPdf],
    ['an image', 'atto.png', Buffer.from('89504e470d0a1a0a00', 'hex')],
  ])('may not be %s', (_, name, bytes) =>
    expect(inspectActFile({ name, bytes })).toMatchObject({ problem: { place: 'file' } }),
  )
})
