// SPDX-License-Identifier: AGPL-3.0-or-later
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

/** ICT spending by year, in tables or in lines `Anno 2023 (consuntivo) € 1.277.906,60` below words that say spending. */
export const recogniseSpending: Recogniser = ({ blocks }) => {
  const spending: ImportedSpending[] = []
  const used = new Set<Block>()
  const take = (block: Block | undefined, found: readonly ImportedSpending[]) => {
    if (block === undefined || found.length < 2) return
    spending.push(...found)
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

function spendingOfTable(table: Table): readonly ImportedSpending[] {
  const read = readTable(table)
  const fields = [...(read?.fields ?? [])]
  const [year, amount] = (['year', 'amount'] as const).map(
    (wanted) => fields.find(([, field]) => field === wanted)?.[0],
  )
  if (
    read === undefined ||
    year === undefined ||
    amount === undefined ||
    fields.some(([, field]) => field === 'measure' || field === 'code')
  )
    return []
  const words = (row: Row) => row.cells.map(({ text }) => text).join(' ')
  return read.rows.flatMap(
    (row) =>
      readYear(
        cellText(row, year),
        `${read.labels.map(words).join(' ')} ${words(row)}`,
        sourceOf(row),
        cellText(row, amount),
      ) ?? [],
  )
}

/** @param context words that may say that it is a forecast */
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
