// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * A single letter (`e-mail`) and addresses are not broken in this way; some programs write every hyphen as a soft one.
 */
const brokenWord = /(?:^|[^\p{L}\d/.@_-])\p{L}{2,}\u00ad$/u

/** The hyphen of a word that was broken at the end of a line by a program; a typed one is `-`. */
export const softHyphen = '\u00ad'

/**
 * Joins words broken by a soft hyphen, each on the line where it begins. Elsewhere a soft hyphen becomes a normal one.
 * @returns the same number of lines; a line is empty when its only word moved up
 */
export function mendBrokenWords(lines: readonly string[]): string[] {
  const mended = [...lines]
  for (const [at, line] of mended.entries()) {
    const [, end, rest = ''] = /^(\p{Ll}\S*) ?(.*)$/su.exec(mended[at + 1] ?? '') ?? []
    if (end === undefined || !brokenWord.test(line)) continue
    mended[at] = line.slice(0, -1) + end
    mended[at + 1] = rest
  }
  return mended.map((line) => line.replaceAll(softHyphen, '-'))
}
