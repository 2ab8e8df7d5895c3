// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RenderedPage } from './rendered-page.ts'

/** How many times what a scope covers has changed: a body's slug, or `everything`. */
export type Generations = {
  /** A number that differs from all earlier ones once the scope's data have changed. */
  of(scope: string): number
}

/** Rendered pages, the least recently used leaving first. */
export type PageCache = {
  /** The page kept under the key, if it was made from the same version of the data. */
  get(key: string, version: string): RenderedPage | undefined
  set(key: string, version: string, page: RenderedPage): void
}

/** @param capacity bytes that the kept pages may take, both encodings counted. */
export function createPageCache(capacity: number): PageCache {
  const pages = new Map<string, { version: string; page: RenderedPage }>()
  let used = 0

  const drop = (key: string) => {
    const kept = pages.get(key)
    if (!kept) return
    used -= sizeOf(kept.page)
    pages.delete(key)
  }

  return {
    get(key, version) {
      const kept = pages.get(key)
      if (kept?.version !== version) return undefined
      pages.delete(key)
      pages.set(key, kept)
      return kept.page
    },
    set(key, version, page) {
      drop(key)
      if (sizeOf(page) > capacity) return
      pages.set(key, { version, page })
      used += sizeOf(page)
      for (const oldest of pages.keys()) {
        if (used <= capacity) break
        drop(oldest)
      }
    },
  }
}

const sizeOf = (page: RenderedPage): number => page.html.length + page.gzip.length
