// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import type { PersonId, Viewer } from '../../kernel/access.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Tenants } from '../../platform/db/tenants.ts'
import { type KnownGrants, readGrantsOf } from './grant-store.ts'
import { isInForce, may } from './policy.ts'

/** A person who signed in, as identity knows them. */
export type SignedIn = {
  readonly person: { readonly id: PersonId; readonly name: string; readonly email: string }
  /** The address of what they have to do before anything else. */
  readonly detour?: string | undefined
}

/** Says what a person who signed in may do, as of this moment. */
export type Viewers = (signedIn: SignedIn) => Promise<Viewer>

/**
 * Opens what turns people into viewers. Roles are read anew for every request, in one query: what is granted, revoked,
 * begun or ended counts at once, whichever process did it.
 */
export function openViewers(tenants: Tenants, clock: Clock): Viewers {
  return async ({ person, detour }) => {
    const today = clock.today()
    const known = await tenants.writeNational((source) => readGrantsOf(source, person.id, today))
    return toViewer({ person, detour }, known, today)
  }
}

function toViewer({ person, detour }: SignedIn, { grants, members }: KnownGrants, today: string): Viewer {
  const held = grants.filter((grant) => isInForce(grant, members, today))
  const pages = [person, held.map(({ role, on, office }) => [role, on, office]), [...members]]
  return {
    person,
    actor: { id: `person:${person.id}`, name: person.name },
    key: `${person.id} ${createHash('sha256').update(JSON.stringify(pages)).digest('base64url')}`,
    ...(detour !== undefined && { detour }),
    may: (action, place = {}) => may(held, action, place, members, today),
    officesOf: (slug) => [
      ...new Set(
        held.flatMap(({ on, office }) =>
          office !== undefined && on.kind === 'administration' && on.slug === slug ? [office] : [],
        ),
      ),
    ],
  }
}
