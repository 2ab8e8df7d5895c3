// SPDX-License-Identifier: AGPL-3.0-or-later

/** A measured value in a text: `n. 18 servizi` → 18, `servizi`; `al 31.12.2022` → its date. */
export type Measured = { readonly value: number; readonly unit: string | null; readonly date: string | null }

const number =
  /(?<![\p{L}\d/.,])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?![\d/]|\.\d)\s*(%|per cento)?\s*(\p{L}[\p{L}/]*)?/gu
const date = /\b(?:(\d{1,2})[./-](\d{1,2})[./-])?(20\d\d)\b/
const lawBefore =
  /(?:art(?:t?\.|icol[oi])|comma|legge|l\.|d\.?\s?lgs\.?|dpr|delibera|determina\w*|circolare|n\.\s*del|regolamento|ue)\s*(?:n\.?\s*)?$/i

/**
 * The only value in a text, with its unit and date; undefined when there is none or more than one. Years, dates and
 * numbers of acts are not values.
 */
export function readMeasured(text: string): Measured | undefined {
  const values = [...text.matchAll(number)].filter((match) => {
    const isYear =
      /^(?:19|20)\d\d$/.test(match[1] ?? '') && match[3] === undefined && !/^(?:unità|servizi)/i.test(match[4] ?? '')
    return !isYear && !lawBefore.test(text.slice(0, match.index))
  })
  const [only] = values
  if (values.length !== 1 || only === undefined) return undefined
  const [, whole = '', decimals, percent, unit] = only
  const value = Number(`${whole.replaceAll('.', '')}.${decimals ?? 0}`)
  return { value, unit: percent ? '%' : (unit ?? null), date: dateOf(text) }
}

function dateOf(text: string): string | null {
  const [, day, month, year] = date.exec(text) ?? []
  if (year === undefined) return null
  return day && month ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : year
}
