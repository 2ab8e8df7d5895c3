// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Block, Table } from '../model.ts'
import { picture } from './figures.ts'
import { codeLines, inlines, words } from './inlines.ts'
import type { ParagraphStyle } from './style.ts'
import { table } from './tables.ts'
import { automaticStyle, type Writing } from './writing.ts'
import { element, type Xml } from './xml.ts'

/** Where a block is: the style of its paragraphs, and how many lists surround it. */
type Place = { readonly style: ParagraphStyle; readonly align: 'start' | 'end'; readonly depth: number }

/** The blocks of a section, as the text of a document. */
export const body = (items: readonly Block[], writing: Writing): Xml[] =>
  blocks(items, { style: 'Text_20_body', align: 'start', depth: 0 }, writing)

const blocks = (items: readonly Block[], place: Place, writing: Writing): Xml[] =>
  items.flatMap((item) => block(item, place, writing))

/** Like `blocks`, but never empty: table cells and list items must hold a paragraph. */
function filled(items: readonly Block[], place: Place, writing: Writing): Xml[] {
  const content = blocks(items, place, writing)
  return content.length === 0 ? [paragraph([], place, writing)] : content
}

function block(item: Block, place: Place, writing: Writing): Xml[] {
  switch (item.kind) {
    case 'paragraph':
      return [paragraph(inlines(item.content), place, writing)]
    case 'code':
      return [paragraph(codeLines(item.text), { ...place, style: 'Preformatted_20_Text' }, writing)]
    case 'quote':
      return blocks(item.blocks, { ...place, style: 'Quotations' }, writing)
    case 'callout': {
      const title = paragraph(words(item.title), { ...place, style: 'Callout_20_Title' }, writing)
      return [title, ...blocks(item.blocks, { ...place, style: 'Callout' }, writing)]
    }
    case 'list': {
      const inside = { ...place, depth: place.depth + 1 }
      const items = item.items.map((content) => element('text:list-item', {}, filled(content, inside, writing)))
      const list = element('text:list', { 'text:style-name': item.ordered ? 'Numbered' : 'Bulleted' }, items)
      const tables = place.depth === 0 ? blocks(tablesIn(item), place, writing) : []
      return [list, ...tables]
    }
    case 'table':
      if (place.depth > 0) return []
      return table(item, writing, (cell, style, align) => filled(cell, { style, align, depth: 0 }, writing))
    case 'figure':
      return [picture(item, writing), ...block(item.data, place, writing)]
    default:
      return item satisfies never
  }
}

/** The tables inside a list. The format allows none there, so they come after the outermost list. */
function tablesIn(item: Block): Table[] {
  switch (item.kind) {
    case 'list':
      return item.items.flat().flatMap(tablesIn)
    case 'quote':
    case 'callout':
      return item.blocks.flatMap(tablesIn)
    case 'table':
      return [item]
    case 'figure':
      return [item.data]
    default:
      return []
  }
}

function paragraph(content: readonly Xml[], { style, align }: Place, writing: Writing): Xml {
  return element('text:p', { 'text:style-name': align === 'end' ? endAligned(style, writing) : style }, content)
}

const endAligned = (style: ParagraphStyle, writing: Writing): string =>
  automaticStyle(writing, 'paragraph', `${style}_End`, { 'style:parent-style-name': style }, { 'fo:text-align': 'end' })
