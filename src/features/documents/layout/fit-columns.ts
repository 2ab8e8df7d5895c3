// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Cell, Column, Inline } from '../model.ts'

/** The width of the text on an upright and on a landscape page. All measures here are millimetres. */
export const textWidth = { portrait: 165, landscape: 252 }

/** The approximate width of a letter, also in the fonts that word processors use instead of ours. */
const letter = { heading: 1.75, text: 1.7 }
const padding = 2.5

/** Longer words are addresses and the like, and may be broken. */
const longestWord = 17

/**
 * Widens the columns that are too narrow for one of their words; the other columns shrink in proportion. When all words
 * fit, nothing changes.
 * @param tableWidth the width of the whole table.
 */
export function fitColumns<C extends Column>(
  columns: readonly C[],
  rows: readonly (readonly Cell[])[],
  tableWidth = textWidth.portrait,
): readonly C[] {
  const needed = columns.map(({ heading }, index) => {
    const words = Math.max(0, ...rows.map((row) => longestIn(row[index] ?? [])))
    return padding + Math.max(lengthOf(heading) * letter.heading, words * letter.text)
  })
  const shares = columns.map(({ width }) => width)
  const widths = widen(shares, needed, tableWidth)
  return widths === undefined ? columns : columns.map((column, index) => ({ ...column, width: widths[index] ?? 0 }))
}

/** The new widths of all columns, or nothing when they already fit. */
function widen(
  shares: readonly number[],
  needed: readonly number[],
  tableWidth: number,
): readonly number[] | undefined {
  const all = sum(needed)
  if (all >= tableWidth) return needed.map((width) => (width * tableWidth) / all)
  const short = new Set<number>()
  for (;;) {
    const left = tableWidth - sum(needed.filter((_, index) => short.has(index)))
    const whole = sum(shares.filter((_, index) => !short.has(index)))
    const widths = shares.map((share, index) => (short.has(index) ? (needed[index] ?? 0) : (left * share) / whole))
    const tight = widths.findIndex((width, index) => width < (needed[index] ?? 0))
    if (tight < 0) return short.size === 0 ? undefined : widths
    short.add(tight)
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The length of the longest word in a cell. Blocks that break their own lines do not count. */
const longestIn = (cell: Cell): number =>
  Math.max(
    0,
    ...cell.map((block) => {
      if (block.kind === 'paragraph') return lengthOf(block.content.map(textOf).join(''))
      return block.kind === 'list' ? Math.max(0, ...block.items.map(longestIn)) + 3 : 0
    }),
  )

const lengthOf = (text: string): number =>
  Math.min(longestWord, Math.max(0, ...text.split(/[ \n-]+/).map((word) => word.length)))

const textOf = (inline: Inline): string => {
  if (inline.kind === 'break') return '\n'
  return 'text' in inline ? inline.text : inline.children.map(textOf).join('')
}
