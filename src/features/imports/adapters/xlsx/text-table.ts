// SPDX-License-Identifier: AGPL-3.0-or-later
import { walkXml } from '../xml.ts'

/** The texts that cells refer to by number, without formatting and phonetic hints. */
export function readSharedStrings(xml: Uint8Array = new Uint8Array()): readonly string[] {
  const strings: string[] = []
  let text: string | undefined
  let reading = false
  walkXml(xml, {
    open(tag) {
      if (tag === 'si') strings.push('')
      else if (tag === 'rPh') reading = true
      else if (tag === 't' && !reading) text = ''
    },
    text(part) {
      if (text !== undefined) text += part
    },
    close(tag) {
      if (tag === 'rPh') reading = false
      if (tag !== 't' || text === undefined) return
      strings.push((strings.pop() ?? '') + unescapeText(text))
      text = undefined
    },
  })
  return strings
}

/** Sheets write characters that XML cannot hold as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
