// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { createPageCache } from './page-cache.ts'
import type { RenderedPage } from './rendered-page.ts'

const pageOf = (bytes: number): RenderedPage => ({
  html: Buffer.alloc(bytes - 10),
  gzip: Buffer.alloc(10),
  etag: `W/"${bytes}"`,
})

test('does not keep a page larger than all its room', () => {
  const cache = createPageCache(100)
  cache.set('a', '1', pageOf(101))
  expect(cache.get('a', '1')).toBeUndefined()
})

test('does not give a page made from another version of the data', () => {
  const cache = createPageCache(100)
  const page = pageOf(50)
  cache.set('a', '1', page)
  expect(cache.get('a', '2')).toBeUndefined()
  expect(cache.get('a', '1')).toBe(page)
})

test('drops the page that was asked for least recently when room runs out', () => {
  const cache = createPageCache(100)
  cache.set('a', '1', pageOf(40))
  cache.set('b', '1', pageOf(40))
  cache.get('a', '1')
  cache.set('c', '1', pageOf(40))
  expect(cache.get('b', '1')).toBeUndefined()
  expect(cache.get('a', '1')).toBeDefined()
  expect(cache.get('c', '1')).toBeDefined()
})

test('a page in place of another gives its room back', () => {
  const cache = createPageCache(100)
  cache.set('a', '1', pageOf(60))
  cache.set('a', '2', pageOf(60))
  cache.set('b', '1', pageOf(40))
  expect(cache.get('a', '2')).toBeDefined()
  expect(cache.get('b', '1')).toBeDefined()
})
