// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Client } from '../../../kernel/access.ts'
import { recordAccess } from '../../audit/index.ts'
import { actorOf, type IdentityDependencies } from '../dependencies.ts'
import { engineHeaders, readAnswer } from '../engine/answer.ts'
import { identityEvents } from '../events.ts'
import { readSession } from './read-session.ts'

/** Ends the session of a request, if it has one. @returns cookies that remove it from the browser. */
export async function signOut(dependencies: IdentityDependencies, client: Client): Promise<readonly string[]> {
  const { engine, accounts, memory } = dependencies
  const signedIn = await readSession(dependencies, client.headers)
  const answer = await readAnswer(await engine.api.signOut({ headers: engineHeaders(client), asResponse: true }))
  memory.forget()
  if (signedIn)
    await accounts.write((writer) => recordAccess(writer, actorOf(signedIn.person), identityEvents.signedOut, {}))
  return answer.cookies
}
