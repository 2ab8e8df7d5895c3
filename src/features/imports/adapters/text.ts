// SPDX-License-Identifier: AGPL-3.0-or-later

import { unreadableFile } from '../../../kernel/errors.ts'
import { largest } from '../../../kernel/lists.ts'
import type { Adapter, Block, Place, TextLine } from '../model.ts'
import { decodeText } from './decode-text.ts'
import { readDelimitedTable } from './delimited-table.ts'

/** Reads plain text and Markdown in UTF-8, UTF-16 with a byte order mark, or Windows-1252. */
export const readText: Adapter = async (bytes, name) => {
  const text = decodeText(bytes)
  if (/\u0000/.test(text)) {
    throw unreadableFile(
      name,
      'non è un testo',
      'indicare il documento con la sua estensione: .pdf, .docx, .odt, .xlsx',
    )
  }
  const lines = text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replaceAll('\u00a0', ' ')
    .split(/\r\n|\n|\r/)
  const blocks = toBlocks(lines)
  const pages = largest(blocks.map(({ lines: [line] }) => line?.place.page ?? 0))
  return { blocks: blocks.flatMap(tablesIn), warnings: [], ...(pages > 0 && { pages }) }
}

type Paragraph = Extract<Block, { kind: 'paragraph' }>

const printedPage = /\bpag(?:ina|\.)?\s*(\d{1,4})\s*(?:di|a|\/|su)\s*\d{1,4}\b/i
const bullet = /^\s(?:[•●○◦▪▫■–—*·o]|-)\s/

/**
 * Lines → paragraphs. An empty line separates them; a line of blanks is a paragraph of its own (the trace of an empty
 * cell); a page break begins a new one: a form feed, or its trace, a single blank at the beginning of a line right
 * after another.
 */
function toBlocks(lines: readonly string[]): readonly Paragraph[] {
  const paragraphs: TextLine[][] = []
  const paged = lines.some((line) => line.includes('\f') || printedPage.test(line))
  let page = 1
  let open = false
  for (const [index, raw] of lines.entries()) {
    const isBreak = raw.startsWith('\f') || (open && /^ \S/.test(raw) && !bullet.test(raw))
    if (isBreak) page++
    const line = raw.replaceAll('\f', '')
    page = Number(printedPage.exec(line)?.[1] ?? page)
    const place: Place = { line: index + 1, ...(paged && { page }) }
    if (line === '') open = false
    else if (line.trim() === '') {
      paragraphs.push([{ text: line, place }])
      open = false
    } else {
      if (open && !isBreak) paragraphs.at(-1)?.push({ text: line, place })
      else paragraphs.push([{ text: line, place }])
      open = true
    }
  }
  return paragraphs.map((lines) => ({ kind: 'paragraph', lines }))
}

const tablesIn = (paragraph: Paragraph): readonly Block[] => readDelimitedTable(paragraph) ?? [paragraph]
