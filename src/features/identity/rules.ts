// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../kernel/errors.ts'
import { fold } from '../../kernel/text.ts'
import { type Guessing, guessesOf } from './sign-in/guesses.ts'

/** The least and the most characters of a password (very long ones cost the server time). */
export const passwordLength = { least: 12, most: 200 } as const

/** A password that takes fewer guesses than this power of ten is too easy: somebody tries so many in a few weeks. */
const fewestGuesses = 8

/**
 * What is wrong with a chosen password; undefined when it is good (NIST SP 800-63B: it must be long and hard to guess;
 * no rules on kinds of characters).
 * @param field the name of the field, for the problem's place
 * @param guessing what is tried first
 */
export function passwordFault(
  password: string,
  person: { readonly email: string; readonly name: string },
  field: string,
  guessing: Guessing,
): Problem | undefined {
  const wrong = (message: string, remedy: string): Problem => ({ place: field, message, remedy })
  const { length } = password
  if (length < passwordLength.least) {
    return wrong(`ha meno di ${passwordLength.least} caratteri`, 'per esempio quattro parole che non stanno insieme')
  }
  if (length > passwordLength.most) return wrong(`supera i ${passwordLength.most} caratteri`, 'accorciarla')
  const plain = fold(password)
  const [mailbox = ''] = person.email.split('@')
  const own = [person.email, mailbox, ...fold(person.name).split(' ')].map(fold).filter((word) => word.length >= 4)
  const found = own.find((word) => plain.includes(word))
  if (found) return wrong('contiene il nome o l’indirizzo di posta', 'sceglierne una che non parli di te')
  if (new Set(plain).size < 5) return wrong('ripete pochi caratteri', 'usarne di più vari')
  if ('01234567890123456789'.includes(plain) || 'abcdefghijklmnopqrstuvwxyz'.includes(plain)) {
    return wrong('è una sequenza', 'sceglierne un’altra')
  }
  const { power, named } = guessesOf(password, guessing)
  if (power >= fewestGuesses) return undefined
  const inventive = 'scrivere quattro parole che non stanno insieme'
  return named
    ? wrong('è fatta di nomi che qui tutti conoscono e di poco altro: dell’ente, di Timone, tuoi', inventive)
    : wrong('è fra le prime che si provano: parole comuni, numeri, cifre al posto di lettere', inventive)
}

/** An address of this site to go back to; anything else becomes the home page. */
export function localPath(wanted: string | undefined): string {
  const base = 'http://timone.invalid'
  if (wanted === undefined || wanted.length > 2000 || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(wanted)) return '/'
  if (!URL.canParse(wanted, base)) return '/'
  const { origin, pathname, search } = new URL(wanted, base)
  return origin === base && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
}

/** `Rita@Ente.example ` → `rita@ente.example`. */
export const normalEmail = (email: string): string => email.trim().toLowerCase()

/**
 * True for a text that looks like an email address: a name, @, a domain with a dot; at most 254 characters (RFC 5321).
 */
export const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\.]+$/.test(text)

/** A name as it is stored: single spaces between words. */
export const normalName = (name: string): string => name.trim().replace(/ +/g, ' ')

/** What is wrong with a person's name; at most one problem. @param field the name of the field */
export function personNameFault(name: string, field: string): Problem[] {
  if (name === '') return [{ place: field, message: 'manca', remedy: 'nome e cognome' }]
  if (name.length > 100) return [{ place: field, message: 'supera i 100 caratteri', remedy: 'accorciarlo' }]
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(name))
    return [{ place: field, message: 'contiene caratteri di controllo', remedy: 'riscriverlo' }]
  return []
}

/**
 * The network that an address is counted as: an IPv4 address is its own, of IPv6 the first 64 bits count, because every
 * subscriber has at least as many addresses as the other 64 allow.
 * @param address as the web server gives it
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::')
  const groups = head.split(':').filter(Boolean)
  const ending = tail?.split(':').filter(Boolean) ?? []
  const filled = [...groups, ...Array(Math.max(0, 8 - groups.length - ending.length)).fill('0'), ...ending]
  return `${filled
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

/** The minutes between two instants, rounded up. */
export const minutesBetween = (from: number, to: number): number => Math.max(1, Math.ceil((to - from) / 60_000))
