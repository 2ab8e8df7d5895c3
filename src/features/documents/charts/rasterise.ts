// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'

const fontFolder = join(
  dirname(createRequire(import.meta.url).resolve('bootstrap-italia/package.json')),
  'dist/fonts/Titillium_Web',
)
const fontFiles = ['regular', '600', '700'].map((weight) =>
  join(fontFolder, `titillium-web-v10-latin-ext_latin-${weight}.ttf`),
)

/**
 * A drawing as PNG, for formats that want one beside the SVG. Letters come from the shipped Titillium Web alone, so
 * that every machine gives the same picture.
 * @param width of the picture, in pixels; its height follows.
 */
export function rasterise(svg: string, width: number): Uint8Array {
  const drawing = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'width', value: width },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Titillium Web' },
  })
  return drawing.render().asPng()
}
