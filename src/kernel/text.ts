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
    .replace(/\s*'\s*/g, "'")
    .replace(/[\s\u00a0-]+/g, ' ')
    .trim()
}

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
