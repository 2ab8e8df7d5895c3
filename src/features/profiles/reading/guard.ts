// SPDX-License-Identifier: AGPL-3.0-or-later
import { notAPlan, type TimoneError, tooLarge } from '../../../kernel/errors.ts'
import { isNothing } from '../canonical.ts'
import type { Finding, Path } from './source.ts'

/** The largest size of a profile, in bytes. */
export const mostBytes = 20 * 2 ** 20

/** A profile has seven levels. Data that is deeper, or contains itself, is not a profile. */
const mostLevels = 30

/** @param why what the file is instead, as the end of a sentence. */
export const notAProfile = (name: string, why: string, remedy: string): TimoneError =>
  notAPlan(`${name} non è un profilo: ${why}.`, { place: name, message: why, remedy })

/**
 * The text of a file. A file that cannot be a profile is refused before it is parsed.
 * @throws {TimoneError} `too-large` or `not-a-plan`.
 */
export function textOf(content: string | Uint8Array, name: string): string {
  if (content.length > mostBytes) throw tooLarge(name, '20 MB')
  const text = typeof content === 'string' ? content : decode(content, name)
  if (text.startsWith('%PDF')) {
    throw notAProfile(name, 'è un PDF', `per riprendere il piano da un PDF di Timone: timone draft ${name}`)
  }
  if (text.includes('\0')) throw notAProfile(name, 'non è un file di testo', 'indicare un file YAML o JSON')
  if (text.trim() === '') throw notAProfile(name, 'è vuoto', 'cominciare con: timone profile init NOME')
  return text
}

function decode(bytes: Uint8Array, name: string): string {
  if (bytes.includes(0)) return '\0'
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notAProfile(name, 'non è testo in UTF-8', 'salvarlo con la codifica UTF-8')
  }
}

/**
 * Walks all data once: removes empty keys, and finds texts that no format can hold.
 * @returns the data without empty keys, and the findings.
 * @throws {TimoneError} `too-large` when repeated anchors make it bigger than any profile, `not-a-plan` when the data
 * is deeper than any profile.
 */
export function cleanse(
  data: unknown,
  name: string,
): { readonly data: unknown; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  let size = 0
  const walk = (value: unknown, path: Path): unknown => {
    size += typeof value === 'string' ? value.length : 1
    if (size > mostBytes) throw tooLarge(`${name}, con i rimandi (& e *) scritti per esteso,`, '20 MB')
    if (path.length > mostLevels) throw notAProfile(name, 'ha troppi livelli', 'controllare rientri e rimandi (& e *)')
    if (typeof value === 'string') {
      const finding = unprintable(value)
      if (finding) findings.push({ path, ...finding })
      return value
    }
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index]))
    if (typeof value !== 'object' || value === null) return value
    const members = Object.entries(value).map(([key, item]): [string, unknown] => [key, walk(item, [...path, key])])
    return Object.fromEntries(members.filter(([, item]) => !isNothing(item)))
  }
  return { data: walk(data, []), findings }
}

/** Control characters other than tab and line ends, and lone surrogates: databases and XML refuse them. */
function unprintable(text: string): Omit<Finding, 'path'> | undefined {
  const [control] = text.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/) ?? []
  if (control === undefined && text.isWellFormed()) return undefined
  const what = control === undefined ? 'un carattere spezzato' : `il carattere di controllo ${codePoint(control)}`
  return { message: `il testo contiene ${what}`, remedy: 'toglierlo: di solito viene da un copia e incolla' }
}

const codePoint = (character: string) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
