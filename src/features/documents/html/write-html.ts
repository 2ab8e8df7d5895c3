// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { DocumentModel, WrittenDocument } from '../model.ts'
import { Page } from './page.tsx'
import { style } from './style.ts'

/** Web fonts (WOFF2) to include in the page. */
export type WebFonts = { readonly regular: Uint8Array; readonly bold: Uint8Array; readonly italic: Uint8Array }

/**
 * Writes a document as a single accessible page: style sheet, fonts and drawings inside, no script (its own
 * Content-Security-Policy forbids any). UTF-8.
 * @param fonts Titillium Web; without it the page uses the reader's own fonts.
 */
export function writeHtml(model: DocumentModel, fonts?: WebFonts): WrittenDocument {
  const css = `${fonts === undefined ? '' : fontFaces(fonts)}${style}`
  const hash = createHash('sha256').update(css).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`
  const html = `<!doctype html>\n${renderToString(h(Page, { model, style: { css, policy } }))}\n`
  return { format: 'html', bytes: new TextEncoder().encode(html) }
}

const fontFaces = ({ regular, bold, italic }: WebFonts): string =>
  [fontFace(regular, '400', 'normal'), fontFace(bold, '600 700', 'normal'), fontFace(italic, '400', 'italic')].join(
    '\n',
  )

const fontFace = (font: Uint8Array, weight: string, slant: string): string =>
  `@font-face { font-family: 'Titillium Web'; font-weight: ${weight}; font-style: ${slant}; font-display: swap; ` +
  `src: url(data:font/woff2;base64,${Buffer.from(font).toString('base64')}) format('woff2'); }`
