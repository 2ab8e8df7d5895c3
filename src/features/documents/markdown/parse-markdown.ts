// SPDX-License-Identifier: AGPL-3.0-or-later
import MarkdownIt, { type Token } from 'markdown-it'

/** Deepest nesting of lists and quotes (a list counts two). Deeper text was not written by a person as Markdown. */
const maxNesting = 16

/** Widest table that a page can hold. */
const maxColumns = 12

/**
 * The subset of Markdown that plans may use: paragraphs, headings, lists, quotes, tables, fenced code, emphasis, code,
 * links. People also paste plain text that looks like Markdown, and no word of it may vanish. So indentation makes no
 * code, underlining makes no heading, `[x]: y` is text, and an asterisk inside a word is an asterisk.
 */
const subset = new MarkdownIt({ html: false, linkify: true, maxNesting }).disable([
  'code',
  'lheading',
  'reference',
  'html_block',
  'strikethrough',
])
subset.linkify.set({ fuzzyLink: false }).add('ftp:', null).add('//', null)
// `inlines.ts` decides which addresses become links; none is dropped or rewritten here.
subset.validateLink = () => true
subset.normalizeLink = (address) => address
subset.normalizeLinkText = (address) => address
subset.inline.State = class extends subset.inline.State {
  override scanDelims(start: number) {
    return super.scanDelims(start, false)
  }
}

/** Paragraphs and line ends, nothing else. */
const plain = new MarkdownIt('zero').enable('newline')

/** A line that begins with a bullet from a word processor, also in the Symbol and Wingdings fonts. */
const typedBullet = /^([ \t]*)[•▪●○◦‣\uf0b7\uf0a7\uf0d8\uf0fc][ \t]*/gmu

/**
 * Markdown → markdown-it's tokens. A text that the parser would cut (nesting beyond the limit, table rows longer than
 * their header) or that no page could hold comes back as plain paragraphs, with its marks.
 */
export function parseMarkdown(source: string): readonly Token[] {
  const text = source.replace(/\r\n?/g, '\n').replace(typedBullet, '$1- ')
  const tokens = subset.parse(text, {})
  return isBeyondLimits(tokens, text.split('\n')) ? plain.parse(text, {}) : tokens
}

function isBeyondLimits(tokens: readonly Token[], lines: readonly string[]): boolean {
  let columns = 0
  for (const token of tokens) {
    if (token.level >= maxNesting - 1) return true
    if (token.type === 'table_open') columns = 0
    if (token.type === 'th_open') columns += 1
    if (columns > maxColumns) return true
    if (token.type === 'tr_open' && columns > 0 && countCells(lines[token.map?.[0] ?? 0] ?? '') > columns) return true
  }
  return false
}

/** Cells of a table's source line: a bar that is not escaped separates, one at either end does not. */
const countCells = (line: string): number =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/).length
