// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Token } from 'markdown-it'
import { text } from '../content/content.ts'
import type { Inline } from '../model.ts'

/** The deepest nesting of emphasis and links. Deeper marks are dropped; their text stays. */
const maxDepth = 6

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/** An absolute http, https or mailto address, encoded: the only ones that a document may link to. */
const linkable = (address: string): string | undefined => {
  const url = URL.parse(address)
  return url !== null && schemes.has(url.protocol) ? url.href : undefined
}

/**
 * Inline tokens → text with emphasis. Images become their alternative text. Links of other schemes are not linked: the
 * address is printed after the text.
 */
export function toInlines(tokens: readonly Token[]): readonly Inline[] {
  const root: Inline[] = []
  const open: { token: Token; content: Inline[] }[] = []
  let content = root

  for (const token of tokens) {
    if (token.nesting === 1) {
      open.push({ token, content })
      content = []
    } else if (token.nesting === -1) {
      const opened = open.pop()
      if (opened === undefined) continue
      append(opened.content, open.length < maxDepth ? wrap(opened.token, content) : content)
      content = opened.content
    } else {
      append(content, leaf(token))
    }
  }
  return root
}

function wrap(token: Token, children: readonly Inline[]): readonly Inline[] {
  if (children.length === 0 && token.type !== 'link_open') return []
  if (token.type === 'strong_open') return [{ kind: 'strong', children }]
  if (token.type === 'em_open') return [{ kind: 'emphasis', children }]
  return link(String(token.attrGet('href') ?? ''), String(token.attrGet('title') ?? ''), children)
}

function link(address: string, title: string, children: readonly Inline[]): readonly Inline[] {
  const after = title === '' ? [] : [text(` (${title})`)]
  const label = children.length > 0 ? children : [text(address)]
  const url = linkable(address)
  if (url !== undefined) return [{ kind: 'link', url, children: label }, ...after]
  return children.length > 0 ? [...label, text(` (${address})`), ...after] : [...label, ...after]
}

function leaf(token: Token): readonly Inline[] {
  switch (token.type) {
    case 'softbreak':
      return [text(' ')]
    case 'hardbreak':
      return [{ kind: 'break' }]
    case 'code_inline':
      return [{ kind: 'code', text: token.content }]
    case 'image':
      return token.content === '' ? [text(String(token.attrGet('src') ?? ''))] : toInlines(token.children ?? [])
    default:
      return [text(token.content)]
  }
}

/** Adds inlines at the end, joining neighbouring texts. */
function append(content: Inline[], added: readonly Inline[]): void {
  for (const inline of added) {
    const last = content.at(-1)
    if (inline.kind === 'text' && inline.text === '') continue
    if (inline.kind === 'text' && last?.kind === 'text') content[content.length - 1] = text(last.text + inline.text)
    else content.push(inline)
  }
}

/** The words of inlines, without emphasis. */
export const inlineText = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if (inline.kind === 'break') return '\n'
      return 'text' in inline ? inline.text : inlineText(inline.children)
    })
    .join('')
