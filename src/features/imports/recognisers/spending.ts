// SPDX-License-Identifier: AGPL-3.0-or-later
import { append } from '../../../kernel/lists.ts'
import { flatLines, isBlank } from '../layout/flat-lines.ts'
import { cellText, readTable } from '../layout/table-parts.ts'
import type { Block, ImportedSpending, Row, Source, Table } from '../model.ts'
import { findAmount, onlyAmount } from '../values/amounts.ts'
import { findMeasure } from '../values/measures.ts'
import { sourceOf } from './line-tables.ts'
import type { Recogniser } from './recogniser.ts'

const ofYear = /^\s*(?:anno|esercizio|annualità)?\s*(20\d\d)\b/i
const forecast = /prevision|previst|stanzia|budget|preventiv|stimat|programmat/i
const ofSpending = /spes[ae]|costi|risorse|stanziament|bilancio|importo/i

/** ICT spending by year, in tables, or in lines `Anno 2023 (consuntivo) € 1.277.906,60` below words about spending. */
export const recogniseSpending: Recogniser = ({ blocks }) => {
  const spending: ImportedSpending[] = []
  const used = new Set<Block>()
  const take = (block: Block | undefined, found: readonly ImportedSpending[]) => {
    if (block === undefined || found.length < 2) return
    append(spending, found)
    used.add(block)
  }
  for (const { block } of blocks) if (block.kind === 'table') take(block, spendingOfTable(block))
  const paragraphs = blocks.map(({ block }) => block)
  const lines = flatLines(paragraphs).filter(({ text }) => !isBlank(text))
  for (let at = 0; at < lines.length; at++) {
    const run: ImportedSpending[] = []
    const block = paragraphs[lines[at]?.block ?? -1]
    const before = lines
      .slice(Math.max(0, at - 3), at)
      .map(({ text }) => text)
      .join(' ')
    for (let line = lines[at]; line !== undefined; line = lines[at + run.length]) {
      const read = readYear(line.text, line.text, { ...line.place, text: line.text.trim() })
      if (read === undefined || findMeasure(line.text, true) !== undefined) break
      run.push(read)
    }
    if (ofSpending.test(before)) take(block, run)
    at += Math.max(0, run.length - 1)
  }
  return { spending, used }
}

const wordsOf = (row: Row): string => row.cells.map(({ text }) => text).join(' ')

/** One year in each row, or in each column with the amounts below. Tables of measures and of lines are excluded. */
function spendingOfTable(table: Table): readonly ImportedSpending[] {
  const read = readTable(table)
  const fields = [...(read?.fields ?? [])]
  if (fields.some(([, field]) => field === 'measure' || field === 'code')) return []
  const [year, amount] = (['year', 'amount'] as const).map(
    (wanted) => fields.find(([, field]) => field === wanted)?.[0],
  )
  if (read === undefined || year === undefined || amount === undefined) return spendingOfColumns(table)
  const labels = read.labels.map(wordsOf).join(' ')
  return read.rows.flatMap(
    (row) => readYear(cellText(row, year), `${labels} ${wordsOf(row)}`, sourceOf(row), cellText(row, amount)) ?? [],
  )
}

/** Years are in the first row; the amounts are in the total row, or in the only row about spending. */
function spendingOfColumns({ rows: [header, ...rows] }: Table): readonly ImportedSpending[] {
  const years = header?.cells.filter(({ text }) => ofYear.test(text)) ?? []
  const about = rows.filter((row) => ofSpending.test(cellText(row, 0)) || /totale/i.test(cellText(row, 0)))
  const row = about.find((row) => /totale/i.test(cellText(row, 0))) ?? (about.length === 1 ? about[0] : undefined)
  if (years.length < 2 || row === undefined) return []
  return years.flatMap(
    ({ text, column }) => readYear(text, `${text} ${cellText(row, 0)}`, sourceOf(row), cellText(row, column)) ?? [],
  )
}

/** @param context words that may show that it is a forecast */
function readYear(text: string, context: string, source: Source, amountText = text): ImportedSpending | undefined {
  const year = ofYear.exec(text)
  const rest = amountText === text ? text.slice(year?.[0].length ?? 0) : amountText
  const amount = onlyAmount(rest) ?? findAmount(rest)?.euro
  if (year === null || amount === undefined) return undefined
  return {
    year: Number(year[1]),
    amount,
    kind: forecast.test(context) ? 'forecast' : 'actual',
    source,
    confidence: 0.95,
    warnings: [],
  }
}
