// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A page ready to send, in both encodings. */
export type RenderedPage = {
  readonly html: Buffer
  readonly gzip: Buffer
  /** Weak: it stands for both encodings. */
  readonly etag: string
}

/** Renders a piece of a page. */
export const renderFragment = (content: VNode): string => renderToString(content)

/**
 * Renders a whole HTML document. Most pages are sent once or twice before their data change: a quick level takes less time
 * than it saves, and the way to another thread and back costs more than compressing here.
 */
export function renderPage(document: VNode): RenderedPage {
  const html = Buffer.from(`<!doctype html>${renderToString(document)}`)
  return {
    html,
    gzip: gzipSync(html, { level: 2 }),
    etag: `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`,
  }
}
