// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmail, localPath, networkOf, passwordFault } from './rules.ts'

const guessing = {
  common: new Map([['password', 2]]),
  names: new Set(['benvenuto', 'vaiiechiara', 'comune']),
}
const person = { email: 'rita.neri@vallechiara.example', name: 'Rita Neri' }

test.each([
  ['', 'meno di 12'],
  ['undici-lett', 'meno di 12'],
  ['x'.repeat(201), 'supera i 200'],
  ['ciao rita.neri@vallechiara.example', 'contiene il nome'],
  ['RITA.NÉRI prima di tutti', 'contiene il nome'],
  ['abababababab', 'ripete pochi caratteri'],
  ['123456789012', 'sequenza'],
  ['abcdefghijklmnop', 'sequenza'],
  ['Password!2026!', 'prime che si provano'],
  ['pa55w0rdP@$$WORD', 'prime che si provano'],
  ['Benvenuto2026', 'nomi che qui tutti conoscono'],
  ['C0mune V4llechi4ra!', 'nomi che qui tutti conoscono'],
])('%j is no password', (password, words) => {
  expect(passwordFault(password, person, 'password', guessing)?.message).toContain(words)
})

test.each(['quattro cavalli senza fretta', 'però-così-è-già-più', '8Kf!zq2Lw0$t', '🐌🐎🐌🧥🐎🌊🐢🐌🐎🌵🐢🌊'])(
  '%j will do',
  (password) => {
    expect(passwordFault(password, person, 'password', guessing)).toBeUndefined()
  },
)

test.each([
  ['/enti/comune-di-vallechiara?vista=1', '/enti/comune-di-vallechiara?vista=1'],
  ['/', '/'],
  [undefined, '/'],
  ['', '/'],
  ['enti', '/'],
  ['//altrove.example', '/'],
  ['///altrove.example', '/'],
  ['/\\altrove.example', '/'],
  ['/\t/altrove.example', '/'],
  ['/..//altrove.example', '/'],
  ['/.//altrove.example', '/'],
  ['/%2F%2Faltrove.example', '/%2F%2Faltrove.example'],
  ['https://altrove.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/a\r\nset-cookie: x=y', '/'],
  [`/${'a'.repeat(2000)}`, '/'],
])('from %j one goes back to %j', (wanted, path) => {
  expect(localPath(wanted)).toBe(path)
})

test('whatever is asked for, one stays on this site', () => {
  const parts = fc.constantFrom(
    '/',
    '//',
    '\\',
    '..',
    '.',
    '@',
    ':',
    '?',
    '#',
    'altrove.example',
    'https:',
    '%2f',
    '\t',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (pieces) => {
      const to = localPath(`/${pieces.join('')}`)
      expect(new URL(to, 'https://timone.example/accesso').origin).toBe('https://timone.example')
      expect(localPath(to)).toBe(to)
    }),
  )
})

test.each(['rita@vallechiara.example', 'o’neri+ict@posta.vallechiara.example'])('%s is an address', (text) => {
  expect(isEmail(text)).toBe(true)
})

test.each([
  'rita',
  'rita@',
  '@a.example',
  'rita@localhost',
  'a@b@c.example',
  'a b@c.example',
  'a@c.example,b@c.example',
  `${'a'.repeat(250)}@c.example`,
])('%j is no address', (text) => {
  expect(isEmail(text)).toBe(false)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:5::1', '2001:db8:0:5::/64'],
  ['2001:0DB8:0000:0005:ffff:ffff:ffff:ffff', '2001:db8:0:5::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:0:5:1:2:3::', '2001:db8:0:5::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
