// SPDX-License-Identifier: AGPL-3.0-or-later
import { firstOfMonth, isIsoDate, lastOfMonth, monthNumber } from '../../../kernel/dates.ts'
import type { Timing } from '../model.ts'

const printedDate =
  /^(?:(?<from>(?:a partire )?(?:dal? |dall['’])) *|entro (?:il |la fine di )?)?(?:(?<day>\d{1,2})[°º]? )?(?<month>\p{L}+) (?<year>20\d\d)$/iu

/**
 * `Da marzo 2026` → from 1 March; `Marzo 2026`, `Entro marzo 2026` → by 31 March (a bare month is its first day for
 * "from", its last for "by"); a day, where printed, counts. Undefined when the words are no date.
 * @param words trimmed, with single blanks.
 */
export function readTiming(words: string): Timing | undefined {
  const { from, day, month = '', year = '' } = printedDate.exec(words)?.groups ?? {}
  const number = monthNumber(month)
  if (number === undefined) return undefined
  const kind = from === undefined ? 'by' : 'from'
  const date =
    day !== undefined
      ? `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
      : (kind === 'from' ? firstOfMonth : lastOfMonth)(Number(year), number)
  return isIsoDate(date) ? { kind, date } : undefined
}
