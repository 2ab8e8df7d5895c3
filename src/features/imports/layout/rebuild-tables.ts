// SPDX-License-Identifier: AGPL-3.0-or-later
import { append } from '../../../kernel/lists.ts'
import type { Block, Cell, Row, Table } from '../model.ts'
import { alignCells } from './align-cells.ts'
import { cellOf } from './cell-of.ts'
import { continueCells, triplesOf } from './continue-cells.ts'
import { type FlatLine, flatLines, isBlank, type Span, type Word, wordsOf } from './flat-lines.ts'
import { type FlatRow, splitRows } from './flattened-rows.ts'
import { type FlattenedTable, findFlattenedTables } from './flattened-tables.ts'
import { cutKeylessRows } from './keyless-rows.ts'
import { learnColumns } from './learn-columns.ts'
import type { Column } from './shapes.ts'

/**
 * Rebuilds tables whose cells were flattened into lines, as in text copied from a PDF. The lines of each table become a
 * `Table` in the same place, with rows joined over page breaks. Other blocks stay as they are.
 */
export function rebuildTables(blocks: readonly Block[]): readonly Block[] {
  const lines = flatLines(blocks)
  const tables = findFlattenedTables(lines)
  if (tables.length === 0) return blocks
  const rebuilt: Block[] = []
  let at = 0
  for (const found of tables) {
    append(rebuilt, withoutLines(blocks, lines, at, found.from))
    rebuilt.push(rebuildTable(found))
    at = found.to
  }
  return [...rebuilt, ...withoutLines(blocks, lines, at, lines.length)]
}

/** The blocks between two lines. A paragraph that is cut keeps the lines inside. */
function withoutLines(
  blocks: readonly Block[],
  lines: readonly FlatLine[],
  from: number,
  to: number,
): readonly Block[] {
  const first = from === 0 ? 0 : (lines[from - 1]?.block ?? 0)
  const last = to === lines.length ? blocks.length - 1 : (lines[to]?.block ?? blocks.length - 1)
  const kept = Map.groupBy(lines.slice(from, to), ({ block }) => block)
  return blocks.slice(first, last + 1).flatMap((block, offset): readonly Block[] => {
    if (block.kind === 'table') return [block]
    const inside = kept.get(first + offset)
    return inside ? [{ ...block, lines: inside.map(({ text, place }) => ({ text, place })) }] : []
  })
}

type Read = { readonly row: FlatRow; readonly words: readonly Word[]; readonly spans: readonly Span[] }

function rebuildTable(table: FlattenedTable): Table {
  const { header, columns, key, pages, first } = table
  return {
    kind: 'table',
    columns: columns.length,
    place: first.place,
    rows: [
      { header: true, cells: header.map(({ text }, column) => ({ text, column, place: first.place })) },
      ...(key === undefined
        ? cutKeylessRows(pages.flat(), columns)
        : rebuildRows(splitRows(pages, columns, key), columns)),
    ],
  }
}

/** Reads rows twice: the second time with what the first taught about the columns. */
function rebuildRows(rows: readonly FlatRow[], columns: readonly Column[]): readonly Row[] {
  const read = (row: FlatRow, columns: readonly Column[]): Read => {
    const { words, traceAfter } = wordsOf(row.parts[0] ?? [])
    const end = { traceAfter, cut: row.parts.length > 1 }
    return { row, words, spans: row.kind === 'row' ? alignCells(words, columns, end).spans : [] }
  }
  const once = rows.map((row) => read(row, columns))
  const learnt = learnColumns(once, columns)
  const cells = once.flatMap(({ words, spans }) => spans.map(({ from, to }) => wordsText(words.slice(from, to))))
  const triples = triplesOf(cells)
  return rows.map((row) =>
    row.kind === 'title' ? titleRow(row, columns.length) : dataRow(read(row, learnt), learnt, triples),
  )
}

const wordsText = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ')

function titleRow({ parts }: FlatRow, columns: number): Row {
  const lines = parts.flat().filter(({ text }) => !isBlank(text))
  return {
    cells: lines[0]
      ? [{ text: lines.map(({ text }) => text.trim()).join('\n'), column: 0, columns, place: lines[0].place }]
      : [],
  }
}

function dataRow({ row, words, spans }: Read, columns: readonly Column[], triples: ReadonlySet<string>): Row {
  const cells: (Cell | undefined)[] = columns.map((_, column) =>
    cellOf(
      words,
      spans.find((span) => span.column === column),
    ),
  )
  for (const part of row.parts.slice(1)) {
    const { words } = wordsOf(part)
    const soFar = cells.map((cell) => cell?.text.replaceAll('\n', ' ') ?? '')
    for (const span of continueCells(words, columns, soFar, triples)) {
      const more = cellOf(words, span)
      const cell = cells[span.column]
      cells[span.column] = cell && more ? { ...cell, text: `${cell.text}\n${more.text}` } : (cell ?? more)
    }
  }
  return { cells: cells.filter((cell) => cell !== undefined), doubts: doubtsOf(row, words, spans, columns) }
}

/** What a person should check: cells joined over a page break, words divided in the middle of a line. */
function doubtsOf(
  { parts }: FlatRow,
  words: readonly Word[],
  spans: readonly Span[],
  columns: readonly Column[],
): readonly string[] {
  const isWordy = (span: Span | undefined) =>
    ['text', 'state', 'any'].includes(columns[span?.column ?? -1]?.shape ?? '')
  const parted = spans.some(({ from }, index) => {
    const word = words[from]
    return index > 0 && isWordy(spans[index - 1]) && isWordy(spans[index]) && word?.gap === 'blank' && word.trace === 0
  })
  return [
    ...(parts.length > 1 ? ['riga divisa fra due pagine: celle ricomposte'] : []),
    ...(parted ? ['celle sulla stessa riga di testo: divisione da verificare'] : []),
  ]
}
