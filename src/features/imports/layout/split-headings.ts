// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Block } from '../model.ts'
import { isHeading } from './outline.ts'

/** Separates a heading from the text below it in the same paragraph. */
export const splitHeadings = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'table') return [block]
    const [first, second] = block.lines
    const isSplit = first !== undefined && second !== undefined && isHeading(first.text) && !isHeading(second.text)
    return isSplit
      ? [
          { ...block, lines: [first] },
          { ...block, lines: block.lines.slice(1) },
        ]
      : [block]
  })
