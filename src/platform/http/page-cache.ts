// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RenderedPage } from './rendered-page.ts'

/** Counts the changes of each scope: a body's slug, or `everything`. */
export type Generations = {
  /** The scope's present number. It is new after every change of the scope's data. */
  of(scope: string): number | string
}

/** Rendered pages. The least recently used is dropped first. */
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
