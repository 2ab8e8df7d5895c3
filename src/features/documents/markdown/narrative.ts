// SPDX-License-Identifier: AGPL-3.0-or-later
import { slug } from '../../../kernel/text.ts'
import type { Block, Section } from '../model.ts'
import { type Heading, headingAsParagraph, tableAsList, tableAsTable, toBlocks } from './blocks.ts'
import { inlineText } from './inlines.ts'
import { parseMarkdown } from './parse-markdown.ts'

/** The deepest sub-section of a narrative; deeper headings become bold paragraphs. */
const maxDepth = 2

/** A longer heading is really a paragraph. */
const maxTitle = 160

/** Markdown → blocks of a table cell: no sections, no tables. */
export const cellFromMarkdown = (source: string): readonly Block[] =>
  toBlocks(parseMarkdown(source), tableAsList).map(headingAsParagraph)

/**
 * Markdown → the blocks and sub-sections of a section. A heading opens a sub-section at most one level below the
 * present one, whatever its own level, so that no level is skipped.
 * @param id of the section that will hold them; ids below it begin with it.
 */
export function narrativeFromMarkdown(source: string, id: string): Pick<Section, 'blocks' | 'sections'> {
  let count = 0
  const nextId = (name: string): string => {
    count += 1
    return `${id}-${count}-${name}`
  }
  const root: Draft = { level: 0, blocks: [], sections: [] }
  const open = [root]

  const blocks = toBlocks(parseMarkdown(source), (header, rows) => tableAsTable(nextId('tabella'), header, rows))
  for (const block of blocks) {
    if (block.kind === 'heading' && opensSection(block)) {
      while (open.length > 1 && (open.at(-1)?.level ?? 0) >= block.level) open.pop()
      if (open.length <= maxDepth) {
        const title = inlineText(block.content).replace(/\s+/g, ' ').trim()
        const section = { id: nextId(slug(title).slice(0, 40)), title, level: block.level, blocks: [], sections: [] }
        open.at(-1)?.sections.push(section)
        open.push(section)
        continue
      }
    }
    open.at(-1)?.blocks.push(headingAsParagraph(block))
  }
  return { blocks: root.blocks, sections: root.sections.map(finish) }
}

/** A section while it is being filled. `level` is the heading's level in the source. */
type Draft = { readonly level: number; readonly blocks: Block[]; readonly sections: TitledDraft[] }
type TitledDraft = Draft & { readonly id: string; readonly title: string }

const finish = ({ id, title, blocks, sections }: TitledDraft): Section => ({
  id,
  title,
  blocks,
  sections: sections.map(finish),
})

const opensSection = ({ content }: Heading): boolean => inlineText(content).length <= maxTitle
