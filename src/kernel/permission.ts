// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Action, Place, Viewer } from './access.ts'
import { forbidden, unauthenticated } from './errors.ts'

/** Who may ask: everyone, everyone who signed in, or those who may do this action in the place that the path names. */
export type Permission = 'everyone' | 'signed-in' | Action

/** What each action is called, as the end of «non hai il permesso di …». */
const actionWords = {
  'plan.read': 'leggere i piani di questo ente',
  'plan.create': 'creare piani di questo ente',
  'plan.write': 'modificare questo piano',
  'entry.write': 'aggiornare le schede di questo piano',
  'plan.submit': 'inviare il piano in revisione',
  'plan.review': 'rivedere questo piano',
  'plan.approve': 'registrare l’approvazione di questo piano',
  'plan.publish': 'pubblicare questo piano',
  'import.write': 'importare piani in questo ente',
  'journal.read': 'leggere il registro delle attività di questo ente',
  'people.manage': 'gestire persone e ruoli',
  'association.manage': 'gestire enti e gestioni associate',
  'platform.manage': 'amministrare la piattaforma',
} satisfies Record<Action, string>

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
  throw viewer.person ? forbidden(actionWords[permission]) : unauthenticated()
}

/** The place that a route's path parameters name: `:slug` a body, `:association` an association. */
export function placeOf(params: unknown): Place {
  const { slug, association } = (params ?? {}) as { slug?: string; association?: string }
  return { ...(slug !== undefined && { slug }), ...(association !== undefined && { association }) }
}
