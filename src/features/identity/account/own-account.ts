// SPDX-License-Identifier: AGPL-3.0-or-later

import { invalidInput, notFound } from '../../../kernel/errors.ts'
import { recordAccess } from '../../audit/index.ts'
import { actorOf, type IdentityDependencies } from '../dependencies.ts'
import { identityEvents } from '../events.ts'
import type { OwnSession, SignedIn } from '../model.ts'
import { updatePerson } from '../people/person-store.ts'
import { normalName, personNameFault } from '../rules.ts'
import { endSessions, findSessions } from '../sign-in/session-store.ts'

type Needs = Pick<IdentityDependencies, 'accounts' | 'clock'>

/**
 * Changes one's own name. Earlier lines of the journal keep the old name.
 * @throws {TimoneError} `invalid-input`.
 */
export async function changeName(
  { accounts, clock }: Needs,
  { person }: SignedIn,
  input: { readonly name: string },
): Promise<void> {
  const name = normalName(input.name)
  const problems = personNameFault(name, 'nome')
  if (problems.length > 0) throw invalidInput('Il nome non va bene.', problems)
  if (name === person.name) return
  await accounts.write(async (writer) => {
    await updatePerson(writer, person.id, { name }, clock.now())
    await recordAccess(writer, actorOf(person), identityEvents.nameChanged, { before: person.name, after: name })
  })
}

/** One's own sessions, the last used first. */
export async function readOwnSessions(
  { accounts, clock }: Needs,
  { person, sessionId }: SignedIn,
): Promise<readonly OwnSession[]> {
  const rows = await accounts.read((reader) => findSessions(reader, person.id, clock.now()))
  return rows.map(({ id, user_agent, address, created_at, seen_at }) => ({
    id,
    current: id === sessionId,
    ...(user_agent && { userAgent: user_agent }),
    ...(address && { address }),
    since: created_at,
    lastSeen: seen_at,
  }))
}

/**
 * Ends one of one's own sessions, or all but the one in use.
 * @throws {TimoneError} `not-found` for a session that is not one's own, or has ended.
 */
export async function revokeSessions(
  { accounts }: Needs,
  { person, sessionId }: SignedIn,
  which: { readonly only: string } | 'others',
): Promise<void> {
  await accounts.write(async (writer) => {
    const count = await endSessions(writer, person.id, which === 'others' ? { except: sessionId } : which)
    if (count === 0 && which !== 'others') throw notFound('Sessione')
    if (count > 0) await recordAccess(writer, actorOf(person), identityEvents.sessionsRevoked, { count })
  })
}
