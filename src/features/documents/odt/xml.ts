// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Branded } from '../../../kernel/ids.ts'
import { xmlCharacters } from '../layout/xml-characters.ts'

/** A piece of well-formed XML. Only `text` turns text into one, so that text is never taken for mark-up. */
export type Xml = Branded<string, 'Xml'>

type Attributes = Readonly<Record<string, string | number>>

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text as it is, with what XML forbids left out. */
export const text = (value: string): Xml =>
  xmlCharacters(value).replace(/[&<>]/g, (mark) => entities[mark] ?? '') as Xml

const attribute = (value: string | number): string =>
  xmlCharacters(String(value)).replace(/[&<>"\t\n\r]/g, (mark) => entities[mark] ?? '')

/** An element: name, attributes, contents. */
export function element(name: string, attributes: Attributes = {}, children: readonly Xml[] | Xml = []): Xml {
  const opening = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${attribute(value)}"`)].join(' ')
  const content = typeof children === 'string' ? children : children.join('')
  return (content === '' ? `<${opening}/>` : `<${opening}>${content}</${name}>`) as Xml
}

/** The text of a whole part of the package. */
export const part = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}`
