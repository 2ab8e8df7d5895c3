// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Paragraph } from '../../model.ts'
import { around, toBox } from './extent.ts'
import type { Placed } from './placed.ts'
import { mendBrokenWords } from './soft-hyphens.ts'
import { halves, headingLevel, type TextStyle } from './text-style.ts'
import type { Line } from './words.ts'

/** A space above a line that is this much wider than the leading separates paragraphs. */
const widerLeading = 1.22
/** A heading has at most so many characters. */
const longestHeading = 300

const bullet = /^(?:[•●○◦▪▫■□–—*·➢➤✓✔-]|o(?=\s)|\(?[a-zA-Z\d]{1,2}[.)](?=\s))/u

/** Divides the lines of a column outside of tables into paragraphs, from top to bottom. */
export function layParagraphs(lines: readonly Line[], style: TextStyle, page: number): Placed<Paragraph>[] {
  const right = around(lines).x1
  const groups: [Line, ...Line[]][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group === undefined || begins(line, group, style, right)) groups.push([line])
    else group.push(line)
  }
  return groups.map((group) => toParagraph(group, style, page))
}

/** @param right where the column ends */
function begins(line: Line, group: readonly [Line, ...Line[]], style: TextStyle, right: number): boolean {
  const [first, second] = group
  const above = group.at(-1) ?? first
  if (halves(line.size) !== halves(above.size) || line.bold !== above.bold || bullet.test(line.text)) return true
  const leading = Math.min(
    second === undefined ? Infinity : second.baseline - first.baseline,
    style.leading * line.size,
  )
  const step = line.baseline - above.baseline
  if (step <= 0 || step > widerLeading * leading) return true
  const listed = bullet.test(first.text)
  const indent = line.x0 - (listed && second !== undefined ? second : above).x0
  if (listed ? second !== undefined && indent < -line.size / 2 : indent > line.size) return true
  return wasEnded(above, line, right)
}

/** True when the line above was ended on purpose: the next word would have fitted, and looks like a beginning. */
function wasEnded(above: Line, line: Line, right: number): boolean {
  const [word] = line.words
  if (word === undefined || above.x1 + 0.4 * line.size + (word.x1 - word.x0) > right) return false
  return /^[\p{Lu}\d"“«(]/u.test(word.text) || /[.;:!?]$/.test(above.text)
}

function toParagraph(group: readonly [Line, ...Line[]], style: TextStyle, page: number): Placed<Paragraph> {
  const length = group.reduce((sum, { text }) => sum + text.length, 0)
  const heading = length <= longestHeading && !bullet.test(group[0].text) ? headingLevel(group[0], style) : undefined
  const texts = mendBrokenWords(group.map(({ text }) => text))
  const lines = group.flatMap((line, at) => {
    const text = texts[at] ?? ''
    return text === '' ? [] : [{ text, place: { page, box: toBox(line) } }]
  })
  return { block: { kind: 'paragraph', lines, ...(heading !== undefined && { heading }) }, extent: around(group) }
}
