// SPDX-License-Identifier: AGPL-3.0-or-later

import { xmlCharacters } from '../layout/xml-characters.ts'
import type { Inline } from '../model.ts'
import { element, text, type Xml } from './xml.ts'

const span = (style: string, children: readonly Xml[]): Xml =>
  element('text:span', { 'text:style-name': style }, children)

/** Text with emphasis as spans and links. */
export const inlines = (content: readonly Inline[]): Xml[] =>
  content.flatMap((item): Xml | Xml[] => {
    switch (item.kind) {
      case 'text':
        return words(item.text)
      case 'code':
        return span('Source_20_Text', words(item.text))
      case 'break':
        return element('text:line-break')
      case 'strong':
        return span('Strong_20_Emphasis', inlines(item.children))
      case 'emphasis':
        return span('Emphasis', inlines(item.children))
      case 'link':
        return element(
          'text:a',
          { 'xlink:type': 'simple', 'xlink:href': item.url, 'text:style-name': 'Internet_20_link' },
          inlines(item.children),
        )
      default:
        return item satisfies never
    }
  })

/** Lines of code, with their blanks. */
export const codeLines = (code: string): Xml[] =>
  code
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) => [...(index > 0 ? [element('text:line-break')] : []), ...words(line)])

/** Text with its exact spaces: the format would merge several spaces into one, and read a tab as a space. */
export const words = (value: string): Xml[] =>
  xmlCharacters(value)
    .split(/(\t| {2,})/)
    .map((piece) => {
      if (piece === '\t') return element('text:tab')
      return / {2}/.test(piece) ? element('text:s', { 'text:c': piece.length }) : text(piece)
    })
