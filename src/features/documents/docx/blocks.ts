// SPDX-License-Identifier: AGPL-3.0-or-later
import { AlignmentType, Paragraph, type ParagraphChild, type Table, TextRun } from 'docx'
import { xmlCharacters } from '../layout/xml-characters.ts'
import type { Block } from '../model.ts'
import { picture } from './figures.ts'
import { inlines } from './inlines.ts'
import { deepestLevel, listStep } from './measures.ts'
import { type ParagraphStyle, styleIndent } from './styles.ts'
import { table } from './tables.ts'
import type { Writing } from './writing.ts'

/** Where a block is. */
type Place = {
  readonly style: ParagraphStyle
  readonly align?: 'start' | 'end'
  /** How many lists surround it. */
  readonly depth: number
  /** Set when its first paragraph begins an item of this list. */
  readonly item?: { readonly ordered: boolean; readonly instance: number }
  /** True when a table or a box comes just before: the first paragraph keeps its distance. */
  readonly afterBox?: boolean
}

const boxes = new Set<Block['kind']>(['table', 'figure', 'callout', 'code'])
const spaceAfterBox = { before: 200 }

/** The blocks of a section, as paragraphs and tables of the document's body. */
export const body = (items: readonly Block[], writing: Writing): (Paragraph | Table)[] =>
  blocks(items, { style: 'Normal', depth: 0 }, writing)

function blocks(items: readonly Block[], place: Place, writing: Writing): (Paragraph | Table)[] {
  return items.flatMap((item, index) => block(item, index === 0 ? place : following(items[index - 1], place), writing))
}

/** The place of a block that is not the first. */
const following = (before: Block | undefined, { style, align = 'start', depth }: Place): Place => ({
  style,
  align,
  depth,
  afterBox: before !== undefined && boxes.has(before.kind),
})

/** Like `blocks`, but never empty: table cells and list items must hold a paragraph. */
function filled(items: readonly Block[], place: Place, writing: Writing): (Paragraph | Table)[] {
  const content = blocks(items, place, writing)
  return content.length === 0 ? [paragraph([], place)] : content
}

function block(item: Block, place: Place, writing: Writing): (Paragraph | Table)[] {
  switch (item.kind) {
    case 'paragraph':
      return [paragraph(inlines(item.content, writing), place)]
    case 'code':
      return [paragraph(lines(item.text), { ...place, style: 'CodeBlock' })]
    case 'quote':
      return blocks(item.blocks, { ...place, style: 'Quote' }, writing)
    case 'callout': {
      const title = paragraph([new TextRun(xmlCharacters(item.title))], { ...place, style: 'CalloutTitle' })
      return [title, ...blocks(item.blocks, { style: 'Callout', depth: place.depth }, writing)]
    }
    case 'list': {
      const instance = writing.next('list')
      return item.items.flatMap((blocksOfItem, index) => {
        const around = index === 0 ? place : following(undefined, place)
        const inside = { ...around, depth: place.depth + 1, item: { ordered: item.ordered, instance } }
        return filled(blocksOfItem, inside, writing)
      })
    }
    case 'table':
      return table(item, writing.textMillimetres, (cell, style, align) =>
        filled(cell, { style, align, depth: 0 }, writing),
      )
    case 'figure':
      return [picture(item, writing), ...block(item.data, place, writing)]
    default:
      return item satisfies never
  }
}

function paragraph(children: ParagraphChild[], { style, align, depth, item, afterBox }: Place): Paragraph {
  const level = Math.min(depth, deepestLevel) - 1
  const left = (styleIndent[style] ?? 0) + Math.min(depth, deepestLevel) * listStep
  return new Paragraph({
    style,
    children,
    ...(align === 'end' && { alignment: AlignmentType.END }),
    ...(depth > 0 && { indent: { left, hanging: item ? listStep : 0 } }),
    ...(item && {
      numbering: { reference: item.ordered ? 'numbered' : 'bulleted', instance: item.instance, level, custom: true },
    }),
    ...(afterBox && { spacing: spaceAfterBox }),
  })
}

const lines = (text: string): TextRun[] =>
  xmlCharacters(text)
    .split(/\r\n|\r|\n/)
    .map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) }))
