// SPDX-License-Identifier: AGPL-3.0-or-later
import { append } from '../../../kernel/lists.ts'
import { fold } from '../../../kernel/text.ts'
import type { Block } from '../model.ts'

const folio = /\bpag(?:ina|\.)?\s*\d{1,4}(?:\s*(?:di|a|\/|su)\s*\d{1,4})?\b/i
const loneNumber = /^\s*[-–—]?\s*(\d{1,3})\s*[-–—]?\s*$/
const link = /^\s*https?:\/\/\S+\s*$/
const longestFurniture = 120

/**
 * Drops what pages repeat: their numbers (`Pagina 7 di 69 …`, numbers alone that grow), the headers and footers around
 * them, and paragraphs of bare web addresses that conversions leave at the foot. A line is a running header when, apart
 * from its digits, it is at the edge of three pages and nowhere else, or beside page numbers twice.
 */
export function dropFurniture(blocks: readonly Block[]): readonly Block[] {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
  const repeated = runningHeaders(paragraphs)
  const numbers = pageNumbers(paragraphs)
  const kept = blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'table') return [block]
    if (numbers.has(block) || block.lines.every(({ text }) => link.test(text))) return []
    const lines = block.lines.filter(({ text }) => !isFolio(text) && !repeated.has(signature(text)))
    return lines.length === 0 ? [] : [lines.length === block.lines.length ? block : { ...block, lines }]
  })
  return withoutFiller(kept)
}

/** Drops long runs of blank lines, which only fill pages: empty cells leave one or two. */
function withoutFiller(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = []
  let run: Block[] = []
  for (const block of [...blocks, undefined]) {
    if (block?.kind === 'paragraph' && block.lines.every(({ text }) => text.trim() === '')) run.push(block)
    else {
      if (run.length < fillerFrom) append(kept, run)
      if (block !== undefined) kept.push(block)
      run = []
    }
  }
  return kept
}

const fillerFrom = 4

/** At least two paragraphs that consist of a number, each greater than the one before. */
function pageNumbers(paragraphs: readonly Paragraph[]): ReadonlySet<Block> {
  const numbers = paragraphs.flatMap((block) => {
    const number = block.lines.length === 1 ? loneNumber.exec(block.lines[0]?.text ?? '')?.[1] : undefined
    return number === undefined ? [] : [{ block, number: Number(number) }]
  })
  const growing = numbers.every(({ number }, index) => number > (numbers[index - 1]?.number ?? 0))
  return new Set(numbers.length >= 2 && growing ? numbers.map(({ block }) => block) : [])
}

const isFolio = (text: string): boolean => folio.test(text) && text.trim().length <= longestFurniture

/** A line without its digits: running headers differ only by the page number. */
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
    if (neighbours.some((other) => other?.lines.length === 1 && isFolio(other.lines[0]?.text ?? '')))
      known.besideFolio++
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
