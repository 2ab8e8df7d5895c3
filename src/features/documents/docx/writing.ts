// SPDX-License-Identifier: AGPL-3.0-or-later
import { textMillimetres } from './measures.ts'

type Counted = 'link' | 'list' | 'figure'

/**
 * State of the writing of one document. Its numbers start at one in every document, because the same model must give
 * the same bytes; the library would count for the whole process, or use random numbers.
 */
export type Writing = {
  /** The PNG of each figure, by the figure's id. */
  readonly images: ReadonlyMap<string, Uint8Array>
  /** The width of the text on the present page, in millimetres. */
  readonly textMillimetres: number
  /** The next number of a series. */
  next(kind: Counted): number
}

/** @param images the PNG of each figure, by the figure's id. */
export function startWriting(images: Writing['images']): Writing {
  const counts = { link: 0, list: 0, figure: 0 }
  return { images, textMillimetres: textMillimetres.portrait, next: (kind) => ++counts[kind] }
}
