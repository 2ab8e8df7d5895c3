// SPDX-License-Identifier: AGPL-3.0-or-later
import { append } from '../../../kernel/lists.ts'
import { cellText, isTitle, readTable } from '../layout/table-parts.ts'
import type { Block, ImportedIndicator } from '../model.ts'
import { readMeasured } from '../values/measured.ts'
import { sourceOf } from './line-tables.ts'
import type { Recogniser } from './recogniser.ts'

/**
 * Tables of indicators: a name, a value, perhaps a unit and a year in each row. Cells without a single value are left
 * alone.
 */
export const recogniseIndicators: Recogniser = ({ blocks }) => {
  const indicators: ImportedIndicator[] = []
  const used = new Set<Block>()
  for (const { block } of blocks) {
    const table = block.kind === 'table' ? readTable(block) : undefined
    const columnOf = (wanted: string) => [...(table?.fields ?? [])].find(([, field]) => field === wanted)?.[0]
    const [name, value, unit, year] = (['indicator', 'value', 'unit', 'year'] as const).map(columnOf)
    if (block.kind !== 'table' || table === undefined || name === undefined || value === undefined) continue
    const found = table.rows.flatMap((row): readonly ImportedIndicator[] => {
      const printed = cellText(row, value)
      const measured = readMeasured(printed)
      if (measured === undefined || isTitle(row, block.columns)) return []
      const isBare = /^[\d.,%\s]+$/.test(printed)
      return [
        {
          name: cellText(row, name),
          value: measured.value,
          unit: (unit === undefined ? '' : cellText(row, unit)) || measured.unit,
          date: (year === undefined ? '' : cellText(row, year)) || measured.date,
          source: sourceOf(row),
          confidence: isBare ? 0.95 : 0.6,
          warnings: isBare ? [] : ['valore preso da una frase'],
        },
      ]
    })
    if (found.length === 0) continue
    append(indicators, found)
    used.add(block)
  }
  return { indicators, used }
}
