// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate, isIsoDate } from '../../../kernel/dates.ts'

/** A body's date in Italian, or the words it wrote instead; nothing where it wrote nothing. */
export const formatDateOrWords = (value = ''): string => (isIsoDate(value) ? formatDate(value) : value)

/** The beginning of a Markdown text on one line, without its marks, cut between words. */
export function excerpt(markdown: string, length: number): string {
  const plain = markdown
    .slice(0, length * 4)
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(#{1,6}|[-*+>]|\d+[.)])\s+/gm, '')
    .replace(/[*_`|]+|-{3,}/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= length) return plain
  const space = plain.lastIndexOf(' ', length)
  const cut = plain.slice(0, space > length / 2 ? space : length)
  return `${cut.replace(/[\s,;:.]+$/, '')}…`
}
