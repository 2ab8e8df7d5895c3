// SPDX-License-Identifier: AGPL-3.0-or-later

import { createHash } from 'node:crypto'
import { parseCookies } from 'better-auth/cookies'
import type { Client, PersonId } from '../../../kernel/access.ts'
import { signInRefused } from '../../../kernel/errors.ts'
import { recordAccess } from '../../audit/index.ts'
import { atTheDoor, type IdentityDependencies } from '../dependencies.ts'
import { type EngineAnswer, engineHeaders, readAnswer } from '../engine/answer.ts'
import { identityEvents, type SignInRefusal } from '../events.ts'
import { limits } from '../model.ts'
import { spendCode } from '../people/credential-store.ts'
import { type Account, findPerson } from '../people/person-store.ts'
import { knownDevice } from '../sign-in/known-device.ts'
import { type Counted, countAttempt, fromNetwork, takeBack } from '../sign-in/throttle.ts'
import { welcome } from '../sign-in/welcome.ts'

/**
 * Takes the second step of a sign-in: the app's present code, or a backup code.
 * @returns the cookies of the session.
 * @throws {TimoneError} `sign-in-refused` for a wrong or used code, and when the first step was too long ago;
 * `too-many-attempts`.
 */
export async function takeSecondStep(
  dependencies: IdentityDependencies,
  client: Client,
  input: { readonly code: string },
): Promise<readonly string[]> {
  const { engine, accounts } = dependencies
  const from = client.address
  const headers = await stepHeaders(dependencies, client)
  const pending = await engine.api.pendingPerson({ headers })
  const person = await accounts.read((reader) => findPerson(reader, pending.personId ?? ''))
  const refuse = async (reason: SignInRefusal) => {
    const email = person && { email: person.email }
    await accounts.write((writer) =>
      recordAccess(writer, atTheDoor, identityEvents.signInRefused, { reason, ...email, from }),
    )
    return reason === 'stepExpired' ? stepExpired() : wrongCode()
  }
  const device = person && (await knownDevice(dependencies, client, person.email))
  const attempt = await countAttempt(dependencies, countedCode(person, from, device), {
    ...(person && { email: person.email }),
    from,
  })
  if (!person) throw await refuse('stepExpired')
  const code = input.code.replace(/\s/g, '')
  const isTimed = /^\d{6}$/.test(code)
  if (isTimed && !(await spendTimedCode(dependencies, person.id, code))) throw await refuse('spentCode')
  const request = { body: { code }, headers, asResponse: true } as const
  const answer = await readAnswer(
    isTimed ? await engine.api.verifyTOTP(request) : await engine.api.verifyBackupCode(request),
  )
  if (!answer.ok || !cameInAs(answer, person)) {
    const isOver = stepIsOver.includes(answer.code ?? '')
    throw await refuse(isOver ? 'stepExpired' : person.disabled ? 'disabled' : 'wrongCode')
  }
  await takeBack(dependencies, [attempt.network])
  const secondFactor = isTimed ? 'code' : 'backupCode'
  return [...answer.cookies, ...(await welcome(dependencies, person, client, { method: 'password', secondFactor }))]
}

/** What a code counts against. Whoever tries has the password already: on a device that is not known they soon wait. */
const countedCode = (person: Account | undefined, from: string, device: string | undefined): Counted =>
  device === undefined
    ? [...(person ? [['code', person.id] as const] : []), ...fromNetwork(from)]
    : [['device', device]]

/** The engine's error codes that mean: type the password again. */
const stepIsOver = ['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE']

const cameInAs = ({ body }: EngineAnswer, { id }: Account): boolean =>
  (body.user as { id?: string } | undefined)?.id === id

/** Only the cookie of this step: given a session cookie too, the engine would check that session's person instead. */
async function stepHeaders({ engine }: Pick<IdentityDependencies, 'engine'>, client: Client): Promise<Headers> {
  const { name } = (await engine.$context).createAuthCookie('two_factor')
  const headers = engineHeaders(client)
  const value = parseCookies(headers.get('cookie') ?? '').get(name)
  headers.delete('cookie')
  if (value !== undefined) headers.set('cookie', `${name}=${value}`)
  return headers
}

/** A code works only once (RFC 6238, 5.2): false when it was used before. */
export function spendTimedCode(
  { accounts, clock }: Pick<IdentityDependencies, 'accounts' | 'clock'>,
  person: PersonId,
  code: string,
): Promise<boolean> {
  const at = clock.now()
  const hash = createHash('sha256').update(`${person}:${code}`).digest('hex')
  const since = new Date(at.getTime() - limits.spentCode)
  return accounts.write((writer) => spendCode(writer, { person, hash, at, since }))
}

const wrongCode = () =>
  signInRefused('Il codice non è quello giusto.', {
    place: 'codice',
    message: 'è sbagliato, scaduto o già usato',
    remedy: 'scrivere quello che l’app mostra ora, o un codice di riserva mai usato',
  })

const stepExpired = () =>
  signInRefused('L’accesso va ricominciato.', {
    place: 'accesso',
    message: 'è passato troppo tempo dalla password, o i codici sbagliati sono stati troppi',
    remedy: 'tornare alla pagina di accesso e dare di nuovo la password',
  })
