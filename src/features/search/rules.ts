// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Segment } from './model.ts'

/** The marks that the database puts around matches. Searched texts never contain them. */
export const opening = '\u0002'
export const closing = '\u0003'

/**
 * A typed text in the form for the database: every kind of quotes counts, and a line's code is recognised in any
 * spelling (`cap 1 pa 7`, `CAP1PA07`).
 */
export const readQuery = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[«»“”„"]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(
      /(?<![\p{L}\d])cap[\s.]*([1-9])[\s.]*pa[\s.]*(la)?[\s.]*(\d{1,3})(?!\d)/giu,
      (_, chapter: string, old: string | undefined, number: string) =>
        `CAP${chapter}.PA.${old ? 'LA' : ''}${number.padStart(2, '0')}`,
    )
    .trim()

const excerptLength = 240
const before = 60

/**
 * The piece of a text with the most matches, cut between words, with its marks.
 * @param text as it is shown.
 * @param recognised the same text as it was compared, with `opening` and `closing` around matches. If the two texts
 * differ, nothing is marked.
 */
export function excerptOf(text: string, recognised: string): readonly Segment[] {
  const marks = marksOf(recognised, text.length)
  const start = wordStart(text, bestStart(marks, text.length))
  const end = wordEnd(text, start + excerptLength)
  const segments: Segment[] = []
  const add = (from: number, to: number, marked: boolean) => {
    if (to > from) segments.push({ text: text.slice(from, to), marked })
  }
  let at = start
  for (const [from, to] of marks) {
    if (to <= start || from >= end) continue
    add(at, Math.max(from, start), false)
    add(Math.max(from, start), Math.min(to, end), true)
    at = Math.min(to, end)
  }
  add(at, end, false)
  const left: readonly Segment[] = start > 0 ? [{ text: '… ', marked: false }] : []
  const right: readonly Segment[] = end < text.length ? [{ text: ' …', marked: false }] : []
  return segments.length === 0 ? [] : [...left, ...segments, ...right]
}

type Mark = readonly [from: number, to: number]

/** The positions of the marks in the text without marks. */
function marksOf(recognised: string, length: number): readonly Mark[] {
  const marks: Mark[] = []
  let at = 0
  let from = 0
  for (const piece of recognised.split(new RegExp(`([${opening}${closing}])`))) {
    if (piece === opening) from = at
    else if (piece === closing) marks.push([from, at])
    else at += piece.length
  }
  return at === length ? marks : []
}

/** The start of the stretch with the most marks. */
function bestStart(marks: readonly Mark[], length: number): number {
  let best = 0
  let most = 0
  let first = 0
  for (const [last, [, to]] of marks.entries()) {
    while (to - (marks[first]?.[0] ?? 0) > excerptLength - before) first += 1
    if (last - first + 1 > most) {
      most = last - first + 1
      best = marks[first]?.[0] ?? 0
    }
  }
  return length <= excerptLength ? 0 : Math.max(0, best - before)
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return at === 0 || space < 0 || space - at > before / 2 ? at : space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return at - space > before / 2 ? at : space
}
