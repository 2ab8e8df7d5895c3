// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Block } from '../model.ts'
import { findCodes, readObjective, startsWithReference } from '../values/codes.ts'
import { likeness } from '../values/likeness.ts'

/** The place of a block in the plan. */
export type Section = {
  /** The national chapter that the text is in. */
  readonly chapter?: number
  /** `4.1`: the objective of the last heading. */
  readonly objective?: string
}

/** A chapter of the national plan. */
export type ChapterTitle = { readonly number: number; readonly title: string }

const numbering = String.raw`^\s*(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?`
const chapterHeading = new RegExp(
  String.raw`${numbering}(?:capitolo|cap\.)\s*(\d)\b\s*[.:–—-]?\s*(?=\p{Lu})(.*)$`,
  'iu',
)
const otherPart = new RegExp(
  String.raw`${numbering}(?:parte|allegato|appendice|sezione|titolo|priorità)\s+(?:[\divx]+|[a-z])\b`,
  'i',
)
const longestHeading = 200
const longestTitle = 120

/** True for a paragraph that looks like a heading: in capitals, or named like a part of a plan. */
export function isHeading(text: string): boolean {
  const trimmed = text.trim()
  if (findCodes(trimmed).length > 0) return false
  const letters = trimmed.replace(/[^\p{L}]/gu, '')
  const shouted = letters.length > 2 && letters === letters.toUpperCase() && trimmed.length < longestHeading
  return shouted || chapterHeading.test(trimmed) || otherPart.test(trimmed)
}

/** The text of a paragraph, its lines joined by blanks; empty for a table. */
export const paragraphText = (block: Block): string =>
  block.kind === 'table'
    ? ''
    : block.lines
        .map(({ text }) => text.trim())
        .join(' ')
        .trim()

/**
 * The section of every block: headings open and close chapters and objectives.
 * @param titles the titles of the edition's chapters, when known: a heading with such a title opens the chapter
 * whatever its number; one with the number and a very different title does not
 */
export function outline(blocks: readonly Block[], titles: readonly ChapterTitle[] = []): readonly Section[] {
  let current: Section = {}
  return blocks.map((block) => {
    const text = paragraphText(block)
    if (text === '' || text.length > longestHeading) return current
    const chapter = readChapter(text, titles)
    if (chapter !== undefined) current = chapter === 'other' ? {} : { chapter }
    else if (otherPart.test(text) && text.length < longestTitle) current = {}
    else if (startsWithReference(text)) {
      const objective = readObjective(text)
      if (objective !== undefined) current = { ...current, objective }
    } else if (isHeading(text)) current = current.chapter === undefined ? {} : { chapter: current.chapter }
    return current
  })
}

/** The chapter that a heading opens; `other` for a chapter of the body's own. */
function readChapter(text: string, titles: readonly ChapterTitle[]): number | 'other' | undefined {
  const [, number, title = ''] = chapterHeading.exec(text) ?? []
  const known = titles.find((chapter) => chapter.number === Number(number))
  if (number !== undefined && (known === undefined || likeness(title, known.title) >= 0.3))
    return titles.length > 0 && known === undefined ? 'other' : Number(number)
  const named =
    text.length < longestTitle && (number !== undefined || isHeading(text)) ? text.replace(/^[\s\d.]+/, '') : ''
  const same = titles.find(({ title }) => likeness(named, title) >= 0.8)
  return same?.number ?? (number === undefined ? undefined : 'other')
}
