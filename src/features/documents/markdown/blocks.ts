// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Token } from 'markdown-it'
import { text } from '../content/content.ts'
import { fitColumns } from '../layout/fit-columns.ts'
import type { Block, Column, Inline, Table } from '../model.ts'
import { inlineText, toInlines } from './inlines.ts'

/** A heading of the source, before it becomes something else. */
export type Heading = { readonly kind: 'heading'; readonly level: number; readonly content: readonly Inline[] }

/** Turns a table's header and rows into blocks. */
export type TablePrinter = (header: readonly TableCell[], rows: readonly (readonly TableCell[])[]) => Block

export type TableCell = { readonly content: readonly Inline[]; readonly align?: Column['align'] }

/** Block tokens → blocks in order. Headings outside lists and quotes stay headings for now. */
export function toBlocks(tokens: readonly Token[], printTable: TablePrinter): readonly (Block | Heading)[] {
  let position = 0

  /** Reads siblings up to the token that closes their parent. */
  const siblings = (): (Block | Heading)[] => {
    const blocks: (Block | Heading)[] = []
    for (let token = tokens[position]; token !== undefined && token.nesting !== -1; token = tokens[position]) {
      position += 1
      const read = block(token)
      if (token.nesting === 1) position += 1
      blocks.push(...read)
    }
    return blocks
  }

  const block = (token: Token): readonly (Block | Heading)[] => {
    switch (token.type) {
      case 'paragraph_open':
        return paragraph(inline())
      case 'heading_open': {
        const content = inline()
        return content.length === 0 ? [] : [{ kind: 'heading', level: Number(token.tag.slice(1)), content }]
      }
      case 'bullet_list_open':
        return [{ kind: 'list', ordered: false, items: items().map(({ blocks }) => blocks) }]
      case 'ordered_list_open':
        return numberedList(items())
      case 'blockquote_open':
        return [{ kind: 'quote', blocks: siblings().map(headingAsParagraph) }]
      case 'table_open':
        return [table()]
      case 'fence':
        return [{ kind: 'code', text: [token.info, token.content.trimEnd()].filter(Boolean).join('\n') }]
      default:
        return []
    }
  }

  const inline = (): readonly Inline[] => {
    const token = tokens[position]
    position += 1
    return toInlines(token?.children ?? [])
  }

  const items = (): Item[] => {
    const read: Item[] = []
    for (let token = tokens[position]; token?.type === 'list_item_open'; token = tokens[position]) {
      position += 1
      read.push({ marker: token.info + token.markup, blocks: siblings().map(headingAsParagraph) })
      position += 1
    }
    return read
  }

  const table = (): Block => {
    const rows: TableCell[][] = []
    for (let token = tokens[position]; token?.type !== 'table_close'; token = tokens[position]) {
      position += 1
      if (token?.type === 'tr_open') rows.push([])
      if (token?.type === 'th_open' || token?.type === 'td_open') {
        const end = String(token.attrGet('style') ?? '').endsWith('right')
        rows.at(-1)?.push({ content: inline(), ...(end && { align: 'end' }) })
      }
    }
    const [header = [], ...body] = rows
    return printTable(header, body)
  }

  return siblings()
}

type Item = { readonly marker: string; readonly blocks: readonly Block[] }

/**
 * An ordered list prints its own numbers, from 1. Other numbers in the source (`2024. …`, `3. … 7. …`) mean something,
 * so they stay, in paragraphs.
 */
function numberedList(items: readonly Item[]): readonly Block[] {
  const numbers = items.map(({ marker }) => Number.parseInt(marker, 10))
  if (numbers.every((number, index) => number === index + 1) || numbers.every((number) => number === 1)) {
    return [{ kind: 'list', ordered: true, items: items.map(({ blocks }) => blocks) }]
  }
  return items.flatMap(({ marker, blocks: [first, ...rest] }): readonly Block[] => {
    if (first?.kind === 'paragraph') return [...paragraph([text(`${marker} `), ...first.content]), ...rest]
    return [...paragraph([text(marker)]), ...(first ? [first] : []), ...rest]
  })
}

const paragraph = (content: readonly Inline[]): readonly Block[] =>
  content.length === 0 ? [] : [{ kind: 'paragraph', content }]

/** A heading becomes a bold paragraph where no section can begin. */
export const headingAsParagraph = (block: Block | Heading): Block =>
  block.kind === 'heading' ? { kind: 'paragraph', content: [{ kind: 'strong', children: block.content }] } : block

/** Inside a cell, where tables cannot nest: a list with one item for each row, each value after its heading. */
export const tableAsList: TablePrinter = (header, rows) => ({
  kind: 'list',
  ordered: false,
  items: (rows.length === 0 ? [header] : rows).map((row) => [
    {
      kind: 'paragraph',
      content: row.flatMap(({ content }, index): Inline[] => {
        const heading = rows.length === 0 ? '' : inlineText(header[index]?.content ?? [])
        const label = heading === '' ? [] : [text(`${heading}: `)]
        return [...(index === 0 ? [] : [text('; ')]), ...label, ...content]
      }),
    },
  ]),
})

/** In running text: a table named by its headings. Columns are as wide as their longest cell asks. */
export const tableAsTable = (
  id: string,
  header: readonly TableCell[],
  rows: readonly (readonly TableCell[])[],
): Table => {
  const cells = rows.map((row) => row.map(({ content }) => paragraph(content)))
  const headings = header.map(({ content }, index) => inlineText(content).trim() || `Colonna ${index + 1}`)
  const columns = headings.map((heading, index): Column => {
    const lengths = rows.map((row) => inlineText(row[index]?.content ?? []).length)
    const align = header[index]?.align
    return { heading, width: Math.min(40, Math.max(10, heading.length, ...lengths)), ...(align && { align }) }
  })
  return {
    kind: 'table',
    id,
    layout: 'grid',
    caption: `Tabella: ${headings.join(', ')}`,
    columns: fitColumns(columns, cells),
    rows: cells,
  }
}
