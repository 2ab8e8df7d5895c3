// SPDX-License-Identifier: AGPL-3.0-or-later
import { firstOfMonth, isIsoDate, lastOfMonth, monthNumber } from '../../../../kernel/dates.ts'
import type { Timing } from '../../model.ts'

const printedDate =
  /^(?:(?<from>(?:a partire )?(?:dal? |dall['’])) *|entro (?:il |la fine di )?)?(?:(?<day>\d{1,2})[°º]? )?(?<month>\p{L}+) (?<year>20\d\d)$/iu

const dayInText = /\bentro il (?<day>\d{1,2})[°º]? (?<month>\p{L}+)/iu

/**
 * `Da marzo 2026` → from 1 March; `Marzo 2026`, `Entro marzo 2026` → by 31 March (a bare month is its first day for
 * "from", its last for "by"). A day counts where it is printed: with the month, or in the line's text («entro il 23
 * settembre»), if the month is the same. Undefined when the words are no date.
 * @param words what stands before the line's text: trimmed, with single blanks.
 */
export function readTiming(words: string, text = ''): Timing | undefined {
  const { from, day, month = '', year = '' } = printedDate.exec(words)?.groups ?? {}
  const number = monthNumber(month)
  if (number === undefined) return undefined
  const onDay = (day: string) => `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  if (from !== undefined) return ifValid({ kind: 'from', date: day ? onDay(day) : firstOfMonth(Number(year), number) })
  if (day !== undefined) return ifValid({ kind: 'by', date: onDay(day) })
  const said = dayInText.exec(text)?.groups
  const exact = said?.day && monthNumber(said.month ?? '') === number ? onDay(said.day) : ''
  return { kind: 'by', date: isIsoDate(exact) ? exact : lastOfMonth(Number(year), number) }
}

const ifValid = (timing: Timing & { readonly date: string }): Timing | undefined =>
  isIsoDate(timing.date) ? timing : undefined
