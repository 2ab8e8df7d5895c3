// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../../kernel/text.ts'
import type { Block } from '../model.ts'

const folio = /\bpag(?:ina|\.)?\s*\d{1,4}(?:\s*(?:di|a|\/|su)\s*\d{1,4})?\b/i
const loneNumber = /^\s*[-–—]?\s*\d{1,4}\s*[-–—]?\s*$/
const loneLink = /^\s*https?:\/\/\S+\s*$/
const longestFurniture = 120

/**
 * Drops what pages repeat: their numbers (`Pagina 7 di 69 …`, a number alone), the headers and footers around them, and
 * lone web addresses that conversions leave at the foot. A line is a running header when, figures apart, it stands at the
 * edge of three pages and nowhere else, or beside page numbers twice.
 */
export function dropFurniture(blocks: readonly Block[]): readonly Block[] {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
  const repeated = runningHeaders(paragraphs)
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'table') return [block]
    const lines = block.lines.filter(
      ({ text }) => !isFolio(text) && !loneLink.test(text) && !repeated.has(signature(text)),
    )
    const isNumber = lines.length === 1 && loneNumber.test(lines[0]?.text ?? '')
    return lines.length === 0 || isNumber ? [] : [lines.length === block.lines.length ? block : { ...block, lines }]
  })
}

const isFolio = (text: string): boolean => folio.test(text) && text.trim().length <= longestFurniture

/** A line without its figures: running headers differ by the page number alone. */
const signature = (text: string): string => fold(text).replace(/\d+/g, '#')

type Paragraph = Extract<Block, { kind: 'paragraph' }>

function runningHeaders(paragraphs: readonly Paragraph[]): ReadonlySet<string> {
  const printed = paragraphs.filter(({ lines }) => lines.some(({ text }) => text.trim() !== ''))
  const seen = new Map<string, { pages: Set<number>; inside: number; besideFolio: number }>()
  for (const [index, { lines }] of printed.entries()) {
    const [line] = lines
    if (lines.length > 1 || line === undefined || line.text.trim().length > longestFurniture) continue
    const text = signature(line.text)
    if (text.length < 8) continue
    const known = seen.get(text) ?? { pages: new Set(), inside: 0, besideFolio: 0 }
    seen.set(text, known)
    const neighbours = [printed[index - 1], printed[index + 1]]
    if (neighbours.some((other) => other?.lines.length === 1 && isFolio(other.lines[0]?.text ?? ''))) known.besideFolio++
    const { page } = line.place
    if (page !== undefined && isAtEdge(printed, index, page)) known.pages.add(page)
    else known.inside++
  }
  return new Set(
    [...seen]
      .filter(([, { pages, inside, besideFolio }]) => (pages.size >= 3 && inside === 0) || besideFolio >= 2)
      .map(([text]) => text),
  )
}

/** The first or the last two paragraphs of a page. */
function isAtEdge(paragraphs: readonly Paragraph[], index: number, page: number): boolean {
  const pageAt = (at: number) => paragraphs[at]?.lines[0]?.place.page
  return pageAt(index - 2) !== page || pageAt(index + 2) !== page
}
