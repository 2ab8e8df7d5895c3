// SPDX-License-Identifier: AGPL-3.0-or-later

/** The hyphen of a word that the typesetter broke at the end of a line; one that was typed is `-`. */
export const softHyphen = '\u00ad'

/** Lines with the words whole that a soft hyphen breaks; elsewhere it is a hyphen like others. */
export function mendBrokenWords(lines: readonly string[]): string[] {
  const mended: string[] = []
  for (const line of lines) {
    const above = mended.at(-1)
    if (above?.endsWith(softHyphen)) {
      const [end = '', ...rest] = line.split(' ')
      mended[mended.length - 1] = above.slice(0, -1) + end
      if (rest.length > 0) mended.push(rest.join(' '))
    } else mended.push(line)
  }
  return mended.map((line) => line.replaceAll(softHyphen, '-'))
}
