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

/** Two blanks at a line's end may be one typed in the cell: a faint trace. */
const faint = 0.4

/** Cuts lines into words. A run of blanks, within a line or around it, or a line of blanks, is the trace of empty cells. */
export function wordsOf(lines: readonly FlatLine[]): { readonly words: readonly Word[]; readonly traceAfter: number } {
  const words: Word[] = []
  let trace = 0
  let paragraph = false
  for (const line of lines) {
    paragraph ||= line.first
    const [leading = ''] = /^\s*/.exec(line.text) ?? []
    if (leading.length > 1 || (line.first && leading.length === 1))
      trace = Math.max(trace, leading.length > 1 ? 1 : 2 * faint)
    if (leading === line.text) continue
    for (const [index, match] of [...line.text.matchAll(/(\s*)(\S+)/g)].entries()) {
      const [, blanks = '', text = ''] = match
      const gap = index > 0 ? 'blank' : paragraph ? 'paragraph' : 'line'
      words.push({ text, gap, trace: index > 0 ? Number(blanks.length > 1 && words.at(-1)?.text !== '€') : trace, line })
    }
    paragraph = false
    const trailing = line.text.length - line.text.trimEnd().length
    trace = trailing > 2 ? 1 : trailing === 2 ? faint : 0
  }
  return { words, traceAfter: trace }
}
