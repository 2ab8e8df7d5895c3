// SPDX-License-Identifier: AGPL-3.0-or-later
import { inlineText } from '../markdown/inlines.ts'
import type { Block, Section } from '../model.ts'

/** The words of a block in reading order, without emphasis and addresses. Each block and each cell is a line. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return inlineText(block.content)
    case 'code':
      return block.text
    case 'list':
      return block.items.flat().map(blockText).join('\n')
    case 'quote':
      return block.blocks.map(blockText).join('\n')
    case 'callout':
      return [block.title, ...block.blocks.map(blockText)].join('\n')
    case 'table': {
      const headings = block.columns.map(({ heading }) => heading)
      return [block.caption, ...headings, ...block.rows.flat(2).map(blockText)].join('\n')
    }
    case 'figure':
      return [block.caption, block.alternative, blockText(block.data)].join('\n')
  }
}

/** The words of sections and their sub-sections, in reading order. */
export const sectionsText = (sections: readonly Section[]): string =>
  sections
    .flatMap(({ title, blocks, sections: inner }) => [title, ...blocks.map(blockText), sectionsText(inner)])
    .join('\n')
