// SPDX-License-Identifier: AGPL-3.0-or-later

type Counted = 'link' | 'list' | 'figure' | 'bookmark'

/**
 * What the writing of one document carries along. Its numbers start at one in every document: the library would count
 * for the whole process, or draw at random, and the same model must give the same bytes.
 */
export type Writing = {
  /** The PNG of each figure, by the figure's id. */
  readonly images: ReadonlyMap<string, Uint8Array>
  /** The next number of a kind. */
  next(kind: Counted): number
}

export function startWriting(images: ReadonlyMap<string, Uint8Array>): Writing {
  const numbers = new Map<Counted, number>()
  const next = (kind: Counted): number => {
    const number = (numbers.get(kind) ?? 0) + 1
    numbers.set(kind, number)
    return number
  }
  return { images, next }
}
