// SPDX-License-Identifier: AGPL-3.0-or-later
import { append } from '../../../kernel/lists.ts'
import { joinLines, type Lexicon } from '../layout/join-lines.ts'
import { cellText, isTitle, readTable } from '../layout/table-parts.ts'
import type { Block, ImportedFunding } from '../model.ts'
import { findAmount, onlyAmount } from '../values/amounts.ts'
import { findMeasure, measureTitle } from '../values/measures.ts'
import type { FieldLines } from './build-entry.ts'
import { fieldsOf, sourceOf } from './line-tables.ts'
import type { Recogniser } from './recogniser.ts'

/** Tables with one PNRR measure in each row: title, year, amount, status. A blank year repeats the one above. */
export const recogniseFundingTables: Recogniser = ({ blocks, lexicon }) => {
  const funding: ImportedFunding[] = []
  const used = new Set<Block>()
  for (const { block } of blocks) {
    const table = block.kind === 'table' ? readTable(block) : undefined
    const held = [...(table?.fields.values() ?? [])]
    if (block.kind !== 'table' || table === undefined || !held.includes('measure') || held.includes('code')) continue
    let year: number | null = null
    const found = table.rows.flatMap((row) => {
      if (isTitle(row, block.columns) || /^totale\b/i.test(cellText(row, 0))) return []
      const fields = fieldsOf(row, table)
      year = Number(/20\d\d/.exec(fields.get('year')?.join(' ') ?? '')?.[0] ?? year ?? 0) || null
      const record = readRow(fields, lexicon)
      return record ? [{ ...record, year, source: sourceOf(row), confidence: 0.95, warnings: row.doubts ?? [] }] : []
    })
    if (found.length === 0) continue
    append(funding, found)
    used.add(block)
  }
  return { funding, used }
}

/** A row's record, without the fields of the whole table; undefined when no measure is named. */
function readRow(
  fields: FieldLines,
  lexicon: Lexicon,
): Omit<ImportedFunding, 'year' | 'source' | 'confidence' | 'warnings'> | undefined {
  const text = (...names: readonly Parameters<FieldLines['get']>[0][]): string | null =>
    names.map((name) => joinLines(fields.get(name) ?? [], lexicon)).find((found) => found !== '') ?? null
  const cell = text('measure') ?? ''
  const measure = findMeasure(cell, true)
  if (measure === undefined) return undefined
  const amount = text('amount')
  return {
    measure: measure.measure,
    title: measureTitle(cell, measure) ?? text('officialText', 'ownObjective', 'objectiveTitle'),
    amount: amount === null ? null : (onlyAmount(amount) ?? findAmount(amount)?.euro ?? null),
    progress: text('progress', 'status', 'activity'),
    certification: text('certification'),
    payment: text('payment', 'funding'),
  }
}
