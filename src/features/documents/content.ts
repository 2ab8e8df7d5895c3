// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Block, Cell, Inline } from './model.ts'

/** Small constructors of the document model's values. */

export const text = (value: string): Inline => ({ kind: 'text', text: value })

export const strong = (value: string): Inline => ({ kind: 'strong', children: [text(value)] })

export const link = (url: string, label: string): Inline => ({ kind: 'link', url, children: [text(label)] })

/** A paragraph of inlines; strings are plain text. */
export const paragraph = (...content: readonly (Inline | string)[]): Block => ({
  kind: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
})

/** Unordered list, one paragraph an item. */
export const list = (items: readonly (Inline | string)[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((item) => [paragraph(item)]),
})

/** A cell of plain text; an empty text gives an empty cell. */
export const textCell = (value: string): Cell => (value === '' ? [] : [paragraph(value)])
