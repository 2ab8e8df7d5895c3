// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VNode } from 'preact'

/** What a route answers. Errors are not answers: a handler throws a `TimoneError`. */
export type Answer =
  | { readonly kind: 'page'; readonly document: VNode; readonly status: number }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly contentType: string; readonly filename: string }
  | { readonly kind: 'redirect'; readonly to: string; readonly status: 303 | 308 }
  | { readonly kind: 'notice'; readonly title: string; readonly detail: string }

/** A whole HTML document. */
export const page = (document: VNode, status = 200): Answer => ({ kind: 'page', document, status })

/** A file that the browser saves under the given name (plain ASCII). */
export const file = (bytes: Uint8Array, contentType: string, filename: string): Answer => ({
  kind: 'file',
  bytes,
  contentType,
  filename,
})

/** Another address of this site, for good. */
export const redirect = (to: string): Answer => ({ kind: 'redirect', to, status: 308 })

/** The page to show after a form was handled: reloading it sends nothing again. */
export const seeOther = (to: string): Answer => ({ kind: 'redirect', to, status: 303 })

/** Good news for a machine, as `application/problem+json` with status 200 (ModI, RAC_REST_NAME_011). */
export const notice = (title: string, detail: string): Answer => ({ kind: 'notice', title, detail })
