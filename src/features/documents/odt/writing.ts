// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Picture } from './package.ts'
import { textWidth } from './style.ts'
import { element, type Xml } from './xml.ts'

/** State of the writing of one document, gathered for the other parts of the package. */
export type Writing = {
  /** The PNG of each figure, by the figure's id. */
  readonly images: ReadonlyMap<string, Uint8Array>
  readonly pictures: Picture[]
  /** Styles of single elements, such as the width of a column, by name. */
  readonly styles: Map<string, Xml>
  /** The width of the text on the present page, in millimetres. */
  readonly textWidth: number
  /** The names of the tables. */
  readonly tables: string[]
}

/** @param images the PNG of each figure, by the figure's id. */
export const startWriting = (images: Writing['images']): Writing => ({
  images,
  pictures: [],
  styles: new Map(),
  textWidth,
  tables: [],
})

/** The name of the style with these properties. It is declared at its first use. */
export function automaticStyle(
  writing: Writing,
  family: 'paragraph' | 'table' | 'table-column',
  name: string,
  attributes: Readonly<Record<string, string>>,
  properties: Readonly<Record<string, string>>,
): string {
  if (!writing.styles.has(name)) {
    const style = { 'style:name': name, 'style:family': family, ...attributes }
    writing.styles.set(name, element('style:style', style, [element(`style:${family}-properties`, properties)]))
  }
  return name
}
