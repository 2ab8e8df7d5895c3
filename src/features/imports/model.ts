// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Triennium } from '../../kernel/ids.ts'
/**
 * How a file is imported: an adapter (one for each format) turns bytes into blocks; recognisers (one for each layout)
 * turn blocks into records; records are matched to the edition. A block tells what is where, never what it means: no
 * adapter knows codes, labels or columns, no recogniser knows formats.
 *
 * What an adapter yields, in reading order:
 * - a `Paragraph` for each run of lines that belong together: separated by a blank line, by more space than between its
 * own lines, by a paragraph mark. Its lines are as printed: not joined, hyphens kept, page furniture kept (repetition
 * over pages tells it, and a later stage drops it). A list item is a paragraph; its bullet stays in the text.
 * - a `Table` for each ruled or native table **of one page or sheet**: a table that goes on over a page break is two
 * tables, its repeated header kept in both; a row cut by the break is two rows. A later stage joins them. Rows are
 * never merged or padded by the adapter: a cell says its `column`, and how many it spans.
 * - a `Sheet` is a table with its name; its places are cell ranges. Blocks of formats that know pages carry
 * `place.page`; the recognisers need no geometry beyond order, page and column, `box` is for showing the source beside
 * the proposal.
 */
export type Block = Paragraph | Table

/** A place in the file. What a format does not have is left out. */
export type Place = {
  /** From 1. */
  readonly page?: number
  /** Line of a text file, from 1. */
  readonly line?: number
  /** Name of the sheet of a workbook. */
  readonly sheet?: string
  /** Cell or range of a sheet: `B12`, `B12:D14`. */
  readonly range?: string
  /** On the page, in points from its top left corner. */
  readonly box?: Box
}
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type TextLine = { readonly text: string; readonly place: Place }

/** A run of lines that belong together. */
export type Paragraph = {
  readonly kind: 'paragraph'
  /** At least one; each a line as printed, without its line break. */
  readonly lines: readonly TextLine[]
  /** Level from 1, when the format marks it as a heading (style, outline) or its size and weight show it. */
  readonly heading?: number
}

/** One cell of a table, with its place on the grid. */
export type Cell = {
  /** Lines as printed, separated by `\n`; paragraphs and list items of the cell are lines too. Empty when blank. */
  readonly text: string
  /** Column from 0, counted on the table's grid; for a spanning cell, its first column. */
  readonly column: number
  /** Columns covered; absent means one. */
  readonly columns?: number
  /** Rows covered; absent means one. The rows below then have no cell in these columns. */
  readonly rows?: number
  readonly place: Place
}

/** One row, as printed. */
export type Row = {
  /** In order of column; blank cells may be left out. */
  readonly cells: readonly Cell[]
  /** The format itself marks it as a header (repeated header row, `<th>`); absent means that it does not say. */
  readonly header?: boolean
  /** Doubts about how its cells were separated, in Italian; adapters leave it out. */
  readonly doubts?: readonly string[]
}

/** A table of one page or sheet. */
export type Table = {
  readonly kind: 'table'
  readonly rows: readonly Row[]
  /** Columns of the grid. */
  readonly columns: number
  readonly place: Place
}

/** What an adapter makes of a file. */
export type Blocks = {
  /** The plan that one of our documents carries, as it was written; not checked. */
  readonly carried?: string
  readonly blocks: readonly Block[]
  /** The number of pages or sheets, if the format has them. */
  readonly pages?: number
  /** What was left out or could not be read, in Italian, for the report. */
  readonly warnings: readonly string[]
}

/**
 * Reads one format.
 * @param name the file's name, for messages
 * @throws {TimoneError} `unreadable-file` or `too-large`, saying what is wrong with the file and what to do
 */
export type Adapter = (bytes: Uint8Array, name: string) => Promise<Blocks>

/** Where a record came from, and its words as printed, with lines separated by `\n`. */
export type Source = Omit<Place, 'box'> & {
  readonly box?: Box
  readonly text: string
  /** For our own sheets: the cell of each field of the record, `M12`. */
  readonly cells?: Readonly<Record<string, string>>
}

/** What every record tells about how it was read. */
export type Reading = {
  readonly source: Source
  /** How sure the reading is, 0 to 1. Below `sureFrom` a person must check. */
  readonly confidence: number
  /** What was mended or is doubtful, in Italian. */
  readonly warnings: readonly string[]
}

/** Records at least this sure may be accepted without checking each one. */
export const sureFrom = 0.8

