// SPDX-License-Identifier: AGPL-3.0-or-later

/** What was done to a text: `U+0007 (carattere di controllo): tolto`. */
export type Change = string

/** Printed for a character that has no glyph and no similar one either. */
const substitute = '□'

/** Signs with a plainer equivalent, for fonts that lack them. */
const plainer: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '–',
  '\u2015': '—',
  '\u2212': '–',
  '\u2713': 'x',
  '\u2714': 'x',
  '\u2705': 'x',
  '\u2610': '□',
  '\u2192': '->',
  '\u2190': '<-',
}

const graphemes = new Intl.Segmenter('it', { granularity: 'grapheme' })

/** Characters beyond printable ASCII, with the character before them, which they may modify. */
const runs = /[\s\S]?[^\n\u0020-\u007e]+/gu

/**
 * Mends a text for printing: composed form (NFC), no invisible or control characters, no character without a glyph.
 * Line ends and tabs become spaces unless `lines` keeps line ends. Every change is reported, except for the form and
 * the spaces.
 */
export function mendText(
  text: string,
  canPrint: (codePoint: number) => boolean,
  tell: (change: Change) => void,
  lines = false,
): string {
  const normal = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').normalize('NFC')
  const spaced = (lines ? normal : normal.replaceAll('\n', ' ')).replaceAll('\t', ' ')
  return spaced.replace(runs, (run) =>
    Array.from(graphemes.segment(run), ({ segment }) => mendGrapheme(segment, canPrint, tell)).join(''),
  )
}

function mendGrapheme(
  grapheme: string,
  canPrint: (codePoint: number) => boolean,
  tell: (change: Change) => void,
): string {
  const printable = (text: string): boolean =>
    Array.from(text).every((one) => one === '\n' || canPrint(one.codePointAt(0) ?? 0))
  const kept = Array.from(grapheme)
    .filter((one) => !isDropped(one, tell))
    .join('')
  if (kept === '' || printable(kept)) return kept
  const [base = '', ...marks] = Array.from(kept)
  const candidates = [
    ...(isWordBullet(base) ? ['•'] : []),
    kept.normalize('NFKC'),
    plainer[base] ?? '',
    ...(marks.length > 0 && marks.every((mark) => /\p{M}/u.test(mark)) ? [base] : []),
    substitute,
  ]
  const chosen = candidates.find((candidate) => candidate !== '' && printable(candidate)) ?? '?'
  tell(`«${kept}» (${codesOf(kept)}), che manca dai caratteri tipografici: sostituito con «${chosen}»`)
  return chosen
}

/** Bullets and ticks of the Symbol and Wingdings fonts, which word processors keep in the private use area. */
const isWordBullet = (character: string): boolean => /[\uf020-\uf0ff]/.test(character)

const dropped: readonly (readonly [RegExp, string])[] = [
  [/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/, 'carattere di controllo'],
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/, 'comando di direzione del testo'],
  [/\p{Cf}|\p{Variation_Selector}/u, 'carattere invisibile'],
  [/\p{Cs}/u, 'metà di un carattere'],
  [/[\ufffe\uffff\ufdd0-\ufdef]/, 'codice che non è un carattere'],
]

function isDropped(character: string, tell: (change: Change) => void): boolean {
  const reason = dropped.find(([pattern]) => pattern.test(character))?.[1]
  if (reason === undefined) return false
  tell(`${codesOf(character)} (${reason}): tolto`)
  return true
}

const codesOf = (text: string): string =>
  Array.from(text)
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ')
