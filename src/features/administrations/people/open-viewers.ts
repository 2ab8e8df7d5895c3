// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import type { PersonId, Viewer } from '../../../kernel/access.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'
import { isInForce, may } from '../policy.ts'
import { type KnownGrants, readGrantsOf } from './grant-store.ts'

/** A person who signed in, as identity knows them. */
export type SignedIn = {
  readonly person: { readonly id: PersonId; readonly name: string; readonly email: string }
  /** The page that they must go to before anything else. */
  readonly detour?: string | undefined
}

/** Tells what a signed-in person may do at this moment. */
export type Viewers = (signedIn: SignedIn) => Promise<Viewer>

/** The most people whose roles are kept in memory. */
const capacity = 5000

/**
 * Opens what turns people into viewers. It asks the database at every request, so that a role counts or ends at once,
 * whichever process changed it. The embedded database announces changes of roles, accounts and memberships before they
 * are acknowledged; there the answer is kept until an announcement or the next day.
 */
export async function openViewers(
  tenants: Tenants,
  clock: Clock,
  { embedded, onAccessChange }: Pick<Database, 'embedded' | 'onAccessChange'>,
): Promise<Viewers> {
  const kept = new Map<PersonId, { readonly day: string; readonly known: KnownGrants }>()
  let generation = 0
  if (embedded) {
    await onAccessChange(() => {
      generation += 1
      kept.clear()
    })
  }
  const knownOf = async (person: PersonId, day: string): Promise<KnownGrants> => {
    const found = kept.get(person)
    if (found?.day === day) return found.known
    // Noted before reading: an answer that changes in the meantime is not kept.
    const asOf = generation
    const known = await tenants.writeNational((source) => readGrantsOf(source, person, day))
    if (kept.size >= capacity) kept.clear()
    if (embedded && asOf === generation) kept.set(person, { day, known })
    return known
  }
  return async (signedIn) => {
    const today = clock.today()
    return toViewer(signedIn, await knownOf(signedIn.person.id, today), today)
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
