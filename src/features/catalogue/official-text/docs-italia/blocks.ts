// SPDX-License-Identifier: AGPL-3.0-or-later
import { plainText } from './plain-text.ts'

/**
 * A piece of a reStructuredText file, its words without markup. A `label` is a paragraph emphasised from end to end,
 * which AgID's tree uses as a heading; an `item` is an entry of a list, its nested entries and paragraphs after the
 * first part.
 */
export type Block = {
  readonly kind: 'heading' | 'label' | 'paragraph' | 'item'
  readonly parts: readonly string[]
  /** Where it starts, from 1. */
  readonly line: number
}

const adornment = /^([^\w\s])\1{2,1999}$/
const bullet = /^[-*+•]\s+/
const emphasised = /^(\*{1,2})[^*\s][^*]*\1$/

type Open = {
  readonly line: number
  readonly indent: number
  readonly isItem: boolean
  nested?: number
  parts: string[]
}

/**
 * Splits a reStructuredText file into headings, paragraphs and list items; directives with their bodies, comments and
 * transitions are left out. Never fails: malformed text becomes a paragraph.
 */
export function readBlocks(source: string): Block[] {
  const lines = source.split(/\r?\n/).map((line) => line.replace(/[\t\u00a0\u2007\u202f]/g, ' '))
  const blocks: Block[] = []
  let open: Open | undefined
  let directiveIndent: number | undefined
  let afterBlank = true

  const close = () => {
    if (open !== undefined) {
      const kind = open.isItem ? 'item' : emphasised.test(open.parts.join(' ')) ? 'label' : 'paragraph'
      blocks.push({ kind, parts: open.parts.map(plainText), line: open.line })
    }
    open = undefined
  }

  for (const [index, raw] of lines.entries()) {
    const text = raw.trim()
    const indent = raw.length - raw.trimStart().length
    if (text === '') {
      if (!open?.isItem) close()
      afterBlank = true
      continue
    }
    if (directiveIndent !== undefined && indent > directiveIndent) continue
    directiveIndent = undefined

    const marker = bullet.exec(text)?.[0]
    if (text === '..' || text.startsWith('.. ')) {
      close()
      directiveIndent = indent
    } else if (adornment.test(text)) {
      close()
    } else if (marker === undefined && indent === 0 && adornment.test(lines[index + 1]?.trim() ?? '')) {
      close()
      blocks.push({ kind: 'heading', parts: [plainText(text)], line: index + 1 })
    } else if (open?.isItem && indent > open.indent && (afterBlank || (marker && indent === open.nested))) {
      open.parts.push(text.slice(marker?.length ?? 0))
      if (marker) open.nested = indent
    } else if (marker && (afterBlank || (open?.isItem && indent <= open.indent))) {
      close()
      open = { line: index + 1, indent, isItem: true, parts: [text.slice(marker.length)] }
    } else if (open && !afterBlank) {
      open.parts.push(`${open.parts.pop()} ${text}`)
    } else {
      close()
      open = { line: index + 1, indent, isItem: false, parts: [text] }
    }
    afterBlank = false
  }
  close()
  return blocks
}
