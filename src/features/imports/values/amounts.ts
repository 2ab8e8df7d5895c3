// SPDX-License-Identifier: AGPL-3.0-or-later

const grouped = String.raw`\d{1,3}(?:[.’' ]\d{3})+(?:,\d{1,2})?`
const plain = String.raw`\d+(?:[.,]\d{1,2})?`
const amount = new RegExp(
  String.raw`(?:(?<before>€|euro|eur)\s*)?(?<digits>${grouped}|${plain})(?:\s*(?<after>€|euro\b|eur\b))?`,
  'giu',
)

/** An amount found in a text. */
export type PrintedAmount = { readonly euro: number; readonly start: number; readonly end: number }

/**
 * The first amount in a text: `€ 1.089.859`, `899.074,22`, `€67.759,00`, `12.500 euro`. Points and apostrophes group
 * thousands, the comma separates the cents; a lone point before two digits is a comma (`1234.50`). Without a euro sign
 * only grouped or decimal numbers count: `2024` is not an amount.
 */
export function findAmount(text: string): PrintedAmount | undefined {
  for (const match of text.matchAll(amount)) {
    const { before, digits = '', after } = match.groups ?? {}
    const start = match.index
    const end = start + match[0].length
    const isMoney = before !== undefined || after !== undefined || /^\d{1,3}([.’' ]\d{3})+|,\d{2}$/.test(digits)
    const borders =
      /[\p{L}\d./]$/u.test(text.slice(Math.max(0, start - 2), start)) || /^[\d/]|^\.\d/.test(text.slice(end, end + 2))
    if (isMoney && !borders) return { euro: toEuro(digits), start, end }
  }
  return undefined
}

/** The amount in a cell that holds nothing else. A plain number counts, as in a column of amounts. */
export function onlyAmount(text: string): number | undefined {
  const trimmed = text.replace(/[\s€]|euro/giu, (found) => (found.trim() === '' ? ' ' : '')).trim()
  return new RegExp(`^(?:${grouped}|${plain})$`).test(trimmed) ? toEuro(trimmed) : undefined
}

function toEuro(digits: string): number {
  const bare = digits.replace(/[’' ]/g, '')
  const decimalPoint = /^\d+\.\d{1,2}$/.test(bare)
  return Number(decimalPoint ? bare : bare.replaceAll('.', '').replace(',', '.'))
}
