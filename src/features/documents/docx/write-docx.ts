// SPDX-License-Identifier: AGPL-3.0-or-later

import { Document, Footer, Header, Packer, Paragraph } from 'docx'
import type { PrintedPlan } from '../../profiles/index.ts'
import { type OutlinedSection, outline } from '../content/outline.ts'
import { type Raster, rasterFigures } from '../layout/figures.ts'
import { xmlCharacters } from '../layout/xml-characters.ts'
import type { DocumentModel, WrittenDocument } from '../model.ts'
import { body } from './blocks.ts'
import { cover } from './cover.ts'
import { contents, heading } from './headings.ts'
import { textMillimetres } from './measures.ts'
import { numbering } from './numbering.ts'
import { fontTable, reproducible } from './package.ts'
import { footer, header, pageOf } from './pages.ts'
import { styles } from './styles.ts'
import { startWriting } from './writing.ts'

/**
 * The document for word processors, as Office Open XML: with navigable headings, a filled-in table of contents,
 * repeated table headers, a description of every picture, and Italian as its language. The same model gives the same
 * bytes.
 *
 * @param carried the plan that the document carries, for whoever reads it back.
 * @param raster makes the PNG that stands beside each chart's SVG.
 */
export async function writeDocx(model: DocumentModel, raster: Raster, carried?: PrintedPlan): Promise<WrittenDocument> {
  const writing = startWriting(await rasterFigures(model, raster))
  const sections = outline(model.sections)
  const [upright = [], ...turns] = runsOf(sections)
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
        properties: { titlePage: true, page: pageOf('portrait') },
        headers: { default: header(model, 'portrait'), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: footer(), first: new Footer({ children: [new Paragraph({})] }) },
        children: [
          ...cover(model.cover),
          ...contents(sections),
          ...upright.flatMap((entry) => [heading(entry), ...body(entry.section.blocks, writing)]),
        ],
      },
      ...turns.map((run) => {
        const orientation = run[0]?.landscape ? 'landscape' : 'portrait'
        const turned = { ...writing, textMillimetres: textMillimetres[orientation] }
        return {
          properties: { page: pageOf(orientation) },
          headers: { default: header(model, orientation) },
          footers: { default: footer() },
          children: run.flatMap((entry, index) => [heading(entry, index === 0), ...body(entry.section.blocks, turned)]),
        }
      }),
    ],
  })
  const packed = await Packer.toBuffer(document, false, [fontTable])
  return { format: 'docx', bytes: reproducible(packed, metadata.date, carried) }
}

/** Groups consecutive sections by page orientation. The first group, which may be empty, is upright. */
function runsOf(sections: readonly OutlinedSection[]): readonly (readonly OutlinedSection[])[] {
  const runs: OutlinedSection[][] = [[]]
  let landscape = false
  for (const entry of sections) {
    if (entry.landscape !== landscape) runs.push([])
    landscape = entry.landscape
    runs.at(-1)?.push(entry)
  }
  return runs
}
