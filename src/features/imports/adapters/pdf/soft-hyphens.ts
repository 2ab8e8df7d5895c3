// SPDX-License-Identifier: AGPL-3.0-or-later

/** Neither a single letter (`e-mail`) nor an address is broken so; some producers give every hyphen as a soft one. */
const brokenWord = /(?:^|[^\p{L}\d/.@_-])\p{L}{2,}\u00ad$/u

/** The hyphen of a word that the typesetter broke at the end of a line; one that was typed is `-`. */
export const softHyphen = '\u00ad'

/**
 * Makes the words whole that a soft hyphen breaks, each on the line where it begins; elsewhere it is a hyphen like
 * others.
 * @returns as many lines: one is empty when its only word went up
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
