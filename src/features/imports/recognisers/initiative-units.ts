// SPDX-License-Identifier: AGPL-3.0-or-later
import { joinLines, type Lexicon } from '../layout/join-lines.ts'
import { readLabel } from '../layout/labelled-lines.ts'
import { isHeading } from '../layout/outline.ts'
import type { Block, TextLine } from '../model.ts'
import type { Field } from '../reading/vocabulary.ts'
import { isListItem, withoutBullet } from '../values/lists.ts'

/** A piece of running text: a heading, one or more sentences, an item of a list, or a label with the text beside it. */
export type Unit = {
  readonly kind: 'heading' | 'text' | 'item' | 'label'
  readonly field?: Field
  readonly text: string
  readonly block: Block
  readonly line: TextLine
}

const labelled: readonly Field[] = ['responsible', 'timing', 'plannedDate', 'expectedResults']

/** Divides blocks into units, without Markdown's marks. */
export const unitsOf = (blocks: readonly Block[], lexicon: Lexicon): readonly Unit[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'table') return []
    const groups: { kind: Unit['kind']; field?: Field; lines: TextLine[]; texts: string[] }[] = []
    for (const line of block.lines) {
      const text = withoutMarkdown(line.text)
      const label = isListItem(text) ? undefined : readLabel([text])
      const current = groups.at(-1)
      const field = labelled.find((wanted) => wanted === label?.field)
      if (label?.colon === true && field !== undefined)
        groups.push({ kind: 'label', field, lines: [line], texts: [label.value] })
      else if (isListItem(text)) groups.push({ kind: 'item', lines: [line], texts: [withoutBullet(text)] })
      else if (current === undefined || current.kind === 'label')
        groups.push({ kind: 'text', lines: [line], texts: [text] })
      else {
        current.lines.push(line)
        current.texts.push(text)
      }
    }
    return groups.flatMap(({ kind, lines, texts, ...rest }): readonly Unit[] => {
      const [line] = lines
      const text = texts.length === 1 ? (texts[0] ?? '') : joinLines(texts, lexicon)
      if (line === undefined || (text.trim() === '' && kind !== 'label')) return []
      return [{ ...rest, kind: kind === 'text' && isHeading(text) ? 'heading' : kind, text: text.trim(), block, line }]
    })
  })

const withoutMarkdown = (text: string): string =>
  text
    .replace(/<\/?(?:p|span|div|u|b|i|strong|em)\b[^>]{0,500}>/gi, '')
    .replace(/\[([^\][]{1,500})\]\([^()]{0,500}\)/g, '$1')
    .replace(/<(https?:[^<>]{0,500})>/g, '$1')
    .replace(/\*\*|__|^#+\s*/g, '')
    .replace(/(^|[\s(])\*(?=\S)([^*]{1,1000})\*/g, '$1$2')
    .replace(/(:\s)\*(?=\S)([^*]*)$/, '$1$2')
