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
  /** Cells left empty have left their trace before it: a line of blanks, blanks at a line's end or beginning. */
  readonly traces: boolean
  readonly line: FlatLine
}

/** Cuts lines into words. A run of two blanks or more, or a line of blanks, is the trace of an empty cell. */
export function wordsOf(lines: readonly FlatLine[]): { readonly words: readonly Word[]; readonly tracesAfter: boolean } {
  const words: Word[] = []
  let traces = false
  let paragraph = false
  for (const line of lines) {
    paragraph ||= line.first
    if (isBlank(line.text)) {
      traces ||= line.text.length > 1
      continue
    }
    traces ||= /^\s{2}/.test(line.text) || (line.first && line.text.startsWith(' '))
    for (const [index, match] of [...line.text.matchAll(/(\s*)(\S+)/g)].entries()) {
      const [, blanks = '', text = ''] = match
      const gap = index > 0 ? 'blank' : paragraph ? 'paragraph' : 'line'
      words.push({ text, gap, traces: index > 0 ? blanks.length > 1 : traces, line })
    }
    paragraph = false
    traces = /\s{2}$/.test(line.text)
  }
  return { words, tracesAfter: traces }
}
