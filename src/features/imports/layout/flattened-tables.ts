// SPDX-License-Identifier: AGPL-3.0-or-later

import { labelMeanings } from '../reading/label-meanings.ts'
import type { Field } from '../reading/vocabulary.ts'
import { findCodes } from '../values/codes.ts'
import { type FlatLine, isBlank } from './flat-lines.ts'
import { type FlattenedHeader, type HeaderLabel, readFlattenedHeader } from './flattened-header.ts'
import { splitRows } from './flattened-rows.ts'
import { cutKeylessRows } from './keyless-rows.ts'
import { type Column, type Shape, shapeOf } from './shapes.ts'

/** A flattened table found among lines, from its first header to its end. */
export type FlattenedTable = {
  readonly header: readonly HeaderLabel[]
  readonly columns: readonly Column[]
  /** The column that names rows; absent when none does. */
  readonly key: number | undefined
  /** The lines after each repetition of the header, without lines that every page repeats there. */
  readonly pages: readonly (readonly FlatLine[])[]
  readonly first: FlatLine
  readonly from: number
  readonly to: number
}

/** The flattened tables of a document: action lines, PNRR measures, an office's own objectives. */
export function findFlattenedTables(lines: readonly FlatLine[]): readonly FlattenedTable[] {
  const tables: FlattenedTable[] = []
  for (let at = 0; at < lines.length; at++) {
    const header = isBlank(lines[at]?.text ?? '') ? undefined : readFlattenedHeader(lines, at)
    if (header === undefined) continue
    const table = readTable(lines, at, header)
    if (table !== undefined) tables.push(table)
    at = (table?.to ?? header.end) - 1
  }
  return tables
}

function readTable(lines: readonly FlatLine[], from: number, header: FlattenedHeader): FlattenedTable | undefined {
  const first = lines[from]
  if (first === undefined) return undefined
  const fields = header.labels.flatMap(({ field }) => field ?? [])
  const columns = header.labels.map(
    ({ field }) => ({ shape: field === undefined ? 'any' : shapeIn(fields, field) }) as const,
  )
  const key = columns.findIndex(({ shape }) => shape === 'code' || shape === 'measure')
  if (key < 0 && !isOwnObjectives(fields)) return undefined
  const { pages, to } = readPages(lines, header, fields)
  const bodies = withoutRepeated(pages)
  const table = { header: header.labels, columns, pages: bodies, first, from, to }
  if (key < 0) {
    const rows = cutKeylessRows(bodies.flat(), columns)
    return rows.length === 0 || rows.some(({ cells }) => cells.length < 2) ? undefined : { ...table, key: undefined }
  }
  const rows = splitRows(bodies, columns, key).filter(({ kind }) => kind === 'row')
  return rows.length === 0 || areFiches(bodies.flat(), rows.length) ? undefined : { ...table, key }
}

/** The lines between a header and the end of its table, divided where the header is repeated. */
function readPages(lines: readonly FlatLine[], header: FlattenedHeader, fields: readonly Field[]) {
  const names = (other: FlattenedHeader | undefined) => other?.labels.flatMap(({ field }) => field ?? []).join()
  const words = (other: FlattenedHeader | undefined) => other?.labels.map(({ text }) => text).join()
  const isSame = (other: FlattenedHeader | undefined) => names(other) === fields.join()
  const headerAt = (at: number) => (isBlank(lines[at]?.text ?? '') ? undefined : readFlattenedHeader(lines, at))
  const pages: FlatLine[][] = [[]]
  let at = header.end
  for (; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined || endsTable(lines, at, fields)) break
    const again = headerAt(at)
    const beginsLater =
      again !== undefined &&
      words(again) !== words(header) &&
      lines.slice(at + 1, again.end).some((_, more) => isSame(headerAt(at + 1 + more)))
    if (again === undefined || beginsLater) pages.at(-1)?.push(line)
    else if (isSame(again)) {
      pages.push([])
      at = again.end - 1
    } else break
  }
  return { pages, to: at }
}

/** Rows that contain three labels or more on average are really fiches, one below the other. */
const areFiches = (lines: readonly FlatLine[], rows: number): boolean =>
  lines.filter(({ text, first }) => first && (labelMeanings(text)[0]?.likeness ?? 0) >= 0.8).length >= rows * 3

/** Tables of an office's own objectives have no key column: office, aim, time, means. */
const isOwnObjectives = (fields: readonly Field[]): boolean =>
  (['ownObjective', 'objective', 'activity'] as const).some((field) => fields.includes(field)) &&
  (['office', 'responsible'] as const).some((field) => fields.includes(field)) &&
  (['plannedDate', 'timing', 'resources'] as const).some((field) => fields.includes(field))

/**
 * Without codes an objective is free text. Beside PNRR measures the status is free text, and a source of money means
 * the state of payment.
 */
function shapeIn(fields: readonly Field[], field: Field): Shape {
  if (field === 'objective' && !fields.includes('code')) return 'text'
  if (field === 'expectedResults' && fields.includes('code')) return 'any'
  if (!fields.includes('measure')) return shapeOf(field)
  return field === 'status' ? 'text' : field === 'funding' ? 'state' : shapeOf(field)
}

const widestCell = 125
const linesOfTitle = 12

/**
 * True where the table is over: at a heading, a numbered sentence, or a line as wide as running text without a row soon
 * after.
 */
function endsTable(lines: readonly FlatLine[], at: number, fields: readonly Field[]): boolean {
  const text = lines[at]?.text.trim() ?? ''
  if (findCodes(text).length > 0) return false
  if (!fields.includes('chapter') && /^(?:capitolo|parte|allegato|appendice|sezione)\s+[\divx]/i.test(text)) return true
  const numbered = /^\d{1,2}(?:\.\d{1,2})*\.?\s+(\p{L}.*)/u.exec(text)?.[1]
  if (
    numbered !== undefined &&
    numbered.length > 5 &&
    (numbered === numbered.toUpperCase() || /^\d{1,2}\.\s/.test(text))
  )
    return true
  return text.length > widestCell && !lines.slice(at, at + linesOfTitle).some((line) => findCodes(line.text).length > 0)
}

/** Drops the line that follows the header on more than one page (the table's own title). */
function withoutRepeated(pages: readonly (readonly FlatLine[])[]): readonly (readonly FlatLine[])[] {
  const firstOf = (page: readonly FlatLine[]) => page.findIndex(({ text }) => !isBlank(text))
  const titles = pages.map((page) => page[firstOf(page)]?.text.trim() ?? '')
  return pages.map((page, index) =>
    titles.filter((title) => title === titles[index]).length > 1 ? page.slice(firstOf(page) + 1) : page,
  )
}
