// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { parseCookies } from 'better-auth/cookies'
import type { Client } from '../../../kernel/access.ts'
import type { IdentityDependencies } from '../dependencies.ts'
import { limits, type Person } from '../model.ts'
import { passwordHashOf } from '../people/credential-store.ts'
import { findPersonByEmail } from '../people/person-store.ts'

type Needs = Pick<IdentityDependencies, 'accounts' | 'clock' | 'settings'>

/** `key.time.signature`; the time is in seconds, in base 36. */
const shape = /^([\w-]{22})\.([0-9a-z]{1,9})\.([\w-]{43})$/

/**
 * The key of a device on which the person has signed in before; undefined for every other. The person's password is part
 * of what the cookie is signed with, so every device is forgotten when it changes.
 * @param email the address of the account, in lower case
 */
export async function knownDevice(
  dependencies: Needs,
  { headers }: Pick<Client, 'headers'>,
  email: string,
): Promise<string | undefined> {
  const { settings, clock, accounts } = dependencies
  const sent = parseCookies(headers.get('cookie') ?? '').get(cookieName(settings, email))
  const [, key, time = '', signature = ''] = shape.exec(sent ?? '') ?? []
  if (key === undefined) return undefined
  if (Number.parseInt(time, 36) * 1000 + limits.device <= clock.now().getTime()) return undefined
  const person = await accounts.read((reader) => findPersonByEmail(reader, email))
  const password = person && (await accounts.read((reader) => passwordHashOf(reader, person.id)))
  if (!person || password === undefined) return undefined
  const expected = signatureOf(settings, person, password, key, time)
  return timingSafeEqual(Buffer.from(signature), Buffer.from(expected)) ? key : undefined
}

/**
 * Makes a device known, from now on, as one of a person who has just proved who they are.
 * @param key of a device that is known already
 * @returns the cookies for it; none for a person without a password, because nothing of theirs can be locked.
 */
export async function rememberDevice(
  { settings, clock, accounts }: Needs,
  person: Person,
  key: string = randomBytes(16).toString('base64url'),
): Promise<readonly string[]> {
  const password = await accounts.read((reader) => passwordHashOf(reader, person.id))
  if (password === undefined) return []
  const time = Math.floor(clock.now().getTime() / 1000).toString(36)
  const value = `${key}.${time}.${signatureOf(settings, person, password, key, time)}`
  const secure = isSecure(settings) ? ' Secure;' : ''
  const attributes = `Max-Age=${limits.device / 1000}; Path=/; HttpOnly;${secure} SameSite=Lax`
  return [`${cookieName(settings, person.email)}=${value}; ${attributes}`]
}

const isSecure = ({ publicAddress }: Needs['settings']): boolean => publicAddress?.startsWith('https:') === true

/**
 * Each account has a cookie of its own, because people share devices. Its name does not tell whose it is, and nobody can
 * guess it: whoever has never been here costs the database nothing.
 */
function cookieName(settings: Needs['settings'], email: string): string {
  const account = createHmac('sha256', settings.secret).update(`device-of:${email}`).digest('hex').slice(0, 16)
  return `${isSecure(settings) ? '__Host-' : ''}timone.device.${account}`
}

const signatureOf = (
  { secret }: Needs['settings'],
  { id }: Person,
  password: string,
  key: string,
  time: string,
): string => createHmac('sha256', secret).update(`device:${id}:${password}:${key}:${time}`).digest('base64url')
