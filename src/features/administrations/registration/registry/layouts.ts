// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../../../kernel/text.ts'
import { CadastralCode, type Municipality } from '../../model.ts'
import { type IndexedBodies, readIndexedBodies } from './indexed-bodies.ts'
import type { CsvTable } from './read-table.ts'

/** A published list of municipalities: the headings of its columns, and the rows to read. */
export type Layout = {
  /** The file's name for people. */
  readonly title: string
  /** Field → column heading, folded. The heading in the file may continue after these words. */
  readonly columns: Readonly<Partial<Record<keyof Municipality, string>>> & { readonly cadastralCode: string }
  /** Columns that only help to choose the rows. */
  readonly auxiliary?: readonly string[]
  /** True for a cell whose value is not reliable and is read as empty. */
  readonly guessed?: (row: Row, field: keyof Municipality) => boolean
  /** True for the rows about a municipality; absent: all rows are. */
  readonly select?: (rows: readonly Row[]) => readonly Row[]
  /** Reads the rows about bodies of other kinds; absent: there are none. */
  readonly others?: (rows: readonly Row[]) => IndexedBodies
}

/** A row, read by field or by heading. */
export type Row = {
  readonly number: number
  readonly field: (field: keyof Municipality) => string
  readonly cell: (heading: string) => string
}

/** Timone's own columns, as in `registry/municipalities.csv`. Only this layout has the population. */
const timone: Layout = {
  title: 'elenco dei comuni con codici e popolazione',
  columns: {
    cadastralCode: 'codice_catastale',
    istatCode: 'codice_istat',
    ipaCode: 'codice_ipa',
    name: 'nome',
    otherName: 'nome_straniero',
    province: 'provincia_sigla',
    provinceName: 'provincia_nome',
    region: 'regione',
    population: 'popolazione',
  },
  // An IPA code cannot be derived from the cadastral code: there are hundreds of exceptions.
  guessed: (row, field) => field === 'ipaCode' && row.cell('codice_ipa_fonte') === 'derived',
}

/** ISTAT, "Elenco comuni italiani" (CSV, Latin-1, `;`). */
const istat: Layout = {
  title: 'ISTAT, Elenco comuni italiani',
  columns: {
    cadastralCode: 'codice catastale del comune',
    istatCode: 'codice comune formato alfanumerico',
    name: 'denominazione in italiano',
    otherName: 'denominazione altra lingua',
    province: 'sigla automobilistica',
    provinceName: "denominazione dell'unita territoriale sovracomunale",
    region: 'denominazione regione',
  },
}

/**
 * IPA, "Enti" (CSV). Only the IPA code is read: its ISTAT codes are wrong for all of Sardinia. Category L6 holds the
 * municipalities and the bodies that depend on them, under the same cadastral code.
 */
const ipa: Layout = {
  title: 'IPA, Enti',
  columns: { cadastralCode: 'codice_catastale_comune', ipaCode: 'codice_ipa' },
  auxiliary: ['codice_categoria', 'denominazione_ente'],
  others: readIndexedBodies,
  select: (rows) => {
    const located = rows.filter(
      (row) => row.cell('codice_categoria') === 'L6' && CadastralCode.safeParse(row.field('cadastralCode')).success,
    )
    return [...Map.groupBy(located, (row) => row.field('cadastralCode')).values()].flatMap((neighbours) =>
      neighbours.toSorted((a, b) => rank(a) - rank(b)).slice(0, 1),
    )
  },
}

/**
 * The sort order: first names that begin with "Comune di", then shorter names. So "Comune di X" comes before its
 * institutions.
 */
function rank(row: Row): number {
  const name = row.cell('denominazione_ente')
  return name.length + (/^comune\b/i.test(name) ? 0 : 1000)
}

export const layouts: readonly Layout[] = [timone, istat, ipa]

/** The headings of a layout that a table lacks. */
export function missingHeadings({ columns, auxiliary = [] }: Layout, headers: readonly string[]): readonly string[] {
  const { otherName: _optional, ...required } = columns
  return [...Object.values(required), ...auxiliary].filter((heading) => indexOf(headers, heading) < 0)
}

/** The layout whose columns the table has, the rows to read, and other bodies; undefined when no layout fits. */
export function recogniseLayout({
  headers,
  rows,
}: CsvTable): { layout: Layout; rows: readonly Row[]; others: IndexedBodies | undefined } | undefined {
  const layout = layouts.find((candidate) => missingHeadings(candidate, headers).length === 0)
  if (!layout) return undefined
  const columns = new Map<string, number>()
  const columnOf = (heading: string): number => {
    const known = columns.get(heading) ?? indexOf(headers, heading)
    columns.set(heading, known)
    return known
  }
  const read = rows.map(({ number, cells }): Row => {
    const cell = (heading: string) => cells[columnOf(heading)] ?? ''
    const row: Row = {
      number,
      cell,
      field: (field) => {
        const heading = layout.columns[field]
        return heading === undefined || layout.guessed?.(row, field) ? '' : cell(heading)
      },
    }
    return row
  })
  return { layout, rows: layout.select?.(read) ?? read, others: layout.others?.(read) }
}

/** ISTAT's headings end with a note in brackets, and change case from year to year. */
const indexOf = (headers: readonly string[], heading: string): number =>
  headers.findIndex((header) => {
    const folded = fold(header)
    return folded === heading || folded.startsWith(`${heading} (`)
  })
