// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VNode } from 'preact'

/** What a page may declare besides its content. */
export type PageOptions = {
  readonly status?: number
  /**
   * `public`: shared caches may keep it for a few minutes (published pages). `none`: not even the browser keeps it
   * (secrets). Absent: private to the person who asked.
   */
  readonly cache?: 'public' | 'none'
  /** Other sites may show it in a frame. */
  readonly embeddable?: boolean
  /** Values of `Set-Cookie`. */
  readonly cookies?: readonly string[]
  /** The seconds to wait before asking again. */
  readonly retryAfter?: number | undefined
}

/** What a file may declare besides its content. */
export type FileOptions = {
  /** As for a page. */
  readonly cache?: 'public'
  /** The hash of the content: a client that already has it is not sent it again. */
  readonly hash?: string
  /** The browser shows it, or a program reads it, instead of saving it. Never for markup that people wrote. */
  readonly inline?: true
}

/** What a route answers. Errors are not answers: a handler throws a `TimoneError`. */
export type Answer =
  | ({ readonly kind: 'page'; readonly document: VNode } & PageOptions & { readonly status: number })
  | ({
      readonly kind: 'file'
      readonly bytes: Uint8Array
      readonly contentType: string
      readonly filename: string
    } & FileOptions)
  | {
      readonly kind: 'redirect'
      readonly to: string
      readonly status: 303 | 308
      readonly cookies?: readonly string[]
    }
  | { readonly kind: 'fragment'; readonly content: VNode }
  | { readonly kind: 'json'; readonly value: unknown; readonly status: number }
  | { readonly kind: 'notice'; readonly title: string; readonly detail: string }

/** A whole HTML document. */
export const page = (document: VNode, status: number | PageOptions = 200): Answer =>
  typeof status === 'number'
    ? { kind: 'page', document, status }
    : { kind: 'page', document, ...status, status: status.status ?? 200 }

/** A piece of a page that a script inserts: a preview, the outcome of a save. */
export const fragment = (content: VNode): Answer => ({ kind: 'fragment', content })

/** A file that the browser saves under the given name (plain ASCII). */
export const file = (bytes: Uint8Array, contentType: string, filename: string, options: FileOptions = {}): Answer => ({
  kind: 'file',
  bytes,
  contentType,
  filename,
  ...options,
})

/** A permanent redirect to another address of this site. */
export const redirect = (to: string): Answer => ({ kind: 'redirect', to, status: 308 })

/** A redirect to the page that follows a handled form, so that reloading it does not send the form again. */
export const seeOther = (to: string, cookies?: readonly string[]): Answer => ({
  kind: 'redirect',
  to,
  status: 303,
  ...(cookies && { cookies }),
})

/** Data for a program (ModI: `{"items": []}` for lists, amounts as texts). */
export const json = (value: unknown, status = 200): Answer => ({ kind: 'json', value, status })

/** A success message for programs, as `application/problem+json` with status 200 (ModI, RAC_REST_NAME_011). */
export const notice = (title: string, detail: string): Answer => ({ kind: 'notice', title, detail })
