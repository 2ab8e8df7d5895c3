// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Block, Cell, Column, Inline, Table } from '../model.ts'

/** From five columns on, a table's text is small. */
export const isDense = ({ columns }: Table): boolean => columns.length >= 5

/** Divides a width among the columns, in the same unit. */
export function columnWidths(columns: readonly Column[], width: number): number[] {
  const shares = columns.reduce((sum, column) => sum + column.width, 0)
  return columns.map((column) => (width * column.width) / shares)
}

/**
 * True when a row surely fits on one page. A word processor may cut off a row that must stay whole and does not fit.
 * @param widths of the columns, in millimetres.
 */
export const isShort = (row: readonly Cell[], widths: readonly number[]): boolean =>
  row.every((cell, index) => countLines(cell, (widths[index] ?? 0) * lettersPerMillimetre) <= shortRowLines)

/** A low estimate, to be safe with any font. */
const lettersPerMillimetre = 0.4
const shortRowLines = 20

const countLines = (blocks: readonly Block[], letters: number): number =>
  blocks.reduce((sum, block) => sum + linesOf(block, letters), 0)

function linesOf(block: Block, letters: number): number {
  switch (block.kind) {
    case 'paragraph':
      return 1 + lengthOf(block.content, letters) / letters
    case 'code':
      return block.text.split('\n').reduce((sum, line) => sum + 1 + line.length / letters, 0)
    case 'list':
      return block.items.reduce((sum, item) => sum + 1 + countLines(item, letters / 2), 0)
    case 'quote':
      return countLines(block.blocks, letters)
    case 'callout':
      return 2 + countLines(block.blocks, letters)
    default:
      return Number.POSITIVE_INFINITY
  }
}

/** The length of a text; a line break counts as the rest of its line. */
const lengthOf = (content: readonly Inline[], letters: number): number =>
  content.reduce((sum, item) => {
    if (item.kind === 'break') return sum + letters
    return sum + ('text' in item ? item.text.length : lengthOf(item.children, letters))
  }, 0)
