// SPDX-License-Identifier: AGPL-3.0-or-later
import { carriedIn, type PrintedPlan } from '../../profiles/index.ts'
import { outline } from '../content/outline.ts'
import { type Raster, rasterFigures } from '../layout/figures.ts'
import type { DocumentMetadata, DocumentModel, WrittenDocument } from '../model.ts'
import { body } from './blocks.ts'
import { cover } from './cover.ts'
import { contents, heading } from './headings.ts'
import { listStyles } from './list-styles.ts'
import { packDocument } from './package.ts'
import { masterPages, pageLayouts } from './pages.ts'
import { textWidth, wideTextWidth } from './style.ts'
import { tableStyles } from './tables.ts'
import { textStyles } from './text-styles.ts'
import { startWriting } from './writing.ts'
import { element, text, type Xml } from './xml.ts'

/**
 * The document for word processors, as OpenDocument text 1.3: with navigable headings, a table of contents with page
 * numbers, repeated table headers, a description of every picture, and Italian as its language. The same model gives
 * the same bytes.
 *
 * @param carried the plan that the document carries, for whoever reads it back.
 * @param raster makes the PNG that stands beside each chart's SVG.
 */
export async function writeOdt(model: DocumentModel, raster: Raster, carried?: PrintedPlan): Promise<WrittenDocument> {
  const writing = startWriting(await rasterFigures(model, raster))
  const sections = outline(model.sections)
  const content = [
    ...cover(model.cover),
    contents(sections),
    ...sections.flatMap((entry, index) => {
      const turned = entry.landscape !== (sections[index - 1]?.landscape ?? false)
      const page = { ...writing, textWidth: entry.landscape ? wideTextWidth : textWidth }
      return [heading(entry, turned, page), ...body(entry.section.blocks, page)]
    }),
  ]
  const parts = {
    content: [
      element('office:font-face-decls', {}, fonts),
      element('office:automatic-styles', {}, [...tableStyles, ...writing.styles.values()]),
      element('office:body', {}, [element('office:text', {}, content)]),
    ],
    styles: [
      element('office:font-face-decls', {}, fonts),
      element('office:styles', {}, [...textStyles, ...listStyles]),
      element('office:automatic-styles', {}, pageLayouts),
      element('office:master-styles', {}, masterPages(model)),
    ],
    meta: [element('office:meta', {}, properties(model.metadata))],
    pictures: [...writing.pictures, ...(carried ? [carriedPart(carried)] : [])],
  }
  return { format: 'odt', bytes: packDocument(parts, model.metadata.date) }
}

/** When our fonts are not installed, the next in the list is used. */
const fonts: readonly Xml[] = [
  element('style:font-face', {
    'style:name': 'Titillium Web',
    'svg:font-family': "'Titillium Web', Arial, 'Liberation Sans'",
    'style:font-family-generic': 'swiss',
    'style:font-pitch': 'variable',
  }),
  element('style:font-face', {
    'style:name': 'Roboto Mono',
    'svg:font-family': "'Roboto Mono', Consolas, 'Liberation Mono'",
    'style:font-family-generic': 'modern',
    'style:font-pitch': 'fixed',
  }),
]

const carriedPart = (carried: PrintedPlan) => ({
  path: carriedIn.odt,
  mediaType: 'application/json',
  bytes: new TextEncoder().encode(JSON.stringify(carried)),
})

function properties({ title, description, administration, keywords, date }: DocumentMetadata): readonly Xml[] {
  const moment = text(`${date}T00:00:00`)
  return [
    element('meta:generator', {}, text('Timone')),
    element('dc:title', {}, text(title)),
    element('dc:description', {}, text(description)),
    ...keywords.map((keyword) => element('meta:keyword', {}, text(keyword))),
    element('meta:initial-creator', {}, text(administration)),
    element('dc:creator', {}, text(administration)),
    element('meta:creation-date', {}, moment),
    element('dc:date', {}, moment),
    element('dc:language', {}, text('it-IT')),
  ]
}
