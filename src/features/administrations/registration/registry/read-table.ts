// SPDX-License-Identifier: AGPL-3.0-or-later
import { CsvError, parse } from 'csv-parse/sync'
import { unreadableFile } from '../../../../kernel/errors.ts'

/** A CSV file as text cells, trimmed. `number` is the row's place in a spreadsheet: the headers are row 1. */
export type CsvTable = {
  readonly headers: readonly string[]
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
}

/**
 * Reads a CSV file as public bodies publish them: UTF-8 or Latin-1, comma, semicolon or tab.
 * @throws {TimoneError} `unreadable-file` when the file is not CSV text.
 */
export function readTable(bytes: Uint8Array, fileName: string): CsvTable {
  const text = decode(bytes)
  if (text.includes('\0')) throw unreadableFile(fileName, 'non è un file di testo', 'esportarlo in formato CSV')
  const [headers = [], ...rows] = parseCells(text, fileName)
  return { headers, rows: rows.map((cells, index) => ({ number: index + 2, cells })) }
}

function parseCells(text: string, fileName: string): string[][] {
  try {
    return parse(text, { delimiter: delimiterOf(text), relax_column_count: true, trim: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const place = typeof error.lines === 'number' ? ` alla riga ${error.lines}` : ''
    throw unreadableFile(fileName, `il CSV è malformato${place} (virgolette)`, 'esportarlo di nuovo in formato CSV')
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The most frequent separator at the beginning of the file. */
function delimiterOf(text: string): string {
  const beginning = text.slice(0, 4096)
  const occurrences = (character: string) => beginning.split(character).length
  return [';', ',', '\t'].reduce((best, other) => (occurrences(other) > occurrences(best) ? other : best))
}
