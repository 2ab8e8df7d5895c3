// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Block, Place } from '../model.ts'

/** A line of running text, with what separates it from the line before. */
export type FlatLine = {
  readonly text: string
  readonly place: Place
  /** Index of its block. */
  readonly block: number
  /** True for the first line of a paragraph. */
  readonly first: boolean
}

/** The lines of the paragraphs of a document, in order; tables are left out. */
export const flatLines = (blocks: readonly Block[]): readonly FlatLine[] =>
  blocks.flatMap((block, index) =>
    block.kind === 'table'
      ? []
      : block.lines.map(({ text, place }, line) => ({ text, place, block: index, first: line === 0 })),
  )

export const isBlank = (text: string): boolean => text.trim() === ''

/** A word of a flattened table, with what separates it from the word before. */
export type Word = {
  readonly text: string
  readonly gap: 'blank' | 'line' | 'paragraph'
  /** How sure it is that empty cells left a trace before it, 0 to 1. */
  readonly trace: number
  readonly line: FlatLine
}

/** The words of a row that are in a column: `from` (included) to `to` (excluded). */
export type Span = { readonly column: number; readonly from: number; readonly to: number }

/**
 * How sure it is that blanks are the trace of empty cells: one extra blank may be typed, a line with one blank may fill
 * the page.
 */
const faint = 0.2
const doubtful = 0.5

/** Divides lines into words. A run of blanks within or around a line, or a blank line, is the trace of empty cells. */
export function wordsOf(lines: readonly FlatLine[]): { readonly words: readonly Word[]; readonly traceAfter: number } {
  const words: Word[] = []
  const usual = usualTrailing(lines)
  let trace = 0
  let paragraph = false
  for (const line of lines) {
    paragraph ||= line.first
    const leading = line.text.length - line.text.trimStart().length
    if (leading > 1) trace = 1
    else if (leading === 1 && line.first) trace = Math.max(trace, isBlank(line.text) ? doubtful : 1 - faint)
    if (leading === line.text.length) continue
    for (const [index, match] of [...line.text.matchAll(/(\s*)(\S+)/g)].entries()) {
      const [, blanks = '', text = ''] = match
      const gap = index > 0 ? 'blank' : paragraph ? 'paragraph' : 'line'
      const isTypography = /[.:;!?€]$/.test(words.at(-1)?.text ?? '')
      words.push({ text, gap, trace: index > 0 ? Number(blanks.length > 1 && !isTypography) : trace, line })
    }
    paragraph = false
    const more = trailing(line.text) - usual
    trace = more > 1 ? 1 : more === 1 ? faint : 0
  }
  return { words, traceAfter: trace }
}

/** The number of blanks at the end of most lines: conversions leave one or none. */
function usualTrailing(lines: readonly FlatLine[]): number {
  const counts = lines.filter(({ text }) => !isBlank(text)).map(({ text }) => trailing(text))
  return counts.filter((count) => count > 0).length * 2 > counts.length ? 1 : 0
}

const trailing = (text: string): number => text.length - text.trimEnd().length
