// SPDX-License-Identifier: AGPL-3.0-or-later
import { largest } from '../../../kernel/lists.ts'
import type { Block, TextLine } from '../model.ts'

type Paragraph = Extract<Block, { kind: 'paragraph' }>

/** Turns a paragraph into tables where at least two lines are divided by tabs or by Markdown's bars. */
export function readDelimitedTable({ lines }: Paragraph): readonly Block[] | undefined {
  const runs: { cut: boolean; lines: TextLine[] }[] = []
  for (const line of lines) {
    const cut = cellsOf(line.text) !== undefined
    const run = runs.at(-1)
    if (run?.cut === cut) run.lines.push(line)
    else runs.push({ cut, lines: [line] })
  }
  if (!runs.some(isTable)) return undefined
  return runs.map((run) => (isTable(run) ? toTable(run.lines) : { kind: 'paragraph', lines: run.lines }))
}

const isTable = ({ cut, lines }: { readonly cut: boolean; readonly lines: readonly TextLine[] }): boolean =>
  cut && lines.length > 1

function cellsOf(text: string): readonly string[] | undefined {
  const cells = /^\s*\|.*\|\s*$/.test(text) ? text.trim().slice(1, -1).split('|') : text.split('\t')
  return cells.length > 1 ? cells.map(withoutMarkup) : undefined
}

/** HTML lists and line breaks, which conversions to Markdown leave in cells, become lines. */
const withoutMarkup = (cell: string): string =>
  cell
    .replace(/<br\s*\/?>|<li[^>]*>|<\/?ul[^>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/\n\s*/g, '\n')
    .trim()

function toTable(lines: readonly TextLine[]): Block {
  const rows = lines
    .map((line) => ({ line, cells: cellsOf(line.text) ?? [] }))
    .filter(({ cells }) => !cells.every((cell) => /^:?-+:?$/.test(cell)))
  return {
    kind: 'table',
    columns: largest(rows.map(({ cells }) => cells.length)),
    place: lines[0]?.place ?? {},
    rows: rows.map(({ line, cells }) => ({
      cells: cells.map((text, column) => ({ text, column, place: line.place })),
    })),
  }
}
