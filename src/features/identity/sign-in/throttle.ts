// SPDX-License-Identifier: AGPL-3.0-or-later

import { createHmac } from 'node:crypto'
import { tooManyAttempts } from '../../../kernel/errors.ts'
import { recordAccess } from '../../audit/index.ts'
import { atTheDoor, type IdentityDependencies } from '../dependencies.ts'
import { identityEvents } from '../events.ts'
import { limits, mostAttempts } from '../model.ts'
import { minutesBetween, networkOf } from '../rules.ts'
import { forgetAttempts, insertAttempts, latestAttempts, removeAttempts } from './attempt-store.ts'

type Kind = keyof typeof mostAttempts
type Needs = Pick<IdentityDependencies, 'accounts' | 'clock' | 'settings'>

/** What an attempt counts against. */
export type Counted = readonly (readonly [kind: Kind, value: string])[]

/** The keys of counted attempts by kind, to take them back. */
export type CountedAttempt = Partial<Record<Kind, string>>

/** An attempt from a network address, whoever it is for. */
export const fromNetwork = (address: string): Counted => [['network', networkOf(address)]]

/**
 * An attempt for an account. On a known device it counts against the device alone: neither strangers nor the neighbours
 * on its network can make it wait.
 * @param device its key, as `knownDevice` gives it
 */
export const forAccount = (email: string, address: string, device: string | undefined): Counted =>
  device === undefined ? [accountFrom(email, address), ...fromNetwork(address)] : [['device', device]]

const accountFrom = (email: string, address: string) => ['account', `${networkOf(address)} ${email}`] as const

/**
 * Counts an attempt before it is made, so that many at once cannot slip through. It counts until it is taken back or
 * the window has passed.
 * @throws {TimoneError} `too-many-attempts`. A refusal does not count as an attempt, and is written to the journal once
 * per window.
 */
export async function countAttempt(
  { accounts, clock, settings }: Needs,
  counted: Counted,
  who: { readonly email?: string; readonly from: string },
): Promise<CountedAttempt> {
  const now = clock.now()
  const since = new Date(now.getTime() - limits.attemptWindow)
  const attempts = counted.map(([kind, value]) => ({
    most: mostAttempts[kind],
    subject: subjectOf(settings.secret, kind, value),
  }))
  const subjects = attempts.map(({ subject }) => subject)
  const ids = await accounts.write((writer) => insertAttempts(writer, subjects, now))
  for (const { subject, most } of attempts) {
    const holding = (await accounts.read((reader) => latestAttempts(reader, subject, since, most + 1)))[most]
    if (!holding) continue
    await accounts.write(async (writer) => {
      await removeAttempts(writer, ids)
      const told = subjectOf(settings.secret, 'told', subject)
      if ((await latestAttempts(writer, told, since, 1)).length > 0) return
      await insertAttempts(writer, [told], now)
      await recordAccess(writer, atTheDoor, identityEvents.signInRefused, { reason: 'tooManyAttempts', ...who })
    })
    throw tooManyAttempts(minutesBetween(now.getTime(), holding.getTime() + limits.attemptWindow))
  }
  return Object.fromEntries(counted.map(([kind], index) => [kind, ids[index]]))
}

/** Takes back an attempt that turned out not to be a failure. */
export async function takeBack({ accounts }: Needs, ids: readonly (string | undefined)[]): Promise<void> {
  const known = ids.filter((id) => id !== undefined)
  if (known.length > 0) await accounts.write((writer) => removeAttempts(writer, known))
}

/** Forgets failures: the person has now proved who they are. What a whole network did is not forgotten. */
export async function forgive({ accounts, clock, settings }: Needs, counted: Counted): Promise<void> {
  const before = new Date(clock.now().getTime() - 4 * limits.attemptWindow)
  const subjects = counted
    .filter(([kind]) => kind !== 'network')
    .map(([kind, value]) => subjectOf(settings.secret, kind, value))
  await accounts.write((writer) => forgetAttempts(writer, subjects, before))
}

/** The table holds hashes, so that reading it does not tell who tried. */
const subjectOf = (secret: string, kind: string, value: string): string =>
  createHmac('sha256', secret).update(`attempt:${kind}:${value}`).digest('hex')
