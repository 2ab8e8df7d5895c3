// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Table } from '../../model.ts'
import { findAlignedLines } from './aligned-lines.ts'
import { toAlignedTable } from './aligned-tables.ts'
import { findGrids } from './grid.ts'
import type { Gutter } from './gutters.ts'
import type { PageContent } from './page-content.ts'
import type { Placed } from './placed.ts'
import { proseColumns } from './prose-columns.ts'
import { readRuledTables } from './ruled-tables.ts'
import { findRulings } from './rulings.ts'
import { type Line, layLines } from './words.ts'

/** The contents of a page in reading order: tables, and lines outside of tables, column by column. */
export type PageLayout = {
  readonly page: number
  readonly parts: readonly (Placed<Table> | readonly Line[])[]
  /** The gutters of its last table without rules, which may continue on the next page. */
  readonly gutters: readonly Gutter[]
}

/**
 * Separates the tables of a page from its text.
 * @param known gutters of the page before
 */
export function layOutPage(
  { number: page, glyphs, strokes, panels }: PageContent,
  known: readonly Gutter[],
): PageLayout {
  const rulings = findRulings(strokes, glyphs)
  const { tables, rest } = readRuledTables(glyphs, findGrids(rulings, glyphs), page)
  const edges = [...rulings.level.map(({ at }) => at), ...panels.flatMap(({ y0, y1 }) => [y0, y1])]
  const runs = Map.groupBy(layLines(rest), (line) => tables.filter(({ extent }) => extent.y0 < line.y0).length)
  const find = (lines: readonly Line[], known: readonly Gutter[]) => findAlignedLines(lines, known, edges)
  let gutters = known
  const parts: (Placed<Table> | readonly Line[])[] = []
  for (const at of Array(tables.length + 1).keys()) {
    let lines = runs.get(at) ?? []
    for (let found = find(lines, gutters); found !== undefined; found = find(lines, gutters)) {
      const from = lines.indexOf(found.lines[0])
      const prose = proseColumns(found)
      parts.push(lines.slice(0, from), ...(prose ?? [toAlignedTable(found, edges, page)]))
      if (prose === undefined) gutters = found.gutters
      lines = lines.slice(from + found.lines.length)
    }
    parts.push(lines, ...tables.slice(at, at + 1))
  }
  return { page, parts: parts.filter((part) => !('length' in part) || part.length > 0), gutters }
}
