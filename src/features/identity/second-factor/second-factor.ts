// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Client } from '../../../kernel/access.ts'
import { invalidInput, notNow } from '../../../kernel/errors.ts'
import { recordAccess } from '../../audit/index.ts'
import { demandOwnPassword, hasPassword } from '../account/own-password.ts'
import { actorOf, type IdentityDependencies } from '../dependencies.ts'
import { engineHeaders, readAnswer } from '../engine/answer.ts'
import type { PendingSecret } from '../engine/steps.ts'
import { identityEvents } from '../events.ts'
import type { SignedIn } from '../model.ts'
import { findPerson } from '../people/person-store.ts'
import { endSessions, findSessions } from '../sign-in/session-store.ts'
import { spendTimedCode } from './second-step.ts'

/** The state of a person's own second factor. */
export type OwnSecondFactor = {
  readonly on: boolean
  readonly demanded: boolean
  /** Set while it is being set up: what to enter into the authenticator app. */
  readonly pending?: PendingSecret
  /** True when the person signs in by password. Otherwise the second factor is their provider's business. */
  readonly hasPassword: boolean
}

/** Cookies for the browser: the engine may have replaced the session. */
type Step<Result> = { readonly cookies: readonly string[] } & Result

/** The state of the viewer's second factor. */
export async function readOwnSecondFactor(
  dependencies: IdentityDependencies,
  { person }: SignedIn,
  client: Client,
): Promise<OwnSecondFactor> {
  const { accounts, engine } = dependencies
  const account = await accounts.read((reader) => findPerson(reader, person.id))
  const on = account?.secondFactor === true
  const begun: Partial<PendingSecret> = on ? {} : await engine.api.pendingSecret({ headers: engineHeaders(client) })
  const { secret, uri } = begun
  return {
    on,
    demanded: account?.secondFactorDemanded === true,
    ...(secret !== undefined && uri !== undefined && { pending: { secret, uri } }),
    hasPassword: await hasPassword(dependencies, person),
  }
}

/**
 * Begins to set up a second factor. Its secret can be read until a code confirms it.
 * @throws {TimoneError} `invalid-input` for a wrong password, `too-many-attempts`, `not-now` when there is one already.
 */
export async function beginSecondFactor(
  dependencies: IdentityDependencies,
  own: SignedIn,
  input: { readonly password: string },
  client: Client,
): Promise<void> {
  await demandOwnPassword(dependencies, own, input.password, 'password', client.address)
  const { engine } = dependencies
  const body = { password: input.password, method: 'totp' as const }
  const answer = await readAnswer(
    await engine.api.enableTwoFactor({ body, headers: engineHeaders(client), asResponse: true }),
  )
  if (!answer.ok) throw unchanged()
}

/**
 * Confirms the second factor with a code from the app. From now on every sign-in asks for a code; the sessions that a
 * password alone had opened elsewhere end.
 * @returns the backup codes, which are not shown again.
 * @throws {TimoneError} `invalid-input` for a wrong code, `not-now` when nothing was begun.
 */
export async function confirmSecondFactor(
  dependencies: IdentityDependencies,
  { person, sessionId }: SignedIn,
  input: { readonly code: string },
  client: Client,
): Promise<Step<{ readonly backupCodes: readonly string[] }>> {
  const { engine, memory } = dependencies
  const code = input.code.replace(/\s/g, '')
  const [account, sessions] = await dependencies.accounts.read((reader) =>
    Promise.all([findPerson(reader, person.id), findSessions(reader, person.id, dependencies.clock.now())]),
  )
  if (account?.secondFactor !== false) throw unchanged()
  const request = { body: { code }, headers: engineHeaders(client), asResponse: true } as const
  const answer = await readAnswer(await engine.api.verifyTOTP(request))
  if (!answer.ok) {
    if (answer.code !== 'INVALID_CODE') throw unchanged()
    const remedy =
      'scrivere le sei cifre che si vedono ora; se non basta, controllare che il telefono abbia l’ora giusta'
    throw invalidInput('Il codice non è giusto.', [
      { place: 'codice', message: 'non è quello che mostra l’app', remedy },
    ])
  }
  memory.forget()
  await spendTimedCode(dependencies, person.id, code)
  const others = sessions.map(({ id }) => id)
  await dependencies.accounts.write((writer) => endSessions(writer, person.id, { among: others, except: sessionId }))
  await tell(dependencies, person, 'secondFactorSetUp')
  const { backupCodes } = await engine.api.viewBackupCodes({ body: { userId: person.id } })
  return { cookies: answer.cookies, backupCodes }
}

/**
 * Makes new backup codes in place of the old ones.
 * @throws {TimoneError} `invalid-input` for a wrong password, `too-many-attempts`, `not-now` without a second factor.
 */
export async function renewBackupCodes(
  dependencies: IdentityDependencies,
  own: SignedIn,
  input: { readonly password: string },
  client: Client,
): Promise<Step<{ readonly backupCodes: readonly string[] }>> {
  await demandOwnPassword(dependencies, own, input.password, 'password', client.address)
  const body = { password: input.password }
  const answer = await readAnswer(
    await dependencies.engine.api.generateBackupCodes({ body, headers: engineHeaders(client), asResponse: true }),
  )
  if (!answer.ok) throw unchanged()
  await tell(dependencies, own.person, 'backupCodesRenewed')
  return { cookies: answer.cookies, backupCodes: answer.body.backupCodes as string[] }
}

/**
 * Removes one's own second factor.
 * @throws {TimoneError} `not-now` when an administrator demands it; `invalid-input`, `too-many-attempts`.
 */
export async function removeOwnSecondFactor(
  dependencies: IdentityDependencies,
  own: SignedIn,
  input: { readonly password: string },
  client: Client,
): Promise<Step<object>> {
  const { accounts, engine, memory } = dependencies
  const account = await accounts.read((reader) => findPerson(reader, own.person.id))
  if (account?.secondFactorDemanded) {
    const remedy = 'chiedere a chi amministra Timone di non richiederlo più'
    throw notNow('Il secondo fattore resta.', { place: 'secondo fattore', message: 'ti è richiesto', remedy })
  }
  await demandOwnPassword(dependencies, own, input.password, 'password', client.address)
  const body = { password: input.password }
  const answer = await readAnswer(
    await engine.api.disableTwoFactor({ body, headers: engineHeaders(client), asResponse: true }),
  )
  memory.forget()
  if (!answer.ok) throw unchanged()
  await tell(dependencies, own.person, 'secondFactorRemoved')
  return { cookies: answer.cookies }
}

const tell = (
  { accounts }: IdentityDependencies,
  person: SignedIn['person'],
  type: 'secondFactorSetUp' | 'secondFactorRemoved' | 'backupCodesRenewed',
) => accounts.write((writer) => recordAccess(writer, actorOf(person), identityEvents[type], {}))

const unchanged = () =>
  notNow('Il secondo fattore è rimasto come era.', {
    place: 'secondo fattore',
    message: 'nel frattempo il suo stato è cambiato',
    remedy: 'ricaricare la pagina e ricominciare',
  })
