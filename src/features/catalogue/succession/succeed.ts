// SPDX-License-Identifier: AGPL-3.0-or-later
import { inheritWords } from '../editions/inherit-words.ts'
import type { ActionLine, Edition } from '../model.ts'
import { officialFingerprint } from './same-text.ts'

/**
 * An edition that Timone does not ship, with what it inherits from the one that it follows: rule, title and summary of
 * each line, by code, where it has none of its own. They hold as they are where AgID’s text is the same; where it is
 * another, or nobody has seen the former one, they are to be confirmed.
 */
export function succeed(edition: Edition, former: Edition): Edition {
  const before = new Map(former.lines.map((line) => [line.code, line]))
  const own = new Map(edition.lines.map((line) => [line.code, line]))
  const successor = inheritWords(edition, former)
  return {
    ...successor,
    follows: former.id,
    lines: successor.lines.map((line) => {
      const from = before.get(line.code)
      if (!from || !inherits(line, own.get(line.code)) || hasSameText(edition, former, line.code)) return line
      const { officialText } = from
      return { ...line, toConfirm: { edition: former.id, ...(officialText !== undefined && { officialText }) } }
    }),
  }
}

const inherits = (line: ActionLine, own: ActionLine | undefined): boolean =>
  line.addressees !== own?.addressees || line.title !== own?.title || line.summary !== own?.summary

function hasSameText(edition: Edition, former: Edition, code: string): boolean {
  const now = officialFingerprint(edition, code)
  return now !== undefined && now === officialFingerprint(former, code)
}
