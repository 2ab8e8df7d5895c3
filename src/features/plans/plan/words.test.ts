// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect, test } from 'vitest'
import { formatTiming, titleOf } from '../../catalogue/index.ts'
import { excerpt, formatDateOrWords } from './words.ts'

test('a deadline at the end of a month names the month, any other names the day', () => {
  expect(formatTiming({ kind: 'by', date: '2025-12-31' })).toBe('Entro dicembre 2025')
  expect(formatTiming({ kind: 'by', date: '2026-02-28' })).toBe('Entro febbraio 2026')
  expect(formatTiming({ kind: 'by', date: '2026-09-23' })).toBe('Entro il 23 settembre 2026')
  expect(formatTiming({ kind: 'from', date: '2024-03-01' })).toBe('Da marzo 2024')
  expect(formatTiming({ kind: 'from', date: '2024-03-15' })).toBe('Dal 15 marzo 2024')
  expect(formatTiming({ kind: 'in-force' })).toBe('In vigore')
})

test('an excerpt has no marks, one line, and ends between words', () => {
  expect(excerpt('Fa **molto**:\n\n- la [prima](https://example.org)\n1. la _seconda_\n> cita', 80)).toBe(
    'Fa molto: la prima la seconda cita',
  )
  expect(excerpt('una frase, troppo lunga', 11)).toBe('una frase…')
  expect(excerpt('x'.repeat(500), 100)).toHaveLength(101)
})

test('a line without a title is named by the beginning of its text, or by its code', () => {
  const line = {
    code: 'CAP1.PA.01',
    chapter: 1,
    objective: 'OB.1.1',
    results: [],
    timing: { kind: 'in-force' },
  } as const
  expect(titleOf({ ...line, results: [] })).toBe('CAP1.PA.01')
  expect(titleOf({ ...line, results: [], officialText: `Prima parola ${'altra '.repeat(40)}` })).toMatch(
    /^Prima parola .*altra…$/,
  )
})

test('a date is written in Italian, words stay as they are', () => {
  expect(formatDateOrWords('2026-04-30')).toBe('30/04/2026')
  expect(formatDateOrWords('dic-25')).toBe('dic-25')
})
