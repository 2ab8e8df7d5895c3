// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Client } from '../../../kernel/access.ts'
import { signInRefused } from '../../../kernel/errors.ts'
import { recordAccess } from '../../audit/index.ts'
import { atTheDoor, type IdentityDependencies } from '../dependencies.ts'
import { engineHeaders, readAnswer } from '../engine/answer.ts'
import { identityEvents, type SignInRefusal } from '../events.ts'
import { passwordHashOf } from '../people/credential-store.ts'
import { type Account, findPersonByEmail } from '../people/person-store.ts'
import { networkOf, normalEmail } from '../rules.ts'
import { knownDevice } from './known-device.ts'
import { countAttempt, forAccount, takeBack } from './throttle.ts'
import { welcome } from './welcome.ts'

/** The outcome of a correct password. */
export type SignInOutcome = {
  readonly cookies: readonly string[]
  /** The person must still give the second factor. */
  readonly secondStep: boolean
}

/**
 * Signs a person in by address and password.
 * @throws {TimoneError} `sign-in-refused`, the same for an unknown address and a wrong password; `too-many-attempts`;
 * `too-busy`.
 */
export async function signIn(
  dependencies: IdentityDependencies,
  client: Client,
  input: { readonly email: string; readonly password: string },
): Promise<SignInOutcome> {
  const email = normalEmail(input.email)
  const device = await knownDevice(dependencies, client, email)
  const who = device === undefined ? { network: networkOf(client.address) } : 'known'
  const attempt = { email, password: input.password, device }
  return await dependencies.passwords.inTurn(who, () => tryPassword(dependencies, client, attempt))
}

async function tryPassword(
  dependencies: IdentityDependencies,
  client: Client,
  {
    email,
    password,
    device,
  }: { readonly email: string; readonly password: string; readonly device: string | undefined },
): Promise<SignInOutcome> {
  const { engine, accounts } = dependencies
  const from = client.address
  const attempt = await countAttempt(dependencies, forAccount(email, from, device), { email, from })
  const answer = await readAnswer(
    await engine.api.signInEmail({
      body: { email, password },
      headers: engineHeaders(client),
      asResponse: true,
    }),
  )
  const person = await accounts.read((reader) => findPersonByEmail(reader, email))
  if (!answer.ok || !person) {
    const reason = await reasonOf(dependencies, person)
    await accounts.write((writer) =>
      recordAccess(writer, atTheDoor, identityEvents.signInRefused, { reason, email, from }),
    )
    throw signInRefused('Indirizzo e password non vanno insieme.', {
      place: 'email',
      message: 'non va con questa password',
      remedy: 'ricontrollare entrambi, o chiedere una nuova password',
    })
  }
  await takeBack(dependencies, [attempt.network])
  if (answer.body.twoFactorRedirect === true) return { cookies: answer.cookies, secondStep: true }
  const cookies = await welcome(dependencies, person, client, { method: 'password' })
  return { cookies: [...answer.cookies, ...cookies], secondStep: false }
}

/** For the journal alone. */
async function reasonOf(
  { accounts }: Pick<IdentityDependencies, 'accounts'>,
  person: Account | undefined,
): Promise<SignInRefusal> {
  if (!person) return 'unknownPerson'
  if (person.disabled) return 'disabled'
  const password = await accounts.read((reader) => passwordHashOf(reader, person.id))
  return password === undefined ? 'noPassword' : 'wrongPassword'
}
