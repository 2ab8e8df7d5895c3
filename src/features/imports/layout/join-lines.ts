// SPDX-License-Identifier: AGPL-3.0-or-later

import { largest } from '../../../kernel/lists.ts'

/** Words known to be whole, used to see whether a line end broke a word. */
export type Lexicon = ReadonlySet<string>

const word = /[\p{L}\d]+(?:-[\p{L}\d]+)*/gu

/**
 * The words of lines in lower case, hyphenated words undivided. The last word of each line is left out, because it may
 * be broken.
 */
export function wholeWords(lines: Iterable<string>): Lexicon {
  const words = new Set<string>()
  for (const line of lines) {
    const end = line.trimEnd().length
    for (const match of line.matchAll(word)) {
      if (match.index + match[0].length < end) words.add(match[0].toLowerCase())
    }
  }
  return words
}

/** The last word of a text with single blanks. */
const lastWord = (text: string): string => text.slice(text.lastIndexOf(' ') + 1)

/** Longer strings of letters are no words. */
const longestWord = 100

/** Lines → running text: single blanks, words broken at line ends made whole, everything else as printed. */
export function joinLines(lines: readonly string[], lexicon: Lexicon): string {
  const printed = lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '')
  const width = largest(printed.map(({ length }) => length))
  return printed.reduce((text, line, index) => {
    const last = lastWord(printed[index - 1] ?? '')
    const next = /^[\p{L}\d]+/u.exec(line)?.[0] ?? ''
    if (text === '') return line
    if (next !== '' && /[\p{L}\d]-$/u.test(last))
      return `${isHyphenated(last, next, lexicon) ? text : text.slice(0, -1)}${line}`
    const alone = printed[index - 1] === last
    return `${text}${isBroken(last, next, alone ? width : undefined, lexicon) ? '' : ' '}${line}`
  }, '')
}

/** True when the hyphen belongs to the word (`e-procurement`, `dicembre-2026`) and is not due to the line end. */
function isHyphenated(last: string, next: string, lexicon: Lexicon): boolean {
  const head = /[\p{L}\d]*$/u.exec(last.slice(-longestWord, -1))?.[0] ?? ''
  if (/\d/.test(head + next) || /^\p{Lu}/u.test(next) || lexicon.has(`${head}-${next}`.toLowerCase())) return true
  return !lexicon.has((head + next).toLowerCase()) && (head.length < 2 || lexicon.has(head.toLowerCase()))
}

/**
 * True for a word that a narrow column broke without a hyphen: joined, its halves are a known word; or neither half is
 * a known word and the whole did not fit on its line of `width` characters.
 * @param width of the cell, when the first half stands alone on its line
 */
function isBroken(last: string, next: string, width: number | undefined, lexicon: Lexicon): boolean {
  const [head, tail] = [last.toLowerCase(), next.toLowerCase()]
  if (!/^\p{L}{3,}$/u.test(last) || !/^\p{Ll}+$/u.test(next) || lexicon.has(head)) return false
  if (lexicon.has(head + tail)) return true
  return width !== undefined && head.length + tail.length > width && !lexicon.has(tail)
}
