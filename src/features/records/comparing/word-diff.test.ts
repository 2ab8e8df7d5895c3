// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffWords, type Run } from './word-diff.ts'

const without = (runs: readonly Run[], kind: Run['kind']) =>
  runs
    .filter((run) => run.kind !== kind)
    .map(({ text }) => text)
    .join('')

test('what was removed, what was added and what stayed make both texts again', () => {
  const words = fc.array(fc.constantFrom('una ', 'rubrica', ' ', 'sola', '\n', 'per tutti'), { maxLength: 30 })
  const text = words.map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = diffWords(before, after)
      expect(without(runs, 'added')).toBe(before)
      expect(without(runs, 'removed')).toBe(after)
    }),
  )
})

test('a word replaced is told alone', () => {
  expect(diffWords('Gli uffici usano una rubrica.', 'Gli uffici condividono una rubrica.')).toEqual([
    { kind: 'same', text: 'Gli uffici ' },
    { kind: 'removed', text: 'usano' },
    { kind: 'added', text: 'condividono' },
    { kind: 'same', text: ' una rubrica.' },
  ])
})

test('words replaced in a row are told together', () => {
  expect(diffWords('Cambiate da me.', 'Le sue note.')).toEqual([
    { kind: 'removed', text: 'Cambiate da me.' },
    { kind: 'added', text: 'Le sue note.' },
  ])
})

test('equal texts are one run, empty ones none', () => {
  expect(diffWords('uguale davvero', 'uguale davvero')).toEqual([{ kind: 'same', text: 'uguale davvero' }])
  expect(diffWords('', '')).toEqual([])
})

test('long texts with nothing in common are told as replaced, in no time', () => {
  const one = Array.from({ length: 4000 }, (_, index) => `a${index}`).join(' ')
  const other = Array.from({ length: 4000 }, (_, index) => `b${index}`).join('\n')
  expect(diffWords(one, other)).toEqual([
    { kind: 'removed', text: one },
    { kind: 'added', text: other },
  ])
})
