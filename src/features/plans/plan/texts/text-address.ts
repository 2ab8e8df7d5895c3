// SPDX-License-Identifier: AGPL-3.0-or-later

/** The texts of a plan as addresses write them. */
const textWords: Readonly<Record<string, string>> = {
  introduction: 'introduzione',
  principles: 'principi',
  organisation: 'organizzazione',
  spending: 'commento-alla-spesa',
  conclusion: 'conclusioni',
}
const textKeys = new Map(Object.entries(textWords).map(([key, word]) => [word, key]))

/** `chapter-3` → `capitolo-3`, `introduction` → `introduzione`. */
export const textWord = (key: string): string => textWords[key] ?? key.replace('chapter-', 'capitolo-')

/** The section of a published plan’s page that has a text. */
export const textAnchor = (key: string): string => (key === 'spending' ? 'spesa' : textWord(key))

/** The key of a text that an address names; undefined for words that name none. */
export const textKeyAt = (word: string): string | undefined =>
  textKeys.get(word) ?? (/^capitolo-[1-9]$/.test(word) ? word.replace('capitolo-', 'chapter-') : undefined)
