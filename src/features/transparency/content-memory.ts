// SPDX-License-Identifier: AGPL-3.0-or-later

/** What was read lately, by hash: what is frozen never changes, so it is read once while it is in demand. */
export type ContentMemory<Content> = {
  get(hash: string): Content | undefined
  /** @param size of what it was read from, in characters. */
  keep(hash: string, content: Content, size: number): void
}

/** @param capacity characters that the kept contents were read from; the least recently used leave first. */
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
