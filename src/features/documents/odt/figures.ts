// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Figure } from '../model.ts'
import { words } from './inlines.ts'
import { textWidth } from './style.ts'
import type { Writing } from './writing.ts'
import { element, text, type Xml } from './xml.ts'

/** A chart is as wide as the text, unless it would not fit a page. Millimetres. */
const tallest = 205

/**
 * The caption and the chart: an SVG, with a PNG for programs that cannot draw it, and its words. Both are in one
 * paragraph, because LibreOffice does not always keep a picture on the page of the paragraph before.
 */
export function picture(figure: Figure, writing: Writing): Xml {
  const png = writing.images.get(figure.id)
  if (png === undefined) throw new RangeError(`no image of figure ${figure.id}`)
  const name = `Pictures/grafico${writing.pictures.length / 2 + 1}`
  const images = [
    { path: `${name}.svg`, mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(figure.svg) },
    { path: `${name}.png`, mediaType: 'image/png', bytes: png },
  ]
  writing.pictures.push(...images)
  const scale = Math.min(textWidth / figure.width, tallest / figure.height)
  const frame = {
    'draw:name': figure.id,
    'text:anchor-type': 'as-char',
    'svg:width': `${(figure.width * scale).toFixed(2)}mm`,
    'svg:height': `${(figure.height * scale).toFixed(2)}mm`,
  }
  return element('text:p', { 'text:style-name': 'Figure' }, [
    ...words(figure.caption),
    element('text:line-break'),
    element('draw:frame', frame, [
      ...images.map(({ path, mediaType }) =>
        element('draw:image', {
          'xlink:href': path,
          'xlink:type': 'simple',
          'xlink:show': 'embed',
          'xlink:actuate': 'onLoad',
          'draw:mime-type': mediaType,
        }),
      ),
      element('svg:title', {}, text(figure.caption)),
      element('svg:desc', {}, text(figure.alternative)),
    ]),
  ])
}
