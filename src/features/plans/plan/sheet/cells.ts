// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatAmount, readAmount } from '../../../../kernel/money.ts'
import type { Allocation, Evidence } from '../model.ts'

/**
 * Several values in one cell, one a line; the further lines of a value are indented, so that `cellItems` tells them
 * from the next value. Values are trimmed and not empty.
 */
export const itemsCell = (items: readonly string[]): string =>
  items.map((item) => item.replaceAll('\n', '\n  ')).join('\n')

/** The values of a cell written by `itemsCell`. */
export const cellItems = (cell: string): string[] =>
  cell === '' ? [] : cell.split(/\n(?! {2})/).map((item) => item.replaceAll('\n  ', '\n'))

/** Evidence in one cell: `Delibera di Giunta <https://…>`, or `Verbale <file:IMPRONTA/verbale.pdf>`, one a line. */
export const evidenceCell = (evidence: readonly Evidence[]): string =>
  itemsCell(
    evidence.map(({ label, url, file }) => {
      const place = file ? `file:${file.sha256}/${encodeURIComponent(file.name)}` : (url ?? '')
      return `${label} <${place.replace(/[\s<>]/g, encodeURIComponent)}>`
    }),
  )

/**
 * The evidence of a cell written by `evidenceCell`, blanks and angle brackets in addresses percent-encoded. An item that
 * gives no address has an empty one.
 */
export const cellEvidence = (cell: string): Evidence[] =>
  cellItems(cell).map((item) => {
    const start = item.endsWith('>') ? item.lastIndexOf(' <') : -1
    return start < 0
      ? { label: item, url: '' }
      : { label: item.slice(0, start), ...evidencePlace(item.slice(start + 2, -1)) }
  })

function evidencePlace(place: string): Pick<Evidence, 'url' | 'file'> {
  const [, sha256, name] = /^file:([0-9a-f]{64})\/(.+)$/.exec(place) ?? []
  if (sha256 === undefined || name === undefined) return { url: place }
  try {
    return { file: { name: decodeURIComponent(name), sha256 } }
  } catch {
    return { url: place }
  }
}

/** Amounts by source and year in one cell, one a line: `Bilancio comunale, 2026: 1.234,50 €`. */
export const allocationsCell = (allocations: readonly Allocation[]): string =>
  itemsCell(allocations.map(({ source, year, amount }) => `${source}, ${year}: ${formatAmount(amount)}`))

/**
 * The amounts of a cell written by `allocationsCell`, also where somebody typed them without points or without the
 * mark of the euro. A line that is no such thing is passed on as it is, for the schema to refuse.
 */
export const cellAllocations = (cell: string): unknown[] =>
  cellItems(cell).map((line) => {
    const [, source, year, amount = ''] = /^(.*), (\d{4}): (.*)$/s.exec(line) ?? []
    return source === undefined ? line : { source, year: Number(year), amount: readAmount(amount) ?? amount }
  })

/**
 * Keeps a spreadsheet from taking a CSV cell for a formula: an apostrophe goes before = + - @, tab and carriage return
 * at its beginning, and before an apostrophe, so that `unguardCell` can tell.
 */
export const guardCell = (cell: string): string => (/^['=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

/** What `guardCell` was given. */
export const unguardCell = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell)