/** The plan's entry for one action line. Texts are the plan's words with lines joined and hyphenation undone. */
export type ImportedEntry = Reading & {
  /** As in the edition; only a guess when `confidence` is low. */
  readonly code: string
  readonly codeAsPrinted: string | null
  /** `4.1` */
  readonly objective: string | null
  /** `RA4.1.4` */
  readonly expectedResult: string | null
  /** As printed: `Continuativa`, `Da marzo 2024`. */
  readonly timing: string | null
  readonly officialText: string | null
  readonly activity: string | null
  /** As printed; its canonical status is read by `values/status.ts`. */
  readonly status: string | null
  readonly responsible: readonly string[]
  readonly funding: readonly string[]
  readonly plannedDate: string | null
  readonly completedDate: string | null
  readonly notes: string | null
}

/** One of the body's own actions. */
export type ImportedInitiative = Reading & {
  readonly priority: number | null
  readonly title: string
  readonly steps: readonly string[]
  readonly responsible: readonly string[]
  readonly timing: string | null
  readonly expectedResults: readonly string[]
}

/** A short-term objective of an office. */
export type ImportedObjective = Reading & {
  readonly office: string | null
  readonly objective: string
  readonly plannedDate: string | null
  readonly resources: string | null
  readonly responsible: readonly string[]
}

/** A PNRR measure. */
export type ImportedFunding = Reading & {
  /** `1.4.1` */
  readonly measure: string
  readonly title: string | null
  readonly year: number | null
  /** Euro. */
  readonly amount: number | null
  readonly progress: string | null
  readonly certification: string | null
  readonly payment: string | null
}

/** ICT spending of a year, in euro. */
export type ImportedSpending = Reading & {
  readonly year: number
  readonly amount: number
  readonly kind: 'actual' | 'forecast'
}

/** A measured value with its unit: `18 servizi`. */
export type ImportedIndicator = Reading & {
  readonly name: string
  readonly value: number
  readonly unit: string | null
  /** `2022`, `2024-11`, `2024-11-30` */
  readonly date: string | null
}

export type ImportedTerm = Reading & { readonly acronym: string; readonly meaning: string }

/** The plan's text in a national chapter, before and between the lines. */
export type ImportedNarrative = Reading & { readonly chapter: number; readonly markdown: string }

/** What the file says about itself. */
export type DocumentHead = {
  readonly administration: string | null
  /** `2025-2027` */
  readonly triennium: Triennium | null
  /** An edition of the catalogue: `2024-2026`. */
  readonly edition: string | null
}

/** The import contract: what `timone import FILE --json` prints. Absent cells are null or an empty list. */
export type ImportedPlan = {
  readonly document: DocumentHead
  readonly entries: readonly ImportedEntry[]
  readonly initiatives: readonly ImportedInitiative[]
  readonly ownObjectives: readonly ImportedObjective[]
  readonly funding: readonly ImportedFunding[]
  readonly spending: readonly ImportedSpending[]
  readonly indicators: readonly ImportedIndicator[]
  readonly glossary: readonly ImportedTerm[]
  readonly narrative: readonly ImportedNarrative[]
  /** Warnings about the whole file, in Italian. */
  readonly warnings: readonly string[]
  /** Only for our own files: their exact contents by body. The lists above have the same in the contract's form. */
  readonly exact?: readonly ExactPlan[]
}

/** The parts of a plan that a file can hold, by their name in the profile. */
export const recordKinds = [
  'title',
  'entry',
  'choice',
  'initiative',
  'ownObjective',
  'funding',
  'spending',
  'narrative',
  'facts',
  'office',
  'role',
] as const
export type RecordKind = (typeof recordKinds)[number]

/**
 * The fields of an `Entry`, an `Initiative`, a `FundingProject`, a `Spending`, or a text (`part`, `markdown`), as read
 * and not yet checked: the profile's schema says whether they can be stored.
 */
export type PlanRecord = Readonly<Record<string, unknown>>

/** A record of one of our own files. */
export type ExactRecord = Reading & {
  readonly kind: RecordKind
  readonly record: PlanRecord
  /** The fields that the file can say anything of: what the record lacks of them is not in the file any more. */
  readonly carries: readonly string[]
}

/** What one of our own files holds about a body, as Timone wrote it or as somebody changed it since. */
export type ExactPlan = {
  /** The code is cadastral for a municipality, IPA for others. */
  readonly administration: { readonly name: string; readonly code: string }
  readonly triennium: Triennium | null
  readonly edition: string | null
  readonly records: readonly ExactRecord[]
}
