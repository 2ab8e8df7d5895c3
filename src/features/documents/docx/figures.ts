// SPDX-License-Identifier: AGPL-3.0-or-later
import { ImageRun, Paragraph, TextRun } from 'docx'
import { xmlCharacters } from '../layout/xml-characters.ts'
import type { Figure } from '../model.ts'
import { textWidth } from './measures.ts'
import type { Writing } from './writing.ts'

/** The library counts in pixels, 96 an inch; a page is counted in twips, 1440 an inch. */
const widest = textWidth / 15
const tallest = 775

/**
 * The caption and the chart: an SVG, with a PNG for programs that cannot draw it, and its words. Both are in one
 * paragraph, because LibreOffice does not always keep a picture on the page of the paragraph before.
 */
export function picture(figure: Figure, writing: Writing): Paragraph {
  const png = writing.images.get(figure.id)
  if (png === undefined) throw new RangeError(`no image of figure ${figure.id}`)
  const scale = Math.min(widest / figure.width, tallest / figure.height)
  const transformation = { width: Math.round(figure.width * scale), height: Math.round(figure.height * scale) }
  const image = new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(figure.svg),
    fallback: { type: 'png', data: png },
    transformation,
    altText: {
      id: String(writing.next('figure')),
      name: xmlCharacters(figure.id),
      title: xmlCharacters(figure.caption),
      description: xmlCharacters(figure.alternative),
    },
  })
  const caption = new TextRun(xmlCharacters(figure.caption))
  return new Paragraph({ style: 'Figure', children: [caption, new TextRun({ break: 1 }), image] })
}
