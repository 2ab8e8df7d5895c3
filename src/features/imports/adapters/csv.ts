// SPDX-License-Identifier: AGPL-3.0-or-later
import { parse } from 'csv-parse/sync'
import { unreadableFile } from '../../../kernel/errors.ts'
import type { Adapter, Row } from '../model.ts'
import { decodeText } from './decode-text.ts'
import { cellName } from './xlsx/cell-name.ts'

const delimiters = [';', ',', '\t', '|']

/**
 * Reads a CSV file as a sheet: the delimiter (semicolon, comma, tab or bar) is the one that most often gives the same
 * number of cells.
 */
export const readCsv: Adapter = async (bytes, name) => {
  const text = decodeText(bytes)
  const records = readRecords(text, findDelimiter(text), name)
  const rows = records.flatMap((record, row): Row[] => {
    const cells = record.flatMap((text, column) =>
      text.trim() === '' ? [] : [{ text, column, place: { range: cellName(row, column) } }],
    )
    return cells.length > 0 ? [{ cells }] : []
  })
  const columns = records.reduce((most, { length }) => Math.max(most, length), 0)
  if (rows.length === 0)
    throw unreadableFile(name, 'non ha celle con del testo', 'controllare di aver indicato il file giusto')
  const range = `A1:${cellName(records.length - 1, columns - 1)}`
  return { blocks: [{ kind: 'table', rows, columns, place: { range } }], warnings: [] }
}

function readRecords(text: string, delimiter: string, name: string): string[][] {
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true })
  } catch {
    throw unreadableFile(
      name,
      'le virgolette delle sue celle non si chiudono',
      'salvarlo di nuovo come CSV, o come .xlsx',
    )
  }
}

/** The delimiter that most of the first lines contain equally often. */
function findDelimiter(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30)
  const scores = delimiters.map((delimiter) => {
    const byCount = Map.groupBy(lines, (line) => line.split(delimiter).length - 1)
    byCount.delete(0)
    const [[count, agreeing] = [0, []]] = [...byCount].toSorted(([, a], [, b]) => b.length - a.length)
    return { delimiter, score: agreeing.length * 100 + count }
  })
  return scores.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ';'
}
