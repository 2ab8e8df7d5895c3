// SPDX-License-Identifier: AGPL-3.0-or-later
import { argon2 as argon2Callback, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const argon2 = promisify(argon2Callback)

/** argon2id as OWASP's Password Storage Cheat Sheet asks: 19 MiB, two passes, one lane. */
const parameters = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const saltLength = 16

/** The hash of a password in PHC format: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(saltLength)
  const { memory, passes, parallelism } = parameters
  const tag = await argon2('argon2id', { ...parameters, message: normal(password), nonce })
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`
}

/** True when the password is the one of the hash, whichever parameters it was made with. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const found = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([\w+/]+)\$([\w+/]+)$/.exec(hash)
  if (!found) return false
  const [, memory, passes, parallelism, salt = '', tag = ''] = found
  const expected = Buffer.from(tag, 'base64')
  const nonce = Buffer.from(salt, 'base64')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const actual = await argon2('argon2id', { ...cost, message: normal(password), nonce, tagLength: expected.length })
  return timingSafeEqual(actual, expected)
}

/** The same password for every way in which keyboards compose accents (RFC 8265). */
const normal = (password: string): string => password.normalize('NFC')

/** PHC's base64 has no padding. */
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '')
