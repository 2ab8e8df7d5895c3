// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Cell } from '../model.ts'
import type { Span, Word } from './flat-lines.ts'

/** The cell made of a span of words, with its lines as printed; undefined without a span. */
export function cellOf(words: readonly Word[], span: Span | undefined): Cell | undefined {
  const inside = span ? words.slice(span.from, span.to) : []
  const [first] = inside
  if (span === undefined || first === undefined) return undefined
  const parts = inside.map(({ text, gap }, index) => `${index === 0 ? '' : gap === 'blank' ? ' ' : '\n'}${text}`)
  return { text: parts.join(''), column: span.column, place: first.line.place }
}
