// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FlatLine, flatLines, isBlank } from '../layout/flat-lines.ts'
import { type FoundLabel, readLabel } from '../layout/labelled-lines.ts'
import { isHeading, type Section } from '../layout/outline.ts'
import type { Block } from '../model.ts'
import { onlyCode } from '../values/codes.ts'
import { isListItem } from '../values/lists.ts'
import type { Field } from '../vocabulary.ts'
import { buildEntries } from './build-entry.ts'
import type { Recogniser } from './recogniser.ts'

/**
 * Fiches in running text: one line of action each, labels at the beginning of lines, values beside or below them. A label
 * counts when its code is a code, when a colon follows it, or when it recurs from fiche to fiche.
 */
export const recogniseLabelledFiches: Recogniser = ({ blocks, lexicon }) => {
  const sections = new Map(blocks.map(({ block, section }) => [block, section]))
  const paragraphs = blocks.map(({ block }) => block)
  const lines = flatLines(paragraphs).filter(({ text }) => !isBlank(text))
  const labels = recurringLabels(lines)
  const fiches = cutFiches(lines, labels)
  const used = new Set<Block>()
  const entries = fiches.flatMap(({ fields, from, to }) => {
    const inside = lines.slice(from, to)
    const first = inside[0]
    const block = first && paragraphs[first.block]
    const section: Section = (block && sections.get(block)) ?? {}
    const source = { ...first?.place, text: inside.map(({ text }) => text.trim()).join('\n') }
    const found = fields.size < 3 ? [] : buildEntries({ fields, section, source, confidence: 0.97, warnings: [] }, lexicon)
    if (found.length > 0) for (const { block } of inside) if (paragraphs[block]) used.add(paragraphs[block])
    return found
  })
  return { entries, used }
}

/** The labels of a document's fiches, by the line they begin: those of codes, and those that as many fiches repeat. */
function recurringLabels(lines: readonly FlatLine[]): ReadonlyMap<number, FoundLabel> {
  const all = new Map<number, FoundLabel>()
  for (const index of lines.keys()) {
    const next = lines.slice(index + 1).findIndex(({ first }) => first)
    const paragraph = lines.slice(index, next < 0 ? lines.length : index + 1 + next).map(({ text }) => text)
    const label = readLabel(paragraph)
    if (label !== undefined) all.set(index, label)
  }
  const codes = [...all].filter(([index, label]) => isCodeLabel(lines, index, label))
  const counts = new Map<string, number>()
  for (const { signature } of all.values()) counts.set(signature, (counts.get(signature) ?? 0) + 1)
  const enough = Math.max(2, codes.length / 4)
  return new Map(
    [...all].filter(([index, label]) =>
      label.field === 'code' ? isCodeLabel(lines, index, label) : (label.colon && /^\s*\p{Lu}/u.test(lines[index]?.text ?? '')) || (counts.get(label.signature) ?? 0) >= enough,
    ),
  )
}

const isCodeLabel = (lines: readonly FlatLine[], index: number, { field, value, lines: taken }: FoundLabel): boolean =>
  field === 'code' && (onlyCode(value || (lines[index + taken]?.text ?? '')) !== undefined)

type Fiche = { readonly fields: ReadonlyMap<Field, readonly string[]>; readonly from: number; readonly to: number }

/** Fiches begin at their code, or at the labels right before it that stand before the first code of all. */
function cutFiches(lines: readonly FlatLine[], labels: ReadonlyMap<number, FoundLabel>): readonly Fiche[] {
  const places = [...labels.keys()].sort((a, b) => a - b)
  const codes = places.flatMap((place, at) => (labels.get(place)?.field === 'code' ? [at] : []))
  const before = leadingFields(places, labels, codes)
  const starts = codes.map((at) => {
    let start = at
    while (start > 0 && before.has(labels.get(places[start - 1] ?? -1)?.field ?? 'code') && !codes.includes(start - 1)) start--
    return start
  })
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? places.length
    const code = codes[index] ?? start
    const fields = new Map<Field, readonly string[]>()
    let to = places[start] ?? 0
    for (let at = start; at < end; at++) {
      const place = places[at] ?? 0
      const label = labels.get(place)
      if (label === undefined || (fields.has(label.field) && at > code)) continue
      const isLast = at + 1 === end
      const value = valueLines(lines, place + label.lines, places[at + 1] ?? lines.length, label.value, isLast)
      fields.set(label.field, [...(label.value === '' ? [] : [label.value]), ...value.map(({ text }) => text)])
      to = place + label.lines + value.length
    }
    return { fields, from: places[start] ?? 0, to }
  })
}

/** The fields that stand between a fiche's beginning and its code: those before the first code that recur before others. */
function leadingFields(
  places: readonly number[],
  labels: ReadonlyMap<number, FoundLabel>,
  codes: readonly number[],
): ReadonlySet<Field> {
  const fieldAt = (at: number) => labels.get(places[at] ?? -1)?.field
  const recurs = (field: Field) =>
    codes.filter((code) => [1, 2, 3].some((back) => fieldAt(code - back) === field)).length >= codes.length / 2
  const fields = new Set<Field>()
  for (let at = (codes[0] ?? 0) - 1; at >= 0; at--) {
    const field = fieldAt(at)
    if (field === undefined || !recurs(field)) break
    fields.add(field)
  }
  return fields
}

/**
 * The lines of a value: to the next label, or to a heading. What comes after the last value of a fiche is no part of it:
 * it ends with its paragraph, or with its list.
 */
function valueLines(lines: readonly FlatLine[], from: number, to: number, beside: string, isLast: boolean): readonly FlatLine[] {
  const value: FlatLine[] = []
  for (const line of lines.slice(from, to)) {
    const begun = beside !== '' || value.length > 0
    if (begun && line.first) {
      const goesOnWithList = isListItem(line.text) && isListItem(value.at(-1)?.text ?? beside)
      if (isHeading(line.text) || (isLast && !goesOnWithList)) break
    }
    value.push(line)
  }
  return value
}
