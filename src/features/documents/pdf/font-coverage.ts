// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { type FontFamily, type Fonts, type Style, styles } from './fonts.ts'

/**
 * Tells which characters the fonts can print in text and in code, in every style. Line feed and tab need no glyph;
 * other control characters cannot be printed. Private-use characters mean nothing outside their font, and PDF/A-3a
 * refuses them even where a font has them (ISO 19005-3 §6.2.11.7).
 * @returns true for a code point that prints; the fonts are read once, here
 * @throws {Error} when a file is missing or is not a TTF font: the installation is broken
 */
export function printableCodePoints({ sans, mono }: Fonts): (codePoint: number) => boolean {
  const covers = [sans, mono].flatMap((families) => styles.map((style) => coverOf(families, style)))
  const printable = covers.reduce((common, cover) => common.intersection(cover))
  return (codePoint) => codePoint === 0x0a || codePoint === 0x09 || (printable.has(codePoint) && !isPrivate(codePoint))
}

/** The fonts have private-use characters only in the first plane. */
const isPrivate = (codePoint: number): boolean => codePoint >= 0xe000 && codePoint <= 0xf8ff

/** The characters that at least one of the families has in a style. */
const coverOf = (families: readonly FontFamily[], style: Style): Set<number> =>
  families
    .flatMap((family) => family[style].slice(0, 1))
    .reduce((cover, file) => cover.union(readCodePoints(readFileSync(file))), new Set<number>())

/**
 * The code points that a TrueType font has a glyph for, from the Unicode subtables of its `cmap` table (OpenType 1.9,
 * formats 4 and 12; the older formats hold no more than these).
 */
export function readCodePoints(font: Buffer): Set<number> {
  const cmap = tableOffset(font, 'cmap')
  const found = new Set<number>()
  for (let subtable = 0; subtable < font.readUInt16BE(cmap + 2); subtable++) {
    const offset = cmap + font.readUInt32BE(cmap + 4 + subtable * 8 + 4)
    const format = font.readUInt16BE(offset)
    if (format === 4) addSegments(font, offset, found)
    if (format === 12) addGroups(font, offset, found)
  }
  return found
}

function tableOffset(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4)
  for (let table = 0; table < tables; table++) {
    const record = 12 + table * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`font without a ${tag} table`)
}

/** Format 4: four parallel arrays over segments (ends, starts, deltas, range offsets), a pad after the first. */
function addSegments(font: Buffer, offset: number, found: Set<number>): void {
  const size = font.readUInt16BE(offset + 6)
  for (let segment = 0; segment < size; segment += 2) {
    const place = (array: number) => offset + 14 + array * size + (array > 0 ? 2 : 0) + segment
    const end = font.readUInt16BE(place(0))
    const start = font.readUInt16BE(place(1))
    const delta = font.readUInt16BE(place(2))
    const range = font.readUInt16BE(place(3))
    for (let code = start; code <= end && code !== 0xffff; code++) {
      // A range offset is counted from where it stands; glyph 0 is "missing".
      const glyph = range === 0 ? (code + delta) & 0xffff : font.readUInt16BE(place(3) + range + (code - start) * 2)
      if (glyph !== 0) found.add(code)
    }
  }
}

/** Format 12: groups of consecutive code points and glyphs, 32 bits each. */
function addGroups(font: Buffer, offset: number, found: Set<number>): void {
  const groups = font.readUInt32BE(offset + 12)
  for (let group = 0; group < groups; group++) {
    const record = offset + 16 + group * 12
    const end = font.readUInt32BE(record + 4)
    const firstGlyph = font.readUInt32BE(record + 8)
    const start = font.readUInt32BE(record)
    for (let code = start; code <= end; code++) if (firstGlyph + code - start !== 0) found.add(code)
  }
}
