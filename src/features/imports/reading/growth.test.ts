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

/** CPU milliseconds that reading takes: the least of two runs. */
async function cost(text: string): Promise<number> {
  const runs = []
  for (let run = 0; run < 2; run += 1) {
    const before = process.cpuUsage()
    await recoverPlan(new TextEncoder().encode(text), 'piano.txt', catalogue)
    const { user, system } = process.cpuUsage(before)
    runs.push((user + system) / 1000)
  }
  return Math.min(...runs)
}

test.each(Object.entries(texts))(
  'reading %s takes time with the size, not with its square',
  async (_, make) => {
    await cost(make(10_000))
    const [small, large] = [await cost(make(40_000)), await cost(make(160_000))]
    // Twice the size may take 2.5 times as long, so four times the size 6.25; a tenth of a second is the machine's.
    expect(large).toBeLessThan(6.25 * small + 100)
  },
  60_000,
)
