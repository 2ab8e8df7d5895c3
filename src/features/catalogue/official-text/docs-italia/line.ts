// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Correction, Timing } from '../../model.ts'
import { splitOwners } from '../owners.ts'
import { readTiming } from './timing.ts'

/** The contents of one entry of a section «Linee di azione». */
export type PrintedLine = {
  readonly code: string
  readonly timing: Timing
  readonly replanned?: true
  readonly officialText: string
  /** Who does it, for institutional lines; lines for administrations have none. */
  readonly owners: readonly string[] | undefined
}

/** Known slips of a source's print, by code of the line. */
export type KnownSlips = ReadonlyMap<string, readonly Correction[]>

/** Why an entry cannot be read, and what to write instead. */
export type Unreadable = { readonly message: string; readonly remedy: string }

const dash = '[-–—]'
const codeAtEnd = new RegExp(
  `(?:${dash}|\\))\\s*CAP\\s?(?<chapter>\\d)\\s?\\.\\s?(?<pa>PA\\s?\\.\\s?)?(?<la>LA\\s?)?(?<number>\\d{1,3})\\s*[.;]?$`,
  'i',
)
const dateAtStart = new RegExp(`^(?<star>\\*\\s*)?(?<words>[^-–—:*]{1,40}?)\\s*(?<starAfter>\\*)?\\s*(?:${dash}|:)\\s*`)
const ownersAtEnd = new RegExp(`\\s*${dash}?\\s*\\((?<owners>[^()]*(?:\\([^()]*\\)[^()]*)*)\\)$`)
const separatorAtEnd = new RegExp(`[\\s;]*${dash}*\\s*$`)
const dateLike = /^(?:(?:da|dal|entro|a partire)\b.*|\p{L}+) \d+$/iu
const longestLine = 5_000

/** True when the words end as an action line does: a dash, then its code. */
export const endsWithCode = (words: string): boolean => codeAtEnd.test(words)

/**
 * The entry as it is read: the known slips of its line mended, where the print still has them.
 * @param slips by code
 */
export function mendSlips(
  words: string,
  slips: KnownSlips,
): { readonly words: string; readonly mended: readonly Correction[] } {
  const { groups } = codeAtEnd.exec(words) ?? {}
  const mended = (groups && slips.get(codeOf(groups)))?.filter(({ printed }) => words.includes(printed)) ?? []
  return { words: mended.reduce((text, { printed, read }) => text.split(printed).join(read), words), mended }
}

const codeOf = ({ chapter, pa, la, number = '' }: Readonly<Record<string, string | undefined>>): string =>
  `CAP${chapter}.${pa ? 'PA.' : ''}${la ? 'LA' : ''}${number.padStart(2, '0')}`

/**
 * Reads `Mese anno - testo - CAPn.PA.nn` and `Mese anno - testo - (CHI) - CAPn.nn`. Dashes of any length, `Da`,
 * `Entro`, days, `*` (re-planned) before or after the date, blanks inside the code are all accepted.
 * @param words the entry without markup.
 * @param inForce true for the lines already in force, which have no date.
 */
export function readLine(words: string, inForce: boolean): PrintedLine | Unreadable {
  if (words.length > longestLine) {
    return { message: `voce di ${words.length} caratteri`, remedy: `al più ${longestLine}: forse manca un a capo` }
  }
  const found = codeAtEnd.exec(words)
  if (!found?.groups) {
    return { message: 'voce senza codice in fondo', remedy: 'chiuderla con « - CAPn.PA.nn» o « - CAPn.nn»' }
  }
  const code = codeOf(found.groups)
  const body = words.slice(0, found.index + (found[0].startsWith(')') ? 1 : 0)).trim()

  const start = dateAtStart.exec(body)
  const timing = readTiming(start?.groups?.words ?? '', body)
  if (!timing && (!inForce || dateLike.test(start?.groups?.words ?? ''))) {
    return {
      message: `${code}: la data non si legge in «${body.slice(0, 30)}…»`,
      remedy: 'scriverla come «Marzo 2026 - » o «Da marzo 2026 - », o mettere la voce fra le «Linee di azione vigenti»',
    }
  }
  const text = (timing ? body.slice(start?.[0].length) : body).replace(separatorAtEnd, '')
  const owners = found.groups.pa ? null : ownersAtEnd.exec(text)
  const officialText = text.slice(0, owners?.index).replace(separatorAtEnd, '')
  if (officialText === '') return { message: `${code}: manca il testo`, remedy: 'scriverlo fra la data e il codice' }
  return {
    code,
    timing: timing ?? { kind: 'in-force' },
    ...(timing && (start?.groups?.star ?? start?.groups?.starAfter) && { replanned: true }),
    officialText,
    owners: found.groups.pa ? undefined : splitOwners(owners?.groups?.owners ?? ''),
  }
}
