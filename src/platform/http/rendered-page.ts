// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A page ready to send, in both encodings. */
export type RenderedPage = {
  readonly html: Buffer
  readonly gzip: Buffer
  /** Weak: it stands for both encodings. */
  readonly etag: string
}

const compress = promisify(gzip)

/** Renders a piece of a page. */
export const renderFragment = (content: VNode): string => renderToString(content)

/** Renders a whole HTML document. */
export async function renderPage(document: VNode): Promise<RenderedPage> {
  const html = Buffer.from(`<!doctype html>${renderToString(document)}`)
  return {
    html,
    gzip: await compress(html),
    etag: `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`,
  }
}
