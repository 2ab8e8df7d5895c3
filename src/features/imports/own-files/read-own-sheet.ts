// SPDX-License-Identifier: AGPL-3.0-or-later
import { trienniumOf } from '../../../kernel/ids.ts'
import { storedDate } from '../../../kernel/printed-dates.ts'
import { type Entry, entryCell, entryCells, type SheetColumnKey, sheetColumns } from '../../plans/index.ts'
import { cellItems, unguardCell } from '../../records/index.ts'
import type { Blocks, Cell, ExactPlan, ExactRecord, ImportedEntry, ImportedPlan, Row, Table } from '../model.ts'
import { contractLists } from './contract-lists.ts'
import { readRecordSheet, type SheetRecord } from './read-record-sheets.ts'

const owners = ['administration', 'administrationCode'] as const

/** The text and place of each cell of a row, by column. */
type SheetRow = {
  /** The fields of an entry that the table has a column for. */
  readonly carries: readonly (keyof Entry)[]
  readonly text: Readonly<Partial<Record<SheetColumnKey, string>>>
  readonly cells: ReadonlyMap<SheetColumnKey, Cell>
}

/**
 * Reads a plan exactly from a sheet or CSV that Timone wrote, even after somebody changed cells, added or moved
 * columns, or put the rows of many bodies together. Undefined for any other file.
 */
export function readOwnSheet({ blocks, warnings }: Blocks): ImportedPlan | undefined {
  const tables = blocks.filter((block) => block.kind === 'table')
  const own = tables.find(isOwn)
  const others = tables.filter((table) => table !== own).flatMap(readRecordSheet)
  if (!own && others.length === 0) return undefined
  const rows = own ? readRows(own).filter(({ text }) => Object.keys(text).some((key) => isEntryField(key))) : []
  const { owner, ...head } = readHead(tables)
  const exact = exactPlans(
    [
      ...rows.map((row) => ({
        owner: { name: row.text.administration ?? '', code: row.text.administrationCode ?? '' },
        exact: toRecord(row),
      })),
      ...others,
    ],
    owner,
    head,
  )
  const [only] = exact.length === 1 ? exact : []
  return {
    document: { administration: only?.administration.name ?? null, ...head },
    entries: rows.filter(saysSomething).map(toEntry),
    ...contractLists(others.map(({ exact: record }) => record)),
    ownObjectives: [],
    indicators: [],
    glossary: [],
    warnings,
    exact,
  }
}

/** The records of each body that the file names, in its order; what names none is of the body of the file. */
function exactPlans(
  records: readonly SheetRecord[],
  body: ExactPlan['administration'],
  head: Pick<ExactPlan, 'triennium' | 'edition'>,
): readonly ExactPlan[] {
  const ofBodies = Map.groupBy(records, ({ owner = body }) => owner.code || owner.name)
  return [...ofBodies.values()].map((found) => ({
    administration: found[0]?.owner ?? body,
    ...head,
    records: found.map(({ exact }) => exact),
  }))
}

const headings = new Map<string, SheetColumnKey>(sheetColumns.map(({ heading, key }) => [heading, key]))
const isEntryField = (key: string): key is keyof Entry => key in entryCells

/** The columns of a table, by the headings in its first row. */
const columnsOf = ({ rows: [header] }: Table) =>
  new Map(
    (header?.cells ?? []).flatMap(({ text, column }) => {
      const key = headings.get(text.trim())
      return key === undefined ? [] : [[column, key] as const]
    }),
  )

/** A sheet of ours names the body and the line; any column of an entry besides may be missing, which says nothing of it. */
function isOwn(table: Table): boolean {
  const found = new Set<string>(columnsOf(table).values())
  return [...owners, 'code'].every((key) => found.has(key)) && [...found].filter(isEntryField).length > 1
}

function readRows(table: Table): readonly SheetRow[] {
  const columns = columnsOf(table)
  const carries = [...columns.values()].filter(isEntryField)
  // Only CSV has guards, and only its cells have no sheet.
  const plain = table.place.sheet === undefined ? unguardCell : (text: string) => text
  return table.rows.slice(1).map(({ cells }: Row) => {
    const named = cells.flatMap((cell) => {
      const key = columns.get(cell.column)
      return key === undefined ? [] : [[key, cell] as const]
    })
    const text = Object.fromEntries(named.map(([key, { text }]) => [key, plain(text)]))
    return { text, cells: new Map(named), carries }
  })
}

/** Body, triennium and edition from the sheet of particulars; a CSV has none. */
function readHead(tables: readonly Table[]) {
  const particulars = new Map(
    tables.flatMap(({ rows }) => rows.map(({ cells }) => [cells[0]?.text, cells[1]?.text] as const)),
  )
  const triennium = particulars.get('Triennio')
  return {
    owner: { name: particulars.get('Ente') ?? '', code: particulars.get('Codice ente') ?? '' },
    triennium: triennium === undefined ? null : trienniumOf(triennium),
    edition: particulars.get('Edizione del Piano nazionale') ?? null,
  }
}

function toRecord(row: SheetRow): ExactRecord {
  const { text, carries } = row
  const said = carries.flatMap((field) => {
    const cell = text[field]
    return cell === undefined || cell === '' ? [] : [[field, readCell(field, cell)] as const]
  })
  return {
    kind: 'entry',
    record: Object.fromEntries(said),
    carries,
    source: sourceOf(row),
    confidence: 1,
    warnings: [],
  }
}

function readCell(field: keyof Entry, text: string): unknown {
  const { date, read } = entryCell(field)
  // Spreadsheets that save a CSV again write its dates their own way.
  return read(date ? storedDate(text) : text)
}

/** The row as people see it: every cell that fills a field, under its heading. */
function sourceOf({ text, cells }: SheetRow): ExactRecord['source'] {
  const filled = [...cells.keys()].filter(isEntryField)
  const names = [...cells.values()].map(({ place }) => place.range ?? '')
  const { sheet } = cells.values().next().value?.place ?? {}
  return {
    ...(sheet !== undefined && { sheet }),
    range: `${names[0]}:${names.at(-1)}`,
    text: filled.map((key) => `${headingOf(key)}: ${text[key]}`).join('\n'),
    cells: Object.fromEntries(filled.map((key) => [key, cells.get(key)?.place.range ?? ''])),
  }
}

const headingOf = (wanted: SheetColumnKey) => sheetColumns.find(({ key }) => key === wanted)?.heading

const saysSomething = ({ text }: SheetRow): boolean =>
  Object.keys(text).some((key) => key !== 'code' && isEntryField(key))

/** The row in the form of the import contract. */
function toEntry(row: SheetRow): ImportedEntry {
  const { text } = row
  const { source, confidence, warnings } = toRecord(row)
  const timing = [text.timing, text.timingDate].filter((part) => part !== undefined).join(' ')
  return {
    code: text.code ?? '',
    codeAsPrinted: text.code ?? null,
    objective: /^OB\.(\d\.\d+)/.exec(text.objective ?? '')?.[1] ?? null,
    expectedResult: /^RA[\d.]+/.exec(text.results ?? '')?.[0] ?? null,
    timing: timing || null,
    officialText: text.officialText ?? null,
    activity: text.activity ?? null,
    status: text.statusLabel ?? text.status ?? null,
    responsible: cellItems(text.offices ?? ''),
    funding: cellItems(text.funding ?? ''),
    plannedDate: text.planned ?? null,
    completedDate: text.completed ?? null,
    notes: text.notes ?? null,
    source,
    confidence,
    warnings,
  }
}
