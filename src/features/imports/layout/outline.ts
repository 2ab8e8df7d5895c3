// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Block } from '../model.ts'
import { findCodes, readObjective, startsWithReference } from '../values/codes.ts'

/** Where a block stands in the plan. */
export type Section = {
  /** The national chapter that the text is in, as the plan numbers it. */
  readonly chapter?: number
  /** `4.1`: the objective whose heading was the last. */
  readonly objective?: string
}

const chapterHeading = /^\s*(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?:capitolo|cap\.)\s*(\d)\b\s*[.:–—-]?\s*(?=\p{Lu})/iu
const otherPart =
  /^\s*(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?:parte|allegato|appendice|sezione|titolo|priorità)\s+(?:[\divx]+|[a-z])\b/i

/** A heading by its looks: all capitals, or named as the parts of a plan are. */
export function isHeading(text: string): boolean {
  const trimmed = text.trim()
  if (findCodes(trimmed).length > 0) return false
  const letters = trimmed.replace(/[^\p{L}]/gu, '')
  const shouted = letters.length > 2 && letters === letters.toUpperCase() && trimmed.length < 200
  return shouted || chapterHeading.test(trimmed) || otherPart.test(trimmed)
}

/** The text of a paragraph, its lines joined by blanks. */
export const paragraphText = (block: Block): string =>
  block.kind === 'paragraph'
    ? block.lines
        .map(({ text }) => text.trim())
        .join(' ')
        .trim()
    : ''

/** The section of every block: headings open and close chapters and objectives. */
export function outline(blocks: readonly Block[]): readonly Section[] {
  let current: Section = {}
  return blocks.map((block) => {
    const text = paragraphText(block)
    const chapter = chapterHeading.exec(text)?.[1]
    if (chapter !== undefined && text.length < 200) current = { chapter: Number(chapter) }
    else if (otherPart.test(text) && isShort(text)) current = {}
    else if (/^\s*\d{1,2}\.\s+[\p{Lu}\s]{4,}$/u.test(text))
      current = current.chapter === undefined ? {} : { chapter: current.chapter }
    else if (startsWithReference(text)) {
      const objective = readObjective(text)
      if (objective !== undefined) current = { ...current, objective }
    }
    return current
  })
}

const isShort = (text: string): boolean => text.length < 120
