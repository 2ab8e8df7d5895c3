// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Folds a name for comparison: case, accents, the shape of apostrophes and of spaces do not count.
 * `Rivolta d’Adda`, `RIVOLTA D'ADDA` and `Rivolta d`Adda` fold to the same text.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`´′]/g, "'")
    .toLowerCase()
    .replace(/[\s\u00a0-]+/g, ' ')
    .replace(/ ?' ?/g, "'")
    .trim()
}

/** Controls besides line ends and tabs, and marks that turn the direction of the text after them. */
const untypable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g

/**
 * A text as a person can have typed it: line ends are `\n`; what nobody sees and the database cannot hold goes away; a
 * half character becomes `\ufffd`.
 */
export const typedText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(untypable, '')
    .toWellFormed()

/** A part of a web address: `Rivolta d'Adda` → `rivolta-d-adda`. */
export function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Italian collation: case and accents come last. */
export const compareItalian = new Intl.Collator('it-IT', { numeric: true }).compare

/** `1 linea`, `12 linee`. */
export const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
