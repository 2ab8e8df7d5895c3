// SPDX-License-Identifier: AGPL-3.0-or-later
import { firstOfMonth, type IsoDate, isIsoDate, lastOfMonth, monthNumber } from '../../../kernel/dates.ts'
import { fold } from '../../../kernel/text.ts'
import type { Timing } from '../../catalogue/index.ts'

const months =
  'gen(?:naio|n)?|feb(?:braio|br)?|mar(?:zo)?|apr(?:ile)?|mag(?:gio|g)?|giu(?:gno|gn)?|lug(?:lio|l)?|ago(?:sto)?|' +
  'set(?:tembre|t)?|ott(?:obre)?|nov(?:embre)?|dic(?:embre)?'
const year = String.raw`(?:20\d\d(?:\s?[-–/]\s?20\d\d)?)`
const part = String.raw`(?:(?:primo|secondo|terzo|quarto|[1-4][°ºa]?|I{1,3}|IV)\s+(?:trimestre|quadrimestre|semestre)|[qt][1-4])`
const date = [
  String.raw`\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:20)?\d\d`,
  String.raw`(?:\d{1,2}[°º]?\s+)?(?:${months})\.?\s?[-–/’' ]?\s?(?:20\d\d|\d\d(?!\d))`,
  String.raw`${part}(?:\s+(?:del(?:l['’]anno)?\s+)?|\s?[-–/]\s?)${year}`,
  String.raw`\d{1,2}[°º]?\s+(?:${months})(?![\p{L}])`,
  String.raw`(?:l['’]?anno|anno|fine|inizio|metà|corso del)\s+${year}`,
  year,
].join('|')
const lead = String.raw`(?:(?:a\s+)?(?:partire|decorrere|far data)\s+)?(?:dall?['’]?|da|entro(?:\s+e\s+non\s+oltre)?|fino|sino|al|nel(?:l['’])?|per|in|a)(?:\s+(?:il|la|le|l['’]|al|fine|mese|di|del|dal?l?['’]?|anno|corso|e))*`
const continuing = String.raw`(?:attivit[àa]|azion[ei]|line[ae]|iniziativ[ae])?\s*(?:d['’i]\s?azione\s+)?(?:di\s+tipo\s+|di\s+carattere\s+|gi[àa]\s+)?(?:continuativ[aoe]|continu[ao]|vigent[ei]|permanent[ei]|ricorrent[ei]|in\s+essere|in\s+vigore|ogni\s+anno|annual(?:e|mente))`
const note = String.raw`(?:\s+(?:gi[àa]\s+)?(?:avviat[ae]|in\s+corso|attivat[ae]))?(?:\s*\([^()]{1,80}\))?`
const expression = new RegExp(
  String.raw`^(?:(?:${lead}\s*)?(?:${date})(?![\p{L}\d])|${continuing}(?![\p{L}]))${note}`,
  'iu',
)

/**
 * The words of time at the beginning of a text: `Da marzo 2024`, `dic-25`, `31.12.2025`, `entro il 23 settembre`,
 * `Continuativa`, `azione vigente`, with a bracketed remark after them. Undefined when the text begins differently.
 */
export function takeTiming(text: string): string | undefined {
  const start = text.length - text.trimStart().length
  const found = expression.exec(text.slice(start))?.[0]
  return found === undefined ? undefined : text.slice(0, start + found.length)
}

/** True when a text holds nothing but words of time. */
export function isTiming(text: string): boolean {
  const words = takeTiming(text)
  return words !== undefined && /^[\s.;,]*$/.test(text.slice(words.length))
}

const dayMonthYear = /(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?((?:20)?\d\d)(?!\d)/
const monthYear = new RegExp(String.raw`(?:(\d{1,2})[°º]?\s+)?(${months})\.?\s?[-–/’' ]?\s?(20\d\d|\d\d)(?!\d)`, 'iu')

/**
 * The timing that printed words mean: `Da marzo 2024` → from 2024-03-01; `dic-25`, `Entro dicembre 2025` → by
 * 2025-12-31; `31.12.2025` → by that day; `2025` → by its last day; `vigente`, `Continuativa` → in force. Undefined
 * when the words are not a date.
 */
export function readTiming(words: string): Timing | undefined {
  const from = /^\s*(?:a\s+(?:partire|decorrere)\s+)?(?:dal?l?['’]?|a partire)\b/iu.test(words)
  const exact = dayMonthYear.exec(words)
  if (exact !== null) return timed(from, dayOf(exact[3], Number(exact[2]), exact[1]))
  const named = monthYear.exec(words)
  if (named !== null) {
    const month = monthOf(named[2] ?? '')
    const year = fullYear(named[3])
    return timed(
      from,
      named[1] ? dayOf(named[3], month, named[1]) : from ? firstOfMonth(year, month) : lastOfMonth(year, month),
    )
  }
  if (/vigent|continu|in vigore|permanent/iu.test(words)) return { kind: 'in-force' }
  const bareYear = [...words.matchAll(/20\d\d/g)].at(-1)?.[0]
  return bareYear === undefined ? undefined : timed(from, from ? `${bareYear}-01-01` : `${bareYear}-12-31`)
}

const fullYear = (digits = ''): number => Number(digits.length === 2 ? `20${digits}` : digits)

const monthOf = (name: string): number => monthNumber(fold(name)) ?? 0

const dayOf = (year: string | undefined, month: number, day = ''): IsoDate =>
  `${fullYear(year)}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`

const timed = (from: boolean, date: IsoDate): Timing | undefined =>
  isIsoDate(date) ? { kind: from ? 'from' : 'by', date } : undefined
