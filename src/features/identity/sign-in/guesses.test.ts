// SPDX-License-Identifier: AGPL-3.0-or-later
import { dictionary } from '@zxcvbn-ts/language-common'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessesOf, plainForm } from './guesses.ts'

const listed = dictionary['passwords-common']
const common = new Map(listed.toReversed().map((word, index) => [plainForm(word), listed.length - index]))
const guessing = { common, names: new Set(['comune', 'vallechiara', 'timone'].map(plainForm)) }
const powerOf = (password: string) => guessesOf(password, guessing).power

const leet: Readonly<Record<string, string>> = {
  a: '@',
  e: '3',
  i: '1',
  l: '|',
  o: '0',
  s: '$',
  t: '7',
  b: '8',
  g: '9',
}
/** What people make of a common password when a site asks for a longer or a stranger one. */
const disguises: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => Array.from(word, (sign) => leet[sign] ?? sign).join(''),
  (word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}2026!`,
  (word) => `${word}${word}${word}`,
  (word) => `!!${Array.from(word, (sign) => leet[sign] ?? sign).join('')}1990`,
]

test('each of the ten thousand most common passwords is among the first, however it is disguised', () => {
  const hard = listed
    .slice(0, 10_000)
    .flatMap((word) => disguises.map((disguise) => disguise(word)).filter((password) => powerOf(password) >= 8))
  expect(hard).toEqual([])
})

test.each(['ComuneVallechiara2026!', 'T1m0n3.T1m0n3.', 'vallechiara-comune', 'TIMONE del COMUNE 1', '2026vàllechiara'])(
  '%j is made of names',
  (password) => {
    const { power, named } = guessesOf(password, guessing)
    expect([power < 8, named]).toEqual([true, true])
  },
)

test.each([
  'quattro cavalli senza fretta',
  'il timone del nonno era di noce',
  'Vallechiara, trattori e lenticchie',
  '8Kf!zq2Lw0$t',
  'k7px-9fmd-wq3n-zzrt',
  'però-così-è-già-più',
  'correct horse battery staple',
])('%j takes too many guesses', (password) => {
  expect(powerOf(password)).toBeGreaterThanOrEqual(8)
})

test('no password takes more guesses than its letters do, whatever it is made of', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 })
  fc.assert(
    fc.property(text, (password) => {
      const power = powerOf(password)
      expect(power).toBeGreaterThanOrEqual(0)
      expect(power).toBeLessThanOrEqual(1.3 * Array.from(password.normalize('NFKD').toLowerCase()).length + 1e-9)
    }),
  )
})
