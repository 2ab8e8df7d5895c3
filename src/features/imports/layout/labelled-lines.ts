// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../../../kernel/text.ts'
import { onlyCode } from '../values/codes.ts'
import { type Field, labelMeanings } from '../vocabulary.ts'
import { fits, shapeOf } from './shapes.ts'

/** A label found at the beginning of a line: what it names, how many lines it takes, and the value beside it. */
export type FoundLabel = {
  readonly field: Field
  readonly likeness: number
  /** The label itself, folded: what recurs from fiche to fiche. */
  readonly signature: string
  readonly lines: number
  /** What stands on the label's last line after it. */
  readonly value: string
  /** A colon parts it from its value. */
  readonly colon: boolean
}

const leastLikeness = 0.75
const longestLabel = { words: 8, lines: 3, characters: 90 } as const

/**
 * The label that a line begins with, alone or with its value after it; it may go on over the next lines when it stands
 * alone. Of several ways to read it the surest, then the longest. Undefined when the line begins no label.
 * @param lines the line, and those after it in the same paragraph
 */
export function readLabel(lines: readonly string[]): FoundLabel | undefined {
  const [line = ''] = lines
  const candidates = [...withColon(line), ...ofWords(line), ...overLines(lines)].filter(({ likeness }) => likeness >= leastLikeness)
  const rank = ({ colon, likeness, signature }: FoundLabel) => Number(colon) * 10 + likeness + signature.length / 1000
  return candidates.sort((a, b) => rank(b) - rank(a))[0]
}

function withColon(line: string): readonly FoundLabel[] {
  const [, label = '', value = ''] = /^\s*(?:[•●-]\s*)?([^:]{2,80}?)\s*:\s*(.*)$/.exec(line) ?? []
  return named(label, 1, value, true)
}

function ofWords(line: string): readonly FoundLabel[] {
  const words = line.trim().split(/\s+/)
  return words
    .slice(0, longestLabel.words)
    .flatMap((_, index) => named(words.slice(0, index + 1).join(' '), 1, words.slice(index + 1).join(' '), false))
    .filter(({ field, value }) => value === '' || isValueOf(field, value))
}

const overLines = (lines: readonly string[]): readonly FoundLabel[] =>
  lines.slice(0, longestLabel.lines).flatMap((_, index) => (index === 0 ? [] : named(lines.slice(0, index + 1).join(' '), index + 1, '', false)))

function named(label: string, lines: number, value: string, colon: boolean): readonly FoundLabel[] {
  const words = label.trim().split(/\s+/)
  if (label.trim() === '' || words.length > longestLabel.words || label.length > longestLabel.characters || !/^[\p{Lu}\d]/u.test(label.trim()) && !colon) return []
  const [meaning] = labelMeanings(label)
  return meaning ? [{ ...meaning, signature: fold(label).replace(/[^a-z0-9]+/g, ' ').trim(), lines, value: value.trim(), colon }] : []
}

/** A value beside a label without a colon: it begins as a value does, or looks like one of its field. */
function isValueOf(field: Field, value: string): boolean {
  if (field === 'code') return onlyCode(value) !== undefined
  const shape = shapeOf(field)
  return shape === 'reference' || shape === 'timing' ? fits(shape, value) > 0 : /^[\p{Lu}\d"“«€•-]/u.test(value)
}
