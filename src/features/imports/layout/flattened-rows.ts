// SPDX-License-Identifier: AGPL-3.0-or-later
import { findCodes, isExample, startsWithReference } from '../values/codes.ts'
import { findMeasure } from '../values/measures.ts'
import { type FlatLine, isBlank } from './flat-lines.ts'
import { type Column, fits } from './shapes.ts'

/** A row of a flattened table: its lines, in parts when a page break cut it; or a title across the table. */
export type FlatRow = { readonly kind: 'row' | 'title'; readonly parts: readonly (readonly FlatLine[])[] }

/**
 * Divides the lines between headers into rows. A row begins at its key column (the line's code, the PNRR measure),
 * together with the short cells before it. A line that names an objective without a code is a title.
 * @param pages the lines after each repetition of the header
 * @param key the column that names rows
 */
export function splitRows(
  pages: readonly (readonly FlatLine[])[],
  columns: readonly Column[],
  key: number,
): readonly FlatRow[] {
  const titles = columns.slice(key + 1).every(({ shape }) => shape !== 'reference' && shape !== 'any')
  const rows: { kind: FlatRow['kind']; parts: FlatLine[][] }[] = []
  let current: (typeof rows)[number] | undefined
  for (const lines of pages) {
    const starts = rowStarts(lines, columns, key)
    let page: number | undefined
    for (const [index, line] of lines.entries()) {
      const isTitle =
        /^\s*totale\b/i.test(line.text) || (titles && (line.first || index === 0) && startsTitle(lines, index))
      if (starts.has(index) || isTitle) {
        current = { kind: isTitle && !starts.has(index) ? 'title' : 'row', parts: [[]] }
        rows.push(current)
      } else if (index === 0 || (line.place.page !== page && page !== undefined)) current?.parts.push([])
      current?.parts.at(-1)?.push(line)
      page = line.place.page
    }
  }
  return rows.map(({ kind, parts }) => ({
    kind,
    parts: parts.filter((lines) => lines.some(({ text }) => !isBlank(text))),
  }))
}

/** The lines where rows begin: the line with the key, or the cells of earlier columns right above it. */
function rowStarts(lines: readonly FlatLine[], columns: readonly Column[], key: number): ReadonlySet<number> {
  const before = columns.slice(0, key)
  const isBefore = (text: string) =>
    lastFitting(before, text) >= 0 || text.split(/\s+/).every((word) => lastFitting(before, word) >= 0)
  const starts = new Set<number>()
  for (const [index, { text }] of lines.entries()) {
    const at = keyAt(text, columns[key]?.shape)
    const beside = text.slice(0, at).trim()
    if (at === undefined || (beside !== '' && !isBefore(beside))) continue
    starts.add(beside === '' ? firstCellAbove(lines, index, before) : index)
  }
  return starts
}

/**
 * The last of some columns that a text fits; -1 for none. Columns of free text do not count, because any text fits
 * them.
 */
const lastFitting = (columns: readonly Column[], text: string): number =>
  columns.findLastIndex(({ shape }) => shape !== 'text' && fits(shape, text) > 0)

/** Goes up from a key, paragraph by paragraph, as long as each fits an earlier column than the one below it. */
function firstCellAbove(lines: readonly FlatLine[], key: number, columns: readonly Column[]): number {
  let start = key
  for (let [end, left] = [key, columns]; left.length > 0; ) {
    while (end > 0 && isBlank(lines[end - 1]?.text ?? 'x')) end--
    const from = paragraphStart(lines, end - 1)
    const text = lines
      .slice(from, end)
      .map((line) => line.text.trim())
      .join(' ')
    const column = end > 0 && from < end ? lastFitting(left, text) : -1
    if (column < 0) return start
    start = from
    end = from
    left = left.slice(0, column)
  }
  return start
}

function paragraphStart(lines: readonly FlatLine[], at: number): number {
  let from = Math.max(0, at)
  while (from > 0 && lines[from]?.first !== true) from--
  return from
}

function keyAt(text: string, shape: Column['shape'] | undefined): number | undefined {
  if (shape === 'code') {
    const code = findCodes(text).find((found) => !isExample(text, found))
    return code?.start
  }
  const measure = findMeasure(text, true)
  return measure === undefined ? undefined : measure.start
}

/** `Obiettivo` on one line and `3.2` on the next count too. A bare reference followed by a code begins a row. */
function startsTitle(lines: readonly FlatLine[], index: number): boolean {
  const text = lines[index]?.text ?? ''
  const next = lines[index + 1]?.text ?? ''
  const title = /^\s*ob[a-z]*\.?\s*$/i.test(text) ? `${text} ${next}` : text
  const isBare = fits('reference', title) === 1 && findCodes(next)[0]?.start === 0
  return startsWithReference(title) && findCodes(title).length === 0 && !isBare
}
