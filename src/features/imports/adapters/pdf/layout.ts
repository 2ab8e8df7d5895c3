// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Table } from '../../model.ts'
import { findAlignedLines } from './aligned-lines.ts'
import { toAlignedTable } from './aligned-tables.ts'
import { findGrids } from './grid.ts'
import type { PageContent } from './page-content.ts'
import type { Placed } from './placed.ts'
import { proseColumns } from './prose-columns.ts'
import { readRuledTables } from './ruled-tables.ts'
import { findRulings } from './rulings.ts'
import { type Line, layLines } from './words.ts'

/** What stands on a page, in reading order: tables, and lines of one column that stand in none. */
export type PageLayout = { readonly page: number; readonly parts: readonly (Placed<Table> | readonly Line[])[] }

/** Tells the tables of a page from its text. */
export function layOutPage({ number: page, glyphs, strokes, panels }: PageContent): PageLayout {
  const rulings = findRulings(strokes, glyphs)
  const { tables, rest } = readRuledTables(glyphs, findGrids(rulings), page)
  const edges = [...rulings.level.map(({ at }) => at), ...panels.flatMap(({ y0, y1 }) => [y0, y1])]
  const runs = Map.groupBy(layLines(rest), (line) => tables.filter(({ extent }) => extent.y0 < line.y0).length)
  const text = (at: number) => splitRun(runs.get(at) ?? [], edges, page)
  return { page, parts: [...text(0), ...tables.flatMap((table, at) => [table, ...text(at + 1)])] }
}

/** Finds the tables without rules in lines that no ruled table parts. */
function splitRun(lines: readonly Line[], edges: readonly number[], page: number): PageLayout['parts'] {
  const parts: (Placed<Table> | readonly Line[])[] = []
  let rest = lines
  for (let found = findAlignedLines(rest); found !== undefined; found = findAlignedLines(rest)) {
    const from = rest.indexOf(found.lines[0])
    parts.push(rest.slice(0, from), ...(proseColumns(found) ?? [toAlignedTable(found, edges, page)]))
    rest = rest.slice(from + found.lines.length)
  }
  return [...parts, rest].filter((part) => !('length' in part) || part.length > 0)
}
