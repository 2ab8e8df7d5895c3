// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VNode } from 'preact'
import { cellFromMarkdown, narrativeFromMarkdown } from '../markdown/narrative.ts'
import type { Section } from '../model.ts'
import { Blocks } from './blocks.tsx'

/**
 * Markdown as people wrote it → elements of a page, as it is printed: in a cell, without headings and tables, or as a
 * text of its own. No HTML of theirs passes.
 */
export const richText = (markdown: string, place: 'cell' | 'text' = 'cell'): VNode => {
  if (place === 'cell') return <Blocks blocks={cellFromMarkdown(markdown)} />
  const { blocks, sections } = narrativeFromMarkdown(markdown, 'anteprima-testo')
  return (
    <>
      <Blocks blocks={blocks} />
      {sections.map((section) => (
        <TextSection key={section.id} section={section} level={3} />
      ))}
    </>
  )
}

function TextSection({ section, level }: { readonly section: Section; readonly level: number }) {
  const Heading = `h${Math.min(level, 6)}` as 'h3'
  return (
    <>
      <Heading>{section.title}</Heading>
      <Blocks blocks={section.blocks} />
      {section.sections.map((inner) => (
        <TextSection key={inner.id} section={inner} level={level + 1} />
      ))}
    </>
  )
}
