// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { fold } from '../../../kernel/text.ts'
import type { Edition } from '../model.ts'

/** The words of a text alone, without case, accents, punctuation, asterisks or spaces: what two texts must share. */
export const wordsOf = (text: string): string =>
  fold(text)
    .match(/[\p{L}\d]+/gu)
    ?.join(' ') ?? ''

/** The first 16 hexadecimal digits of the SHA-256 of a text’s words: tells one official text from another without it. */
export const fingerprintOf = (text: string): string =>
  createHash('sha256').update(wordsOf(text)).digest('hex').slice(0, 16)

/** The fingerprint of a line’s official text in an edition; undefined when nobody has seen the text. */
export function officialFingerprint({ lines, fingerprints }: Edition, code: string): string | undefined {
  const text = lines.find((line) => line.code === code)?.officialText
  return text === undefined ? fingerprints?.[code] : fingerprintOf(text)
}
