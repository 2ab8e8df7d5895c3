// SPDX-License-Identifier: AGPL-3.0-or-later
import { Resvg } from '@resvg/resvg-js'
import { type Fonts, fontFiles } from '../pdf/fonts.ts'
import { white } from './palette.ts'

/**
 * Draws SVG as PNG, for formats that want a picture beside the drawing. Letters come from the given fonts alone, so
 * that every machine gives the same picture.
 * @returns PNG on white, as many pixels wide as asked; the height follows.
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
