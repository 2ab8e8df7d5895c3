// SPDX-License-Identifier: AGPL-3.0-or-later
import { append } from '../../../kernel/lists.ts'
import type { Section } from '../layout/outline.ts'
import { cellText, isTitle, linesOf, type ReadTable, readTable } from '../layout/table-parts.ts'
import type { Row, Source } from '../model.ts'
import type { Field } from '../reading/vocabulary.ts'
import { readObjective } from '../values/codes.ts'
import { buildEntries } from './build-entry.ts'
import type { FoundEntry, Recogniser } from './recogniser.ts'

/**
 * Tables with one action line in each row, also tables of deadlines: a column has the codes. Rows across the table are
 * titles.
 */
export const recogniseLineTables: Recogniser = ({ blocks, lexicon }) => {
  const entries: FoundEntry[] = []
  const used = new Set<(typeof blocks)[number]['block']>()
  for (const { block, section } of blocks) {
    const table = block.kind === 'table' ? readTable(block) : undefined
    if (block.kind !== 'table' || table === undefined || ![...table.fields.values()].includes('code')) continue
    let current: Section = section
    const found = table.rows.flatMap((row) => {
      if (isTitle(row, block.columns)) {
        const objective = readObjective(row.cells.map(({ text }) => text).join(' '))
        if (objective !== undefined) current = { ...current, objective }
        return []
      }
      const material = { fields: fieldsOf(row, table), section: current, source: sourceOf(row), ...reading(row) }
      return buildEntries(material, lexicon)
    })
    if (found.length === 0) continue
    append(entries, found)
    used.add(block)
  }
  return { entries, used }
}

/** The lines of each field of a row. A plain `Data`, if it is the only date, is the line's own date. */
export const fieldsOf = (row: Row, { fields }: ReadTable): ReadonlyMap<Field, readonly string[]> =>
  new Map(
    [...fields].flatMap(([column, field]) =>
      cellText(row, column) === '' ? [] : [[field, linesOf(row.cells.find((cell) => cell.column === column))]],
    ),
  )

/** The place of a row, from its first cell to its last, and its words. */
export function sourceOf({ cells }: Row): Source {
  const filled = cells.filter(({ text }) => text.trim() !== '')
  const [first, last] = [filled[0]?.place ?? {}, filled.at(-1)?.place ?? {}]
  const range = first.range && last.range && first.range !== last.range ? { range: `${first.range}:${last.range}` } : {}
  return { ...first, ...range, text: filled.map(({ text }) => text).join('\n') }
}

const reading = ({ doubts = [] }: Row) => ({
  confidence: doubts.length === 0 ? 0.97 : Math.max(0.5, 0.9 - 0.1 * doubts.length),
  warnings: doubts,
})
