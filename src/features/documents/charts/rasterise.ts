// SPDX-License-Identifier: AGPL-3.0-or-later
import { Resvg } from '@resvg/resvg-js'
import { type Fonts, fontFiles } from '../pdf/fonts.ts'
import { white } from './palette.ts'

/**
 * Draws SVG as PNG, for formats that need a picture beside the drawing. Only the given fonts are used, so that every
 * machine gives the same picture.
 * @returns PNG on white, with the given width in pixels; the height follows.
 */
export function openRasteriser(fonts: Fonts): (svg: string, width: number) => Uint8Array {
  const files = [...fontFiles({ sans: fonts.sans, mono: [] })]
  return (svg, width) =>
    new Resvg(svg, {
      background: white,
      fitTo: { mode: 'width', value: width },
      font: { fontFiles: files, loadSystemFonts: false, defaultFontFamily: 'Titillium Web' },
    })
      .render()
      .asPng()
}
