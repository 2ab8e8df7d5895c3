// SPDX-License-Identifier: AGPL-3.0-or-later
import { cellItems, itemsCell } from '../../../records/index.ts'
import type { Evidence } from './evidence.tsx'

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
