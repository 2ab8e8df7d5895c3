// SPDX-License-Identifier: AGPL-3.0-or-later
import { joinLines, type Lexicon } from '../layout/join-lines.ts'
import { type ChapterTitle, isHeading, outline, paragraphText } from '../layout/outline.ts'
import { goesOn, isFinished } from '../layout/sentences.ts'
import type { Block, ImportedNarrative, Source } from '../model.ts'
import { isListItem, withoutBullet } from '../values/lists.ts'
import type { SectionedBlock } from './recogniser.ts'

/** The most Markdown that a plan keeps for a chapter. */
const longest = 20_000
const numbered = /^\s*\d{1,2}(?:\.\d{1,2})+\.?\s+(?=\p{Lu})/u

/**
 * The plan's text in each national chapter, as Markdown: the paragraphs, lists and headings that no other recogniser
 * took.
 * @param blocks all blocks of the document
 * @param rest the blocks that are left
 */
export function readNarrative(
  blocks: readonly Block[],
  rest: readonly SectionedBlock[],
  titles: readonly ChapterTitle[],
  lexicon: Lexicon,
): readonly ImportedNarrative[] {
  const sections = outline(blocks, titles)
  const chapterOf = new Map(blocks.map((block, index) => [block, sections[index]?.chapter]))
  const isText = (block: Block) => block.kind === 'paragraph' && paragraphText(block) !== ''
  const texts = rest.map(({ block }) => block).filter((block) => isText(block) && chapterOf.get(block) !== undefined)
  return [...Map.groupBy(texts, (block) => chapterOf.get(block) ?? 0)]
    .sort(([a], [b]) => a - b)
    .flatMap(([chapter, blocks]) => {
      const [, ...body] = toMarkdown(blocks, lexicon)
      const kept = cut(body)
      const warnings =
        kept.length < body.length ? ['il testo del capitolo è lungo: ne è stata presa la prima parte'] : []
      return kept.some((part) => !part.startsWith('#'))
        ? [{ chapter, markdown: kept.join('\n\n'), source: sourceOf(blocks), confidence: 0.8, warnings }]
        : []
    })
}

/** Paragraphs, lists and headings. Paragraphs divided by a page or by loose lines are joined. */
function toMarkdown(blocks: readonly Block[], lexicon: Lexicon): readonly string[] {
  const parts: { kind: 'heading' | 'list' | 'text'; lines: string[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'table') continue
    const text = paragraphText(block)
    const heading = block.heading !== undefined || isHeading(text) || (numbered.test(text) && text.length < 120)
    for (const [index, { text: line }] of block.lines.entries()) {
      const last = parts.at(-1)
      const item = isListItem(line)
      const goes = last !== undefined && last.kind !== 'heading' && !item && !heading
      if (goes && (index > 0 || (goesOn(line) && !isFinished(last.lines.at(-1) ?? '')))) last.lines.push(line)
      else if (index > 0 && heading) last?.lines.push(line)
      else
        parts.push({
          kind: heading ? 'heading' : item ? 'list' : 'text',
          lines: [item && !heading ? withoutBullet(line) : line],
        })
    }
  }
  return parts.map(
    ({ kind, lines }) => `${kind === 'heading' ? '### ' : kind === 'list' ? '- ' : ''}${joinLines(lines, lexicon)}`,
  )
}

function cut(parts: readonly string[]): readonly string[] {
  const kept: string[] = []
  let length = 0
  for (const part of parts) {
    length += part.length + 2
    if (length > longest) break
    kept.push(part)
  }
  return kept
}

const sourceOf = (blocks: readonly Block[]): Source => {
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.lines : []))
  return { ...lines[0]?.place, text: lines.map(({ text }) => text.trim()).join('\n') }
}
