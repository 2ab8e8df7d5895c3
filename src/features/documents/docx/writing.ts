// SPDX-License-Identifier: AGPL-3.0-or-later
import { textMillimetres } from './measures.ts'

type Counted = 'link' | 'list' | 'figure'

/**
 * What the writing of one document carries along. Its numbers start at one in every document: the library would count
 * for the whole process, or draw at random, and the same model must give the same bytes.
 */
export type Writing = {
  /** The PNG of each figure, by the figure's id. */
  readonly images: ReadonlyMap<string, Uint8Array>
  /** How wide the text is on the page that is written, in millimetres. */
  readonly textMillimetres: number
  /** The next number of a kind. */
  next(kind: Counted): number
}

/** @param images the PNG of each figure, by the figure's id. */
export function startWriting(images: Writing['images']): Writing {
  const counts = { link: 0, list: 0, figure: 0 }
  return { images, textMillimetres: textMillimetres.portrait, next: (kind) => ++counts[kind] }
}
