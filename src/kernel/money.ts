// SPDX-License-Identifier: AGPL-3.0-or-later

/** An amount in euro as a decimal string with at most two decimals, e.g. `1234.50`: never a float. */
export type Amount = string

const italian = new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR', useGrouping: 'always' })
const numberFormat = new Intl.NumberFormat('it-IT', { useGrouping: 'always' })

/** True for `0`, `1234`, `1234.5`, `-10.00`; at most twelve digits before the point. */
export const isAmount = (value: string): boolean => /^-?\d{1,12}(\.\d{1,2})?$/.test(value)

/**
 * An amount as people type it: `1.234,50`, `1234,5`, `€ 1.234`, `1234.50`; undefined when the text is not an amount. A
 * point before three digits groups thousands; before one or two digits it separates the cents.
 */
export function readAmount(text: string): Amount | undefined {
  const bare = text.replace(/€|euro|[\s’']/gi, '')
  const grouped = /^-?\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(bare)
  const amount = (grouped ? bare.replaceAll('.', '') : bare).replace(',', '.')
  return isAmount(amount) ? fromCents(toCents(amount)) : undefined
}

/** Euro amount → whole cents. */
export function toCents(amount: Amount): bigint {
  const [euros = '0', decimals = ''] = amount.replace('-', '').split('.')
  const cents = BigInt(euros) * 100n + BigInt(decimals.padEnd(2, '0'))
  return amount.startsWith('-') ? -cents : cents
}

/** Whole cents → euro amount with two decimals. */
export function fromCents(cents: bigint): Amount {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Exact sum of amounts. */
export const sumAmounts = (amounts: Iterable<Amount>): Amount => {
  let total = 0n
  for (const amount of amounts) total += toCents(amount)
  return fromCents(total)
}

/** `1234.5` → `1.234,50 €` (no-break space before the sign). */
export const formatAmount = (amount: Amount): string => italian.format(amount as Intl.StringNumericLiteral)

/** `4950` → `4.950`. */
export const formatNumber = (value: number): string => numberFormat.format(value)
