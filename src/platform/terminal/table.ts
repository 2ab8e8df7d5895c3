// SPDX-License-Identifier: AGPL-3.0-or-later

const gap = '  '
const narrowest = 12

/** A count, a size, a time, or the dash for no value: `1.695 kB`, `64 pagine`, `–`. */
const isQuantity = (cell: string): boolean => /^(?:–|[\d.]+(?:,\d+)?(?: \p{L}+)?)$/u.test(cell)

/**
 * A text table with aligned columns, quantities to the right.
 * @param width the most characters in a line; when they are not enough, the widest columns are broken into lines.
 */
export function textTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width = Number.POSITIVE_INFINITY,
): string {
  const wanted = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const widths = narrow(wanted, width - gap.length * (headings.length - 1))
  const numeric = headings.map((_, column) => rows.every((row) => isQuantity(row[column] ?? '')))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (numeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join(gap)
      .trimEnd()
  const lines = (row: readonly string[]) => {
    const cells = headings.map((_, column) => breakText(row[column] ?? '', widths[column] ?? 0))
    const height = Math.max(...cells.map((cell) => cell.length))
    return Array.from({ length: height }, (_, index) => line(cells.map((cell) => cell[index] ?? '')))
  }
  return [...lines(headings), widths.map((size) => '─'.repeat(size)).join(gap), ...rows.flatMap(lines)].join('\n')
}

/** Column widths whose sum is at most `available`. Narrow columns keep their width. */
function narrow(wanted: readonly number[], available: number): readonly number[] {
  let limit = Math.max(...wanted)
  const total = () => wanted.reduce((sum, size) => sum + Math.min(size, limit), 0)
  while (total() > available && limit > narrowest) limit--
  return wanted.map((size) => Math.min(size, limit))
}

/** Lines of at most `width` characters, broken at spaces; a longer word stays whole. */
function breakText(text: string, width: number): readonly string[] {
  if (text.length <= width) return [text]
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
