// SPDX-License-Identifier: AGPL-3.0-or-later

import type { PersonId, Viewer } from '../../../kernel/access.ts'
import { notFound, notNow } from '../../../kernel/errors.ts'
import { demand } from '../../../kernel/permission.ts'
import type { AccountWriter } from '../../../platform/db/accounts.ts'
import { recordAccess } from '../../audit/index.ts'
import { identityActions } from '../actions.ts'
import type { IdentityDependencies } from '../dependencies.ts'
import { identityEvents } from '../events.ts'
import { endSessions } from '../sign-in/session-store.ts'
import { removeSecondFactor } from './credential-store.ts'
import { type Account, findPerson, updatePerson } from './person-store.ts'

type Needs = Pick<IdentityDependencies, 'accounts' | 'clock'>

/** Changes to a person's access by an administrator of the platform, each in one transaction. */
async function manage(
  { accounts }: Needs,
  id: PersonId,
  viewer: Viewer,
  work: (writer: AccountWriter, person: Account) => Promise<void>,
): Promise<void> {
  demand(viewer, identityActions.managePlatform)
  await accounts.write(async (writer) => {
    const person = await findPerson(writer, id)
    if (!person) throw notFound('Persona')
    await work(writer, person)
  })
}

/**
 * Keeps a person out from now on and ends their sessions. What they did stays.
 * @throws {TimoneError} `forbidden`, `not-found`, `not-now` for oneself.
 */
export const disablePerson = (needs: Needs, id: PersonId, viewer: Viewer): Promise<void> =>
  manage(needs, id, viewer, async (writer, { email, disabled }) => {
    if (viewer.person?.id === id) {
      const remedy = 'chiederlo a un altro amministratore'
      throw notNow('Nessuno toglie l’accesso a sé stesso.', { place: 'persona', message: 'sei tu', remedy })
    }
    if (disabled) return
    const now = needs.clock.now()
    await updatePerson(writer, id, { disabled_at: now }, now)
    await endSessions(writer, id)
    await recordAccess(writer, viewer.actor, identityEvents.personDisabled, { person: id, email })
  })

/** Lets a person in again. @throws {TimoneError} `forbidden`, `not-found`. */
export const enablePerson = (needs: Needs, id: PersonId, viewer: Viewer): Promise<void> =>
  manage(needs, id, viewer, async (writer, { email, disabled }) => {
    if (!disabled) return
    await updatePerson(writer, id, { disabled_at: null }, needs.clock.now())
    await recordAccess(writer, viewer.actor, identityEvents.personEnabled, { person: id, email })
  })

/**
 * Demands a second factor from a person, or stops demanding it. As long as they have none, every page leads them to set
 * it up.
 * @throws {TimoneError} `forbidden`, `not-found`.
 */
export const demandSecondFactor = (needs: Needs, id: PersonId, demanded: boolean, viewer: Viewer): Promise<void> =>
  manage(needs, id, viewer, async (writer, { email, secondFactorDemanded }) => {
    if (demanded === secondFactorDemanded) return
    await updatePerson(writer, id, { second_factor_demanded: demanded }, needs.clock.now())
    await recordAccess(writer, viewer.actor, identityEvents.secondFactorDemanded, { person: id, email, demanded })
  })

/**
 * Removes the second factor of a person who lost it, and ends their sessions. When it is demanded, they set up a new
 * one at the next sign-in.
 * @throws {TimoneError} `forbidden`, `not-found`.
 */
export const clearSecondFactor = (needs: Needs, id: PersonId, viewer: Viewer): Promise<void> =>
  manage(needs, id, viewer, async (writer, { email, secondFactor }) => {
    if (!secondFactor) return
    await removeSecondFactor(writer, id)
    await updatePerson(writer, id, { second_factor: false }, needs.clock.now())
    await endSessions(writer, id)
    await recordAccess(writer, viewer.actor, identityEvents.secondFactorCleared, { person: id, email })
  })
