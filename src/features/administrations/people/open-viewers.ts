// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import type { PersonId, Viewer } from '../../../kernel/access.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { keepsake } from '../../../platform/db/memory.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'
import type { Policy } from '../policy.ts'
import { type KnownGrants, readGrantsOf } from './grant-store.ts'

/** A person who signed in, as identity knows them. */
export type SignedIn = {
  readonly person: { readonly id: PersonId; readonly name: string; readonly email: string }
  /** The page that they must go to before anything else. */
  readonly detour?: string | undefined
}

/** Tells what a signed-in person may do at this moment. */
export type Viewers = (signedIn: SignedIn) => Promise<Viewer>

type ViewerDependencies = { readonly tenants: Tenants; readonly clock: Clock; readonly policy: Policy }

/** What is known of a person on a day. */
const grantsOfPerson = keepsake<KnownGrants>(5000)

/**
 * Opens what turns people into viewers, at every request. A role counts or ends at once when this process changes it, and
 * as soon as it is heard of when another one does.
 */
export const openViewers =
  ({ tenants, clock, policy }: ViewerDependencies): Viewers =>
  async (signedIn) => {
    const today = clock.today()
    const { id } = signedIn.person
    const known = await tenants.recallAccess(grantsOfPerson, `${id} ${today}`, () =>
      tenants.readAccess((source) => readGrantsOf(source, id, today)),
    )
    return toViewer(policy, signedIn, known, today)
  }

function toViewer(
  policy: Policy,
  { person, detour }: SignedIn,
  { grants, members }: KnownGrants,
  today: string,
): Viewer {
  // Who owes something first may do nothing before, also on pages that are for everybody.
  const held = detour === undefined ? grants.filter((grant) => policy.isInForce(grant, members, today)) : []
  const pages = [person, held.map(({ role, on, office }) => [role, on, office]), [...members]]
  return {
    person,
    actor: { id: `person:${person.id}`, name: person.name },
    key: `${person.id} ${createHash('sha256').update(JSON.stringify(pages)).digest('base64url')}`,
    ...(detour !== undefined && { detour }),
    may: (action, place = {}) => policy.may(held, action, place, members, today),
    officesOf: (slug) => [
      ...new Set(
        held.flatMap(({ on, office }) =>
          office !== undefined && on.kind === 'administration' && on.slug === slug ? [office] : [],
        ),
      ),
    ],
  }
}
