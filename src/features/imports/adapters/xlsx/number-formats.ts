// SPDX-License-Identifier: AGPL-3.0-or-later
import { walkXml } from '../xml.ts'

/** A cell's number in words, by the index of the cell's style. */
export type NumberFormats = (value: number, style: number) => string

/** Formats that Excel knows by number and files do not define: dates, times, percentages (ECMA-376-1, 18.8.30). */
const builtIn = new Map<number, string>([
  ...[14, 15, 16, 22].map((id) => [id, 'd/m/yyyy'] as const),
  [17, 'mmm-yy'],
  ...[18, 19, 20, 21, 45, 46, 47].map((id) => [id, 'h:mm'] as const),
  ...[9, 10].map((id) => [id, '0%'] as const),
])

/** Reads from the styles of a workbook which numbers are dates and percentages. */
export function readNumberFormats(xml: Uint8Array | undefined, from1904: boolean): NumberFormats {
  const formats = new Map(builtIn)
  const styles: number[] = []
  let inCells = false
  walkXml(xml ?? new Uint8Array(), {
    open(tag, { numFmtId, formatCode }) {
      if (tag === 'numFmt' && formatCode !== undefined) formats.set(Number(numFmtId), formatCode)
      else if (tag === 'cellXfs') inCells = true
      else if (tag === 'xf' && inCells) styles.push(Number(numFmtId ?? 0))
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false
    },
  })
  return (value, style) => format(value, formats.get(styles[style] ?? 0) ?? '', from1904)
}

/** A date as `yyyy-mm-dd`, a month as `yyyy-mm`, a percentage as such, any other number with a decimal point. */
function format(value: number, code: string, from1904: boolean): string {
  // Quoted, escaped and bracketed parts (colours, currencies) are not part of the pattern, nor is the section for
  // negative numbers.
  const pattern = code.replace(/"[^"]*"|\\.|_.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').split(';')[0] ?? ''
  if (/[dmyhs]/i.test(pattern)) return formatDate(value, pattern, from1904)
  return pattern.includes('%') ? `${plain(value * 100)}%` : plain(value)
}

const daysTo1970 = 25_569
const daysTo1904 = 1462

function formatDate(value: number, pattern: string, from1904: boolean): string {
  const date = new Date(Math.round((value - daysTo1970 + (from1904 ? daysTo1904 : 0)) * 86_400) * 1000)
  if (Number.isNaN(date.getTime()) || Math.abs(value) > 3_000_000) return plain(value)
  const [day = '', time = ''] = date.toISOString().split('T')
  const clock = time.slice(0, 5)
  if (!/[dy]/i.test(pattern)) return clock
  if (!/d/i.test(pattern)) return day.slice(0, 7)
  return clock === '00:00' ? day : `${day} ${clock}`
}

/** A number without the rounding noise of binary fractions. */
const plain = (value: number): string => String(Number(value.toPrecision(15)))
