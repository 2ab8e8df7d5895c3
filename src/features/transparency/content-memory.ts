// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Remembers recently read contents by hash. Frozen contents never change, so each is read once while it is in demand.
 */
export type ContentMemory<Content> = {
  get(hash: string): Content | undefined
  /** @param size the length of what it was read from, in characters. */
  keep(hash: string, content: Content, size: number): void
}

/**
 * @param capacity the total length of what the contents were read from, in characters; the least recently used are
 * dropped first.
 */
export function createContentMemory<Content>(capacity: number): ContentMemory<Content> {
  const kept = new Map<string, { readonly content: Content; readonly size: number }>()
  let used = 0
  return {
    get(hash) {
      const found = kept.get(hash)
      if (!found) return undefined
      kept.delete(hash)
      kept.set(hash, found)
      return found.content
    },
    keep(hash, content, size) {
      if (size > capacity || kept.has(hash)) return
      kept.set(hash, { content, size })
      used += size
      for (const [oldest, { size: freed }] of kept) {
        if (used <= capacity) break
        kept.delete(oldest)
        used -= freed
      }
    },
  }
}
