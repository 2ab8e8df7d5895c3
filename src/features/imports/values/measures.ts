// SPDX-License-Identifier: AGPL-3.0-or-later

/** A PNRR measure named in a text. */
export type PrintedMeasure = { readonly measure: string; readonly start: number; readonly end: number }

const named =
  /(?:\b(?:misur[ae]|invest(?:imento|imenti|\.)|avviso|bando|sub-?misura|intervento|pnrr|m1c1)[\s:.–-]*)+(?:\bpnrr[\s:.–-]*|\bm\d\s?c\d[\s:.–-]*|\bn[.°]?\s*)*(\d\.\d{1,2}(?:\.\d{1,2})?)(?![\d])\.?/iu
const bare = /(?:^|\s)(?:m\d\s?c\d\s*[-–.]?\s*)?(\d\.\d{1,2}(?:\.\d{1,2})?)(?![\d.]*\d)\.?(?=[\s”"“'’–—:,-]|$)/iu

/**
 * The first PNRR measure named in a text: `Misura 1.4.1`, `Misura PNRR 1.7.1 “…”`, `M1C1 1.4.3`, `Investimento 1.2`.
 * @param alone accept a number without the word, as cells of a column of measures print it
 */
export function findMeasure(text: string, alone = false): PrintedMeasure | undefined {
  const match = named.exec(text) ?? (alone ? bare.exec(text) : null)
  const measure = match?.[1]
  if (match === null || measure === undefined) return undefined
  return { measure, start: match.index, end: match.index + match[0].length }
}

/** The title beside a measure in a cell, without surrounding quotes and without dashes and colons before it. */
export function measureTitle(text: string, { start, end }: PrintedMeasure): string | null {
  const rest = `${text.slice(0, start)} ${text.slice(end)}`.replace(/\s+/g, ' ').trim()
  const title = rest.replace(/^[\s:–—-]+|[\s:–—-]+$/g, '').trim()
  const unquoted =
    /^["“”«]\s*([^"“”»]+?)\s*["“”»]$/u.exec(title)?.[1] ?? title.replace(/^[”"]\s*|\s*[”"]$/gu, '').trim()
  return unquoted === '' ? null : unquoted
}
