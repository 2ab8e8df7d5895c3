// SPDX-License-Identifier: AGPL-3.0-or-later
import { append } from '../../../kernel/lists.ts'
import type { Block, Cell, Row } from '../model.ts'

/** Makes blocks from a stream of events: begin and end of paragraphs, tables, rows and cells. */
export type BlockBuilder = {
  /** @param heading level from 1 */
  openParagraph(heading?: number): void
  /** Text of the open paragraph. Outside of a paragraph it is ignored. */
  addText(text: string): void
  breakLine(): void
  /** Closes the innermost one, if one is open. */
  closeParagraph(): void
  openTable(): void
  /** @param header true when the document marks the row as a header */
  openRow(header: boolean): void
  /** @param columns how many it covers @param rows how many it covers */
  openCell(columns: number, rows: number): void
  closeCell(): void
  /** Closes a row that occurs `times` times with the same content. */
  closeRow(times?: number): void
  closeTable(): void
  readonly blocks: readonly Block[]
}

/** More columns than this are a mistake or an attack. */
const mostColumns = 1000
/** The most repetitions of a row with text. */
const mostRepeats = 100

type OpenCell = { readonly columns: number; readonly rows: number; readonly lines: string[] }
type OpenTable = {
  readonly rows: Row[]
  columns: number
  header: boolean
  cells: Cell[]
  column: number
  cell: OpenCell | undefined
  /** For each column, how many more rows a cell from above covers. */
  covered: number[]
}

/**
 * @returns an empty builder. A table inside a cell becomes a block of its own; a table of one column is a frame, and
 * becomes paragraphs.
 */
export function createBlockBuilder(): BlockBuilder {
  const blocks: Block[] = []
  const tables: OpenTable[] = []
  /** The open paragraphs: a text box inside a paragraph has paragraphs of its own. */
  const paragraphs: { readonly heading: number | undefined; readonly lines: string[] }[] = []

  const skipCovered = (table: OpenTable) => {
    while ((table.covered[table.column] ?? 0) > 0) table.column += 1
  }

  const closeParagraph = () => {
    const paragraph = paragraphs.pop()
    const lines = (paragraph?.lines ?? []).map((line) => line.trim()).filter((line) => line !== '')
    const cell = tables.at(-1)?.cell
    if (cell !== undefined) append(cell.lines, lines)
    else if (lines.length > 0) blocks.push(toParagraph(lines, paragraph?.heading))
  }

  return {
    blocks,
    openParagraph(heading) {
      paragraphs.push({ heading, lines: [''] })
    },
    addText(text) {
      const lines = paragraphs.at(-1)?.lines
      lines?.push((lines.pop() ?? '') + text)
    },
    breakLine() {
      paragraphs.at(-1)?.lines.push('')
    },
    closeParagraph,
    openTable() {
      tables.push({ rows: [], columns: 0, header: false, cells: [], column: 0, cell: undefined, covered: [] })
    },
    openRow(header) {
      Object.assign(tables.at(-1) ?? {}, { header, cells: [], column: 0 })
    },
    openCell(columns, rows) {
      const table = tables.at(-1)
      if (table === undefined) return
      skipCovered(table)
      table.cell = { columns: clamp(columns, mostColumns), rows: clamp(rows, Number.MAX_SAFE_INTEGER), lines: [] }
    },
    closeCell() {
      const table = tables.at(-1)
      if (table?.cell === undefined) return
      const { columns, rows, lines } = table.cell
      const { column } = table
      table.cell = undefined
      if (column + columns > mostColumns) return
      if (lines.length > 0) {
        const spans = { ...(columns > 1 && { columns }), ...(rows > 1 && { rows }) }
        table.cells.push({ text: lines.join('\n'), column, ...spans, place: {} })
      }
      for (let at = column; at < column + columns; at += 1) table.covered[at] = rows
      table.column += columns
    },
    closeRow(times = 1) {
      const table = tables.at(-1)
      if (table === undefined) return
      skipCovered(table)
      table.columns = Math.max(table.columns, table.column)
      table.covered = table.covered.map((rows) => Math.max(0, rows - 1))
      const row: Row = { cells: table.cells, ...(table.header && { header: true }) }
      for (let at = 0; at < (table.cells.length > 0 ? Math.min(times, mostRepeats) : 1); at += 1) table.rows.push(row)
    },
    closeTable() {
      const table = tables.pop()
      if (table === undefined) return
      const { rows, columns } = table
      const cells = rows.flatMap(({ cells }) => cells)
      if (columns > 1 && cells.length > 0) blocks.push({ kind: 'table', rows, columns, place: {} })
      else
        append(
          blocks,
          cells.map(({ text }) => toParagraph(text.split('\n'))),
        )
    },
  }
}

const toParagraph = (lines: readonly string[], heading?: number): Block => ({
  kind: 'paragraph',
  lines: lines.map((text) => ({ text, place: {} })),
  ...(heading !== undefined && { heading }),
})

const clamp = (count: number, most: number): number => Math.max(1, Math.min(most, Number.isFinite(count) ? count : 1))
