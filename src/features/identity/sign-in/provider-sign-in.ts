// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Client } from '../../../kernel/access.ts'
import { notNow, type Problem, signInRefused, type TimoneError } from '../../../kernel/errors.ts'
import { recordAccess } from '../../audit/index.ts'
import { atTheDoor, type IdentityDependencies } from '../dependencies.ts'
import { engineHeaders, readAnswer } from '../engine/answer.ts'
import { providerId, providerSaid } from '../engine/provider.ts'
import { identityEvents, type SignInRefusal } from '../events.ts'
import { findPerson } from '../people/person-store.ts'
import { readSession } from './read-session.ts'
import { countAttempt, fromNetwork, takeBack } from './throttle.ts'
import { welcome } from './welcome.ts'

/** Where the browser goes, and the cookies it takes along. */
export type Departure = { readonly to: string; readonly cookies: readonly string[] }

/**
 * Sends a person to the OpenID provider.
 * @param next the path of Timone to come back to
 * @throws {TimoneError} `not-now` where there is none, or it does not answer.
 */
export async function startProviderSignIn(
  { engine, settings }: IdentityDependencies,
  client: Client,
  next: string,
): Promise<Departure> {
  const place = settings.provider?.name ?? 'fornitore'
  if (!settings.provider) throw notNow('Non c’è un fornitore di identità.', { place, message: 'non è configurato' })
  const answer = await readAnswer(
    await engine.api.signInSocial({
      body: { provider: providerId, callbackURL: next, disableRedirect: true },
      headers: engineHeaders(client),
      asResponse: true,
    }),
  )
  const { url } = answer.body
  if (answer.ok && typeof url === 'string') return { to: url, cookies: answer.cookies }
  const remedy = 'riprovare fra qualche minuto, o entrare con la password di Timone'
  throw notNow(`Ora non si può entrare con ${place}.`, { place, message: 'non risponde', remedy })
}

/**
 * Handles the provider's answer. Code and state must match what this browser left with, and the person it names must
 * have been invited. It never makes an account.
 * @throws {TimoneError} `sign-in-refused`, `too-many-attempts`.
 */
export async function finishProviderSignIn(
  dependencies: IdentityDependencies,
  client: Client,
  query: Readonly<Record<string, string>>,
): Promise<Departure> {
  const { engine, accounts } = dependencies
  const from = client.address
  const attempt = await countAttempt(dependencies, fromNetwork(from), { from })
  const said: { email?: string } = {}
  const answer = await providerSaid.run(said, async () =>
    readAnswer(
      await engine.api.callbackOAuth({
        params: { id: providerId },
        query,
        method: 'GET',
        headers: engineHeaders(client),
        asResponse: true,
      }),
    ),
  )
  const person = await whoCameIn(dependencies, answer.cookies)
  if (!person || answer.location === undefined) {
    const reason = reasonOf(answer.location)
    const event = { reason, ...said, from }
    await accounts.write((writer) => recordAccess(writer, atTheDoor, identityEvents.signInRefused, event))
    throw refusal(reason, dependencies.settings.provider?.name ?? 'il fornitore')
  }
  await takeBack(dependencies, [attempt.network])
  const cookies = await welcome(dependencies, person, client, { method: 'provider' })
  return { to: answer.location, cookies: [...answer.cookies, ...cookies] }
}

/** The person of the session, if the engine made one. */
async function whoCameIn(dependencies: IdentityDependencies, cookies: readonly string[]) {
  const cookie = cookies.map((value) => value.split(';')[0]).join('; ')
  const signedIn = await readSession(dependencies, new Headers({ cookie }))
  const id = signedIn?.person.id
  return id === undefined ? undefined : await dependencies.accounts.read((reader) => findPerson(reader, id))
}

/** The error that the engine puts into the address for a refused person. */
const reasons: Readonly<Record<string, SignInRefusal>> = {
  signup_disabled: 'unknownPerson',
  account_not_linked: 'emailNotVerified',
  email_not_found: 'emailNotVerified',
  disabled: 'disabled',
  unable_to_create_session: 'disabled',
  state_mismatch: 'forgedAnswer',
  state_not_found: 'forgedAnswer',
  state_invalid: 'forgedAnswer',
  invalid_callback_request: 'forgedAnswer',
  issuer_mismatch: 'forgedAnswer',
  nonce_binding_missing: 'forgedAnswer',
  unable_to_get_user_info: 'forgedAnswer',
  invalid_code: 'forgedAnswer',
  no_code: 'forgedAnswer',
}

function reasonOf(location = ''): SignInRefusal {
  const code = new URL(location, 'http://timone.invalid').searchParams.get('error') ?? ''
  return reasons[code] ?? 'refusedByProvider'
}

function refusal(reason: SignInRefusal, provider: string): TimoneError {
  const because = (message: string, remedy: string): Problem => ({ place: 'accesso', message, remedy })
  const told = `L’accesso con ${provider} non è riuscito.`
  const invited = 'chiedere un invito per quell’indirizzo a chi amministra Timone'
  switch (reason) {
    case 'unknownPerson':
      return signInRefused(told, because('nessuno con il tuo indirizzo è stato invitato', invited))
    case 'disabled':
      return signInRefused(told, because('il tuo accesso è stato tolto', 'rivolgersi a chi amministra Timone'))
    case 'emailNotVerified': {
      const remedy = 'farlo verificare da chi gestisce le tue credenziali, o entrare con la password di Timone'
      return signInRefused(told, because(`${provider} non garantisce il tuo indirizzo di posta`, remedy))
    }
    case 'forgedAnswer':
      return signInRefused(
        told,
        because(
          'la risposta è scaduta, è già stata usata o non è stata chiesta da questo browser',
          'ricominciare da qui',
        ),
      )
    default:
      return signInRefused(told, because(`${provider} non lo ha concesso`, 'riprovare, o entrare con la password'))
  }
}
