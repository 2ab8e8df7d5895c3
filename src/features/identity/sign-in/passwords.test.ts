// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { createPasswords } from './passwords.ts'

const passwords = createPasswords()

/** argon2id of the reference implementation: `echo -n password | argon2 somesalt -id -t 2 -k 64 -p 1`. */
const reference = '$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ'

test('a hash is PHC, with the cost that OWASP asks, and salted', async () => {
  const [one, two] = [await passwords.hash('una parola'), await passwords.hash('una parola')]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(two).not.toBe(one)
  expect(await passwords.verify(one, 'una parola')).toBe(true)
  expect(await passwords.verify(one, 'un’altra parola')).toBe(false)
})

test('accents are the same however they are composed', async () => {
  const hash = await passwords.hash('perché così')
  expect(await passwords.verify(hash, 'perche\u0301 cosi\u0300')).toBe(true)
})

test.each(['', 'una parola', '$2b$12$abcdefghijklmnopqrstuv', `${reference}$`, '$argon2id$v=19$m=0,t=0,p=0$$'])(
  'what is no hash of ours (%j) matches nothing',
  async (hash) => {
    expect(await passwords.verify(hash, 'una parola')).toBe(false)
  },
)
