// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Action, Place, Viewer } from './access.ts'
import { forbidden, unauthenticated } from './errors.ts'
import type { Slug } from './ids.ts'

/** Who may ask: everyone, everyone who signed in, or those who may do this action in the place that the path names. */
export type Permission = 'everyone' | 'signed-in' | Action

/**
 * Refuses a viewer who lacks the permission. Routes call it before anything else; use cases call it for what the
 * address alone does not tell.
 * @throws {TimoneError} `unauthenticated` or `forbidden`.
 */
export function demand(viewer: Viewer, permission: Permission, place: Place = {}): void {
  if (permission === 'everyone') return
  if (permission === 'signed-in') {
    if (!viewer.person) throw unauthenticated()
    return
  }
  if (viewer.may(permission, place)) return
  throw viewer.person ? forbidden(permission.refusal) : unauthenticated()
}

/** The place that a route's path parameters name: `:slug` a body, `:association` an association. */
export function placeOf(params: unknown): Place {
  const { slug, association } = (params ?? {}) as { slug?: Slug; association?: string }
  return { ...(slug !== undefined && { slug }), ...(association !== undefined && { association }) }
}
