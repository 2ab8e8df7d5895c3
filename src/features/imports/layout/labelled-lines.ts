// SPDX-License-Identifier: AGPL-3.0-or-later

import { labelMeanings, stemsOf } from '../reading/label-meanings.ts'
import type { Field } from '../reading/vocabulary.ts'
import { onlyCode } from '../values/codes.ts'
import { signatureOf } from './fiche-fields.ts'
import { fits, shapeOf } from './shapes.ts'

/** A label at the beginning of a line: the fields it may name, the lines it takes, and the value beside it. */
export type FoundLabel = {
  readonly text: string
  /** Absent when only the colon shows that it is a label. */
  readonly field?: Field
  readonly likeness: number
  readonly signature: string
  readonly lines: number
  /** The text after the label on its last line. */
  readonly value: string
  /** True when a colon separates it from its value. */
  readonly colon: boolean
}

const leastLikeness = 0.75
/** The longest labels that there are. */
export const longestLabel = { words: 8, lines: 3, characters: 90 } as const

/**
 * The label that a line begins with, alone or with its value after it. A label that is alone may continue on the next
 * lines. Of several readings the surest wins, one before a colon first, then the longest. Undefined when the line does
 * not begin with a label.
 * @param lines the line, and those after it in the same paragraph
 */
export function readLabel(lines: readonly string[]): FoundLabel | undefined {
  const [line = ''] = lines
  const found = [...withColon(line), ...ofWords(line), ...overLines(lines)]
  const rank = ({ colon, likeness, signature }: FoundLabel) => Number(colon) / 10 + likeness + signature.length / 1000
  return found.sort((a, b) => rank(b) - rank(a))[0]
}

function withColon(line: string): readonly FoundLabel[] {
  const [, text = '', value = ''] = /^\s*(?:[•●-]\s*)?([^:]{2,80}?)\s*:\s*(.*)$/.exec(line) ?? []
  const label = read({ text, lines: 1, value, colon: true })
  if (label === undefined || label.likeness >= leastLikeness) return label ? [label] : []
  const { field, ...unnamed } = label
  return [unnamed]
}

function ofWords(line: string): readonly FoundLabel[] {
  const words = line.trim().split(/\s+/)
  return words.slice(0, longestLabel.words).flatMap((word, index) => {
    if (stemsOf(word).length === 0) return []
    const value = words.slice(index + 1).join(' ')
    const label = read({ text: words.slice(0, index + 1).join(' '), lines: 1, value, colon: false })
    return isNamed(label) && (value === '' || isValueOf(label.field, value)) ? [label] : []
  })
}

const overLines = (lines: readonly string[]): readonly FoundLabel[] =>
  lines.slice(1, longestLabel.lines).flatMap((_, index) => {
    const label = read({ text: lines.slice(0, index + 2).join(' '), lines: index + 2, value: '', colon: false })
    return isNamed(label) ? [label] : []
  })

const isNamed = (label: FoundLabel | undefined): label is FoundLabel & { readonly field: Field } =>
  label?.field !== undefined && label.likeness >= leastLikeness

function read(found: Pick<FoundLabel, 'text' | 'lines' | 'value' | 'colon'>): FoundLabel | undefined {
  const text = found.text.replace(/\s+/g, ' ').trim()
  const isLong = text.split(' ').length > longestLabel.words || text.length > longestLabel.characters
  if (text === '' || isLong || (!/^[\p{Lu}\d]/u.test(text) && !found.colon)) return undefined
  const meanings = labelMeanings(text)
  const isReference = fits('reference', found.value) === 1
  const meaning = isReference ? meanings.find(({ field }) => shapeOf(field) === 'reference') : meanings[0]
  const sure = isReference && meaning !== undefined ? { likeness: Math.max(leastLikeness, meaning.likeness) } : {}
  return { ...found, text, likeness: 0, ...meaning, ...sure, signature: signatureOf(text), value: found.value.trim() }
}

/** True for a value beside a label without a colon: it begins as values do, or looks like a value of the field. */
function isValueOf(field: Field, value: string): boolean {
  if (field === 'code') return onlyCode(value) !== undefined
  const shape = shapeOf(field)
  return shape === 'reference' || shape === 'timing' ? fits(shape, value) > 0 : /^[\p{Lu}\d"“«€•-]/u.test(value)
}
