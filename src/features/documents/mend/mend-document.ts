// SPDX-License-Identifier: AGPL-3.0-or-later
import { blockText } from '../content/document-text.ts'
import type { Block, Cell, Cover, DocumentMetadata, DocumentModel, Inline, Mending, Section, Table } from '../model.ts'
import { mendText } from './mend-text.ts'

/**
 * Makes a document printable. Control characters, half characters and marks of writing direction are removed; Word's
 * bullets become «•»; a character without a glyph becomes the nearest one that has a glyph, or «□». Every change is
 * reported once, with its place.
 * @param canPrint true when the fonts have a glyph for a code point.
 */
export function mendDocument(
  model: DocumentModel,
  canPrint: (codePoint: number) => boolean,
): { readonly model: DocumentModel; readonly mendings: readonly Mending[] } {
  const counts = new Map<string, { mending: Mending; times: number }>()
  const pen: Pen = (value, place, lines) =>
    mendText(
      value,
      canPrint,
      (what) => {
        const mending = { place: place.join(' › '), what }
        const key = `${mending.place}\n${what}`
        counts.set(key, { mending, times: (counts.get(key)?.times ?? 0) + 1 })
      },
      lines,
    )
  const mended = {
    metadata: mendMetadata(model.metadata, pen),
    cover: mendCover(model.cover, pen),
    sections: model.sections.map((section) => mendSection(section, [], pen)),
  }
  const mendings = [...counts.values()].map(({ mending: { place, what }, times }) => ({
    place,
    what: times === 1 ? what : `${what} (${times} volte)`,
  }))
  return { model: mended, mendings }
}

type Place = readonly string[]

/** Mends one text at a place; `lines` when line ends mean something. */
type Pen = (text: string, place: Place, lines?: boolean) => string

const mendMetadata = (metadata: DocumentMetadata, pen: Pen): DocumentMetadata => {
  const place = ['Proprietà del documento']
  return {
    ...metadata,
    title: pen(metadata.title, place),
    administration: pen(metadata.administration, place),
    keywords: metadata.keywords.map((keyword) => pen(keyword, place)),
    description: pen(metadata.description, place),
  }
}

const mendCover = (cover: Cover, pen: Pen): Cover => {
  const place = ['Copertina']
  return {
    administration: pen(cover.administration, place),
    title: pen(cover.title, place),
    subtitle: pen(cover.subtitle, place),
    facts: cover.facts.map(([label, value]) => [pen(label, place), pen(value, place)]),
    ...(cover.draft !== undefined && { draft: cover.draft }),
    ...(cover.notice !== undefined && { notice: pen(cover.notice, place) }),
  }
}

function mendSection(section: Section, above: Place, pen: Pen): Section {
  const title = pen(section.title, [...above, 'titolo'])
  const place = [...above, shortName(title)]
  return {
    ...section,
    title,
    blocks: section.blocks.map((block) => mendBlock(block, place, pen)),
    sections: section.sections.map((inner) => mendSection(inner, place, pen)),
  }
}

function mendBlock(block: Block, place: Place, pen: Pen): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, content: block.content.map((inline) => mendInline(inline, place, pen)) }
    case 'list':
      return { ...block, items: block.items.map((item) => mendBlocks(item, place, pen)) }
    case 'quote':
      return { ...block, blocks: mendBlocks(block.blocks, place, pen) }
    case 'code':
      return { ...block, text: pen(block.text, place, true) }
    case 'callout':
      return { ...block, title: pen(block.title, place), blocks: mendBlocks(block.blocks, place, pen) }
    case 'table':
      return mendTable(block, place, pen)
    case 'figure': {
      const caption = pen(block.caption, place)
      return {
        ...block,
        caption,
        alternative: pen(block.alternative, [...place, caption]),
        svg: pen(block.svg, [...place, caption], true),
        data: mendTable(block.data, [...place, caption], pen),
      }
    }
  }
}

const mendBlocks = (blocks: Cell, place: Place, pen: Pen): Cell => blocks.map((block) => mendBlock(block, place, pen))

function mendInline(inline: Inline, place: Place, pen: Pen): Inline {
  if (inline.kind === 'break') return inline
  if ('text' in inline) return { ...inline, text: pen(inline.text, place) }
  return { ...inline, children: inline.children.map((child) => mendInline(child, place, pen)) }
}

/** A cell's place is its table, its row's first cell and, in a grid, its column. */
function mendTable(table: Table, above: Place, pen: Pen): Table {
  const caption = pen(table.caption, above)
  const place = [...above, caption]
  return {
    ...table,
    caption,
    columns: table.columns.map((column) => ({ ...column, heading: pen(column.heading, place) })),
    rows: table.rows.map((row) => {
      const name = rowName(row)
      return row.map((cell, index) => {
        const column = table.layout === 'grid' ? (table.columns[index]?.heading ?? '') : ''
        return mendBlocks(cell, [...place, name, column].filter(Boolean), pen)
      })
    }),
  }
}

/** The name of a row: the first words of its first cell, without characters that may need mending. */
const rowName = ([first = []]: readonly Cell[]): string =>
  first[0]
    ? blockText(first[0])
        .replace(/[^\p{L}\p{N}\p{P} ]/gu, '')
        .slice(0, 60)
    : ''

/** `Capitolo 3 – Servizi` → `Capitolo 3`. */
const shortName = (title: string): string => title.split(' – ')[0] ?? title
