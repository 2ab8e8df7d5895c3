// SPDX-License-Identifier: AGPL-3.0-or-later
import { labelMeanings, type Field } from '../vocabulary.ts'
import type { Block, Cell, Row, Table } from '../model.ts'
import { findCodes } from '../values/codes.ts'
import { linesOf } from '../layout/table-parts.ts'
import { buildEntries } from './build-entry.ts'
import type { FoundEntry, Recogniser } from './recogniser.ts'
import { sourceOf } from './line-tables.ts'

/** Fiches as tables: a label in one cell, its value in the next; one line of action or more a table. */
export const recogniseFicheTables: Recogniser = ({ blocks, lexicon }) => {
  const entries: FoundEntry[] = []
  const used = new Set<Block>()
  const tables = blocks.flatMap(({ block, section }) => (block.kind === 'table' ? [{ table: block, section }] : []))
  for (const [index, { table, section }] of tables.entries()) {
    const rows = continuesOn(tables[index + 1]?.table, table) ? [...table.rows, ...(tables[index + 1]?.table.rows ?? [])] : table.rows
    for (const { fields, rows: own } of cutFiches(rows)) {
      const source = own.map(sourceOf)
      const found = buildEntries(
        { fields, section, source: { ...source[0], text: source.map(({ text }) => text).join('\n') }, confidence: 0.97, warnings: [] },
        lexicon,
      )
      entries.push(...found)
      if (found.length > 0) used.add(table)
    }
  }
  return { entries, used }
}

/** A fiche that a page break cut: its second part is a table on the next page that does not begin with a new code. */
const continuesOn = (next: Table | undefined, table: Table): boolean =>
  next !== undefined &&
  next.place.page !== undefined &&
  next.place.page === (table.rows.at(-1)?.cells[0]?.place.page ?? table.place.page ?? -1) + 1 &&
  next.columns === table.columns &&
  cutFiches(table.rows).length > 0 &&
  cutFiches(next.rows).length === 0

type Pair = { readonly field: Field | undefined; readonly value: Cell }
type Fiche = { readonly fields: Map<Field, readonly string[]>; readonly rows: Row[] }

/** Rows → fiches: a new one where a field comes again that the current one has. */
function cutFiches(rows: readonly Row[]): readonly Fiche[] {
  const fiches: Fiche[] = []
  let current: Fiche = { fields: new Map(), rows: [] }
  for (const row of rows) {
    const pairs = pairsOf(row)
    const repeats = pairs.some(({ field }) => field !== undefined && current.fields.has(field))
    if (repeats) {
      fiches.push(current)
      current = { fields: new Map(), rows: [] }
    }
    for (const { field, value } of pairs) if (field !== undefined) current.fields.set(field, linesOf(value))
    if (pairs.length > 0) current.rows.push(row)
  }
  return [...fiches, current].filter(({ fields }) => fields.size >= 3 && findCodes((fields.get('code') ?? []).join(' ')).length > 0)
}

/** `label | value | label | value`: a cell that names a field, and the one after it. */
function pairsOf({ cells }: Row): readonly Pair[] {
  const pairs: Pair[] = []
  for (let at = 0; at + 1 < cells.length; at += 2) {
    const [label, value] = [cells[at], cells[at + 1]]
    if (label === undefined || value === undefined || label.text.trim() === '') continue
    const [meaning] = labelMeanings(label.text.replaceAll('\n', ' '))
    pairs.push({ field: meaning && meaning.likeness >= 0.65 ? meaning.field : undefined, value })
  }
  return pairs
}
