// SPDX-License-Identifier: AGPL-3.0-or-later
import { argon2 as argon2Callback, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { createTurns, type Turns } from './turns.ts'

const argon2 = promisify(argon2Callback)

/** argon2id as OWASP's Password Storage Cheat Sheet asks: 19 MiB, two passes, one lane. */
const parameters = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const saltLength = 16

/** Each takes a thread for some 30 ms, of which node has four: files and compression need the others. */
const capacity = { atWork: 2, waiting: 16, ofOneNetwork: 8 }

/** The one place where passwords are hashed. It is costly, and whoever wants to can ask for it: it goes by turns. */
export type Passwords = {
  /** The hash of a password in PHC format: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. @throws {TimoneError} `too-busy` */
  hash(password: string): Promise<string>
  /**
   * True when the password is the one of the hash, whichever parameters it was made with.
   * @throws {TimoneError} `too-busy`
   */
  verify(hash: string, password: string): Promise<boolean>
  /** Runs what will hash a password within one turn, so that nothing is asked of the database before it has come. */
  inTurn: Turns['take']
}

/** Builds the place where passwords are hashed. */
export function createPasswords(): Passwords {
  const turns = createTurns(capacity)
  return {
    hash: (password) => turns.take('known', () => hashPassword(password)),
    verify: (hash, password) => turns.take('known', () => verifyPassword(hash, password)),
    inTurn: turns.take,
  }
}

async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(saltLength)
  const { memory, passes, parallelism } = parameters
  const tag = await argon2('argon2id', { ...parameters, message: normal(password), nonce })
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`
}

async function verifyPassword(hash: string, password: string): Promise<boolean> {
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
