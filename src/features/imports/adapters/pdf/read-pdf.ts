// SPDX-License-Identifier: AGPL-3.0-or-later
import { tooLarge, unreadableFile } from '../../../../kernel/errors.ts'
import type { Block, Blocks, Table } from '../../model.ts'
import { layOutPage, type PageLayout } from './layout.ts'
import { withPdf } from './open-pdf.ts'
import { layParagraphs } from './paragraphs.ts'
import type { Placed } from './placed.ts'
import { readPage } from './read-page.ts'
import { findTextStyle } from './text-style.ts'
import type { Line } from './words.ts'

/** The share of characters that may be unknown letters. */
const mostIllegible = 0.3

/** The longest plans known have some 300 pages. */
const mostPages = 2000

/**
 * Reads a PDF: words by their places, tables by their rules or by their columns.
 * @param onPage called after each page
 * @throws {TimoneError} `unreadable-file`: locked, damaged, scanned without text; `too-large`: more than 2,000 pages
 */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  onPage: (page: number, pages: number) => void = () => {},
): Promise<Blocks> {
  return await withPdf(bytes, name, async (pdf, ops) => {
    if (pdf.numPages > mostPages) throw tooLarge(`Il file ${name}, di ${pdf.numPages} pagine,`, `${mostPages} pagine`)
    const layouts: PageLayout[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      layouts.push(layOutPage(await readPage(page, ops), layouts.at(-1)?.gutters ?? []))
      page.cleanup()
      onPage(number, pdf.numPages)
    }
    const blocks = toBlocks(layouts)
    if (blocks.length === 0) throw noText(name)
    if (!isLegible(blocks)) throw illegible(name)
    const blank = layouts.filter(({ parts }) => parts.length === 0).map(({ page }) => page)
    const warnings = blank.length > 0 ? [`Pagine senza testo, vuote o scandite: ${blank.join(', ')}.`] : []
    return { blocks, pages: pdf.numPages, warnings }
  })
}

function toBlocks(layouts: readonly PageLayout[]): Block[] {
  const style = findTextStyle(layouts.map(({ parts }) => parts.filter(isText).flat()))
  return layouts.flatMap(({ page, parts }) =>
    parts.flatMap((part): Block[] =>
      isText(part) ? layParagraphs(part, style, page).map(({ block }) => block) : [part.block],
    ),
  )
}

const isText = (part: Placed<Table> | readonly Line[]): part is readonly Line[] => 'length' in part

/** Fonts that do not tell which letters they draw give private-use characters. */
function isLegible(blocks: readonly Block[]): boolean {
  const texts = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.lines : block.rows.flatMap(({ cells }) => cells),
  )
  const count = (pattern: RegExp) => texts.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0)
  return count(/[\ue000-\uf8ff\ufffd]/g) <= mostIllegible * count(/\S/g)
}

const ocr = 'riconoscere il testo con un programma di OCR e importare il PDF che ne risulta'

const illegible = (name: string) =>
  unreadableFile(name, 'i suoi caratteri non dicono quali lettere sono: si vede, ma non si può copiare', ocr)

const noText = (name: string) => unreadableFile(name, 'contiene solo immagini, senza testo: sembra una scansione', ocr)
