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

/** The longest plans known have some 300 pages. */
const mostPages = 2000

/**
 * Reads a PDF: words where they are printed, tables by their lines or by their columns.
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
    return { blocks, pages: pdf.numPages, warnings: [] }
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

const noText = (name: string) =>
  unreadableFile(
    name,
    'contiene solo immagini, senza testo: sembra una scansione',
    'riconoscere il testo con un programma di OCR e importare il PDF che ne risulta',
  )
