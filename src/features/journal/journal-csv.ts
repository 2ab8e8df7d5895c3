// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatExactMoment } from '../../kernel/dates.ts'
import type { EventWords, NumberedLine, StoredEvent } from '../audit/index.ts'
import { guardCell } from '../records/index.ts'

const headings = ['Riga', 'Quando (ora di Roma)', 'Quando (UTC)', 'Chi', 'Che cosa', 'Dettagli', 'Impronta', 'Dati']

/**
 * Lines of a journal as CSV for Italian spreadsheets: semicolons, UTF-8 with a byte order mark, CRLF, cells guarded
 * against formulas. The last column has the event as it is stored, in JSON.
 */
export function writeJournalCsv(lines: readonly NumberedLine[], words: (event: StoredEvent) => EventWords): Uint8Array {
  const records = lines.map(({ sequence, at, actor, event, hash }) => {
    const { summary, changes = [], facts = [] } = words(event)
    const details = [
      ...changes.map(({ label, before, after }) => `${label}: ${before} → ${after}`),
      ...facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
    ]
    return [
      ...[String(sequence), formatExactMoment(at), at.toISOString(), actor, summary],
      ...[details.join('\n'), hash, JSON.stringify(event)],
    ]
  })
  const text = [headings, ...records].map((cells) => `${cells.map((cell) => quote(guardCell(cell))).join(';')}\r\n`)
  return new TextEncoder().encode(`\uFEFF${text.join('')}`)
}

const quote = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
