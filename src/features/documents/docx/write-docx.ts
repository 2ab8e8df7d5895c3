// SPDX-License-Identifier: AGPL-3.0-or-later
import { Document, Footer, Header, Packer, PageNumber, Paragraph, Tab, TextRun } from 'docx'
import { type Raster, rasterFigures } from '../figures.ts'
import type { DocumentModel, WrittenDocument } from '../model.ts'
import { outline } from '../outline.ts'
import { xmlCharacters } from '../xml-characters.ts'
import { body } from './blocks.ts'
import { cover } from './cover.ts'
import { contents, heading } from './headings.ts'
import { page } from './measures.ts'
import { numbering } from './numbering.ts'
import { fontTable, reproducible } from './package.ts'
import { styles } from './styles.ts'
import { startWriting } from './writing.ts'

/**
 * The document for word processors, as Office Open XML: navigable headings, a table of contents filled in, repeated
 * table headers, words for every picture, Italian throughout. The same model gives the same bytes.
 *
 * @param raster makes the PNG that stands beside each chart's SVG.
 */
export async function writeDocx(model: DocumentModel, raster: Raster): Promise<WrittenDocument> {
  const writing = startWriting(await rasterFigures(model, raster))
  const sections = outline(model.sections)
  const { metadata } = model
  const document = new Document({
    title: xmlCharacters(metadata.title),
    creator: xmlCharacters(metadata.administration),
    lastModifiedBy: xmlCharacters(metadata.administration),
    description: xmlCharacters(metadata.description),
    keywords: xmlCharacters(metadata.keywords.join(', ')),
    styles,
    numbering,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.bottom, left: page.side, right: page.side },
          },
        },
        headers: { default: header(model), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: footer(), first: new Footer({ children: [new Paragraph({})] }) },
        children: [
          ...cover(model.cover),
          ...contents(sections),
          ...sections.flatMap((entry) => [heading(entry), ...body(entry.section.blocks, writing)]),
        ],
      },
    ],
  })
  const packed = await Packer.toBuffer(document, false, [fontTable])
  return { format: 'docx', bytes: reproducible(packed, metadata.date) }
}

/** The short title on the left, the body on the right. */
const header = ({ cover, metadata }: DocumentModel): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'HeaderText',
        children: [
          new TextRun({
            children: [
              xmlCharacters(`${cover.title} ${metadata.triennium}`),
              new Tab(),
              xmlCharacters(metadata.administration),
            ],
          }),
        ],
      }),
    ],
  })

const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'FooterText',
        children: [new TextRun({ children: ['Pagina ', PageNumber.CURRENT, ' di ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  })
