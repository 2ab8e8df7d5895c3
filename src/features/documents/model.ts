// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Triennium } from '../../kernel/ids.ts'
import type { Act } from '../administrations/index.ts'

/**
 * The document model: a plan as plain data, ready to be written in any format. `build-document.ts` builds it once; each
 * format has a writer that reads it. Writers know no database, no profile and no Markdown.
 */

/** Text with emphasis inside a line. Links are http, https or mailto only. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' }

/** A column of a table: its heading and its share of the width (shares are relative to each other). */
export type Column = { readonly heading: string; readonly width: number; readonly align?: 'start' | 'end' }

/** A cell: blocks, so that a Markdown activity may live in it. Tables do not nest. */
export type Cell = readonly Block[]

/**
 * A table with a header row. `fiche` is the two-column card of one line (field, value) whose first column holds row
 * headers; `grid` is any other. The caption is its accessible name; `id` is unique in the document.
 */
export type Table = {
  readonly kind: 'table'
  readonly id: string
  readonly layout: 'fiche' | 'grid'
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A chart: the same SVG in every format, what it says in words, and its data as a table. */
export type Figure = {
  readonly kind: 'figure'
  readonly id: string
  readonly caption: string
  readonly alternative: string
  /** A whole SVG document in Titillium Web, with width, height and viewBox. */
  readonly svg: string
  /** Size in the SVG's own units. */
  readonly width: number
  readonly height: number
  readonly data: Table
}

/** A piece of a section or a cell. */
export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'callout'; readonly title: string; readonly blocks: readonly Block[] }
  | Table
  | Figure

/** A titled part; its heading level is its depth, so that no level can be skipped. `id` is unique, a slug. */
export type Section = {
  readonly id: string
  readonly title: string
  /** Starts on a new page in paged formats. */
  readonly newPage?: boolean
  /** On landscape pages of its own in paged formats, for wide tables. */
  readonly landscape?: boolean
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

/** What every format writes into its file properties. */
export type DocumentMetadata = {
  readonly title: string
  /** The body's name; the author in the properties. */
  readonly administration: string
  readonly triennium: Triennium
  readonly edition: string
  readonly language: 'it'
  readonly keywords: readonly string[]
  readonly description: string
  /** `yyyy-mm-dd`; the only date in a document, so that the same plan gives the same bytes. */
  readonly date: string
  /** SHA-256, hex, of the plan's canonical JSON. */
  readonly planHash: string
}

/** The first page. */
export type Cover = {
  /** Above the title: the body. */
  readonly administration: string
  readonly title: string
  /** Empty where the title says it all. */
  readonly subtitle: string
  /** `BOZZA`, on the cover and on every page; absent from what is approved, and from documents that are not plans. */
  readonly draft?: string
  /** Facts under the title: label and value. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  /** A warning printed on the cover, e.g. that contents are a demonstration. */
  readonly notice?: string
}

/** A whole document. Each writer makes the table of contents from the sections. */
export type DocumentModel = {
  readonly metadata: DocumentMetadata
  readonly cover: Cover
  readonly sections: readonly Section[]
}

/** Something mended on the way to a format, and where: `Capitolo 3 › CAP3.PA.07 › Attività`. */
export type Mending = { readonly place: string; readonly what: string }

export const formats = ['pdf', 'docx', 'odt', 'html', 'xlsx', 'csv', 'ics', 'json'] as const
export type Format = (typeof formats)[number]

/** How the lines are printed: as one card for each line, or as one table for each chapter. */
export const layouts = ['fiches', 'tables'] as const
export type Layout = (typeof layouts)[number]

/** Where lines that do not apply are printed: in one annex, or among the others. */
export type InapplicablePlace = 'annex' | 'inline'

/** The choices of the person who asks for a document. */
export type DocumentOptions = {
  readonly layout: Layout
  readonly inapplicable: InapplicablePlace
  /** `yyyy-mm-dd`: printed on the cover and used to say what is late. */
  readonly today: string
  /** The approved version and its act; absent: the plan as it is being written, which says that it is a draft. */
  readonly approval?: { readonly version: number; readonly act: Act }
}

/** A finished file of one format. `pages` for paged formats, `rows` for sheets and calendars. */
export type WrittenDocument = {
  readonly format: Format
  readonly bytes: Uint8Array
  readonly pages?: number
  readonly rows?: number
}
