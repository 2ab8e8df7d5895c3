// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { catalogue } from '../../../../tests/factories/profile.ts'
import { recoverPlan } from './recover-plan.ts'

/** Numbers that look random and are the same at each run (Lehmer's generator). */
function chance() {
  let state = 7
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const letters = (draw: (below: number) => number) =>
  Array.from({ length: 3 + draw(8) }, () => String.fromCharCode(97 + draw(26))).join('')

/** Repeats what `piece` makes until there are so many characters. */
const filled = (size: number, piece: (word: () => string, draw: (below: number) => number) => string): string => {
  const draw = chance()
  const words = Array.from({ length: 5000 }, () => letters(draw))
  let text = ''
  while (text.length < size) text += piece(() => words[draw(words.length)] ?? '', draw)
  return text
}
const code = (draw: (below: number) => number) => `CAP${1 + draw(8)}.PA.${10 + draw(80)}`

/** Texts that plans are not, of any size: each kind has once taken time with the square of its size. */
const texts: Readonly<Record<string, (size: number) => string>> = {
  'a word without end': (size) => 'x'.repeat(size),
  'blanks between two letters': (size) => `a${' '.repeat(size)}b`,
  'apostrophes among blanks': (size) => " '".repeat(size / 2),
  'empty lines': (size) => `a${'\n'.repeat(size)}b`,
  'lines of a letter': (size) => 'a\n'.repeat(size / 2),
  'lines that end with a hyphen': (size) => 'a-\n'.repeat(size / 3),
  'open brackets': (size) => '[('.repeat(size / 2),
  'words in one line': (size) => filled(size, (word) => `${word()} `),
  'words in lines': (size) => filled(size, (word, draw) => `${word()} ${word()}${draw(6) ? ' ' : '\n'}`),
  'codes alone': (size) => filled(size, (_, draw) => `${code(draw)}${draw(3) ? ' ' : '\n'}`),
  'amounts alone': (size) => filled(size, (_, draw) => `${draw(1e6)},${draw(100)} €${draw(5) ? ' ' : '\n'}`),
  'labels that plans have': (size) =>
    filled(size, (word, draw) => `Stato: ${word()}\nCodice: ${code(draw)}\nNote: ${word()} ${word()}\n`),
  'labels of any words': (size) => filled(size, (word) => `${word()}: ${word()}\n`),
  'columns of blanks': (size) => filled(size, (word, draw) => `${word()}    ${word()}    ${code(draw)}   ${word()}\n`),
  'items of a list': (size) => filled(size, (word, draw) => `• ${word()} ${word()} - ${code(draw)}\n`),
  'headings alone': (size) => filled(size, (word, draw) => `${1 + draw(9)}.${draw(9)} ${word().toUpperCase()}\n\n`),
  'pages of two lines': (size) => filled(size, (word) => `Comune di Prova\n${word()}\n\f`),
}

/** Sheets that plans are not. */
const sheets: Readonly<Record<string, (size: number) => string>> = {
  'cells of any words': (size) => filled(size, (word) => `${word()};${word()};${word()};${word()}\n`),
  'labels beside values, one code among them': (size) =>
    `Codice;CAP1.PA.01\n${filled(size, (word) => `${word()};${word()}\n`)}`,
  'a row without end': (size) => `Codice;Stato\n${filled(size, (word) => `${word()};`)}\n`,
  'rows of codes': (size) => filled(size, (word, draw) => `${code(draw)};${word()};${draw(100)}/${draw(20)}/2026\n`),
}

/** CPU milliseconds that reading takes. */
async function cost(text: string, name: string): Promise<number> {
  const before = process.cpuUsage()
  await recoverPlan(new TextEncoder().encode(text), name, catalogue)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * Times the growth of the cost from the small text to the large one, from the least cost of each: a busy machine
 * makes some runs dear, never all of them cheap. Ends at the first round that is within the bound.
 */
async function growth(small: string, large: string, name: string, bound: number): Promise<number> {
  const least = { small: Infinity, large: Infinity }
  for (let round = 0; round < 8; round += 1) {
    least.small = Math.min(least.small, await cost(small, name))
    least.large = Math.min(least.large, await cost(large, name))
    if (least.large < bound * least.small) break
  }
  return least.large / least.small
}

const files = [
  ...Object.entries(texts).map(([what, make]) => ({ what, make, name: 'piano.txt' })),
  ...Object.entries(sheets).map(([what, make]) => ({ what, make, name: 'piano.csv' })),
]

test.each(files)(
  'reading $what takes time with the size, not with its square',
  async ({ make, name }) => {
    await cost(make(10_000), name)
    // Twice the size may take 2.5 times as long, so sixteen times the size 39 times; the square would be 256.
    expect(await growth(make(10_000), make(160_000), name, 39)).toBeLessThan(39)
  },
  120_000,
)
