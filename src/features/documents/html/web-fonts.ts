// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WebFonts } from './write-html.ts'

/**
 * Titillium Web in the format for web pages.
 * @param modules the node_modules folder that holds bootstrap-italia
 */
export function readWebFonts(modules: string): WebFonts {
  const folder = join(modules, 'bootstrap-italia/dist/fonts/Titillium_Web')
  const font = (style: string) => readFileSync(join(folder, `titillium-web-v10-latin-ext_latin-${style}.woff2`))
  return { regular: font('regular'), bold: font('600'), italic: font('italic') }
}
