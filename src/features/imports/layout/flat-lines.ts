// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Block, Place } from '../model.ts'

/** A line of running text, with what parts it from the line before. */
export type FlatLine = {
  readonly text: string
  readonly place: Place
  /** Index of its block. */
  readonly block: number
  /** The first of its paragraph. */
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

/** A word of a flattened table, with what parts it from the word before. */
export type Word = {
  readonly text: string
  readonly gap: 'blank' | 'line' | 'paragraph'
  /** How surely cells left empty have left their trace before it, 0 to 1. */
  readonly trace: number
  readonly line: FlatLine
}

/** A blank more than other lines have at their end may be one typed in the cell. */
const faint = 0.2

/** Cuts lines into words. A run of blanks, within a line or around it, or a line of blanks, is the trace of empty cells. */
export function wordsOf(lines: readonly FlatLine[]): { readonly words: readonly Word[]; readonly traceAfter: number } {
  const words: Word[] = []
  const usual = Math.min(...lines.filter(({ text }) => !isBlank(text)).map(({ text }) => trailing(text)))
  let trace = 0
  let paragraph = false
  for (const line of lines) {
    paragraph ||= line.first
    const leading = line.text.length - line.text.trimStart().length
    if (leading > 1) trace = 1
    else if (leading === 1 && line.first) trace = Math.max(trace, 0.8)
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

const trailing = (text: string): number => text.length - text.trimEnd().length
