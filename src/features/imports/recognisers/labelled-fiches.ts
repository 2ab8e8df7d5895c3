// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FicheItem, readFicheFields } from '../layout/fiche-fields.ts'
import { type FlatLine, flatLines, isBlank } from '../layout/flat-lines.ts'
import type { FoundLabel } from '../layout/labelled-lines.ts'
import { isHeading, type Section } from '../layout/outline.ts'
import { recurringLabels } from '../layout/recurring-labels.ts'
import type { Block } from '../model.ts'
import { isListItem } from '../values/lists.ts'
import { buildEntries } from './build-entry.ts'
import type { Recogniser } from './recogniser.ts'

const fewestFields = 3

/** Fiches in running text, one for each action line: labels at the beginning of lines, values beside or below them. */
export const recogniseLabelledFiches: Recogniser = ({ blocks, lexicon }) => {
  const sections = new Map(blocks.map(({ block, section }) => [block, section]))
  const paragraphs = blocks.map(({ block }) => block)
  const lines = flatLines(paragraphs).filter(({ text }) => !isBlank(text))
  const fiches = cutFiches(lines, recurringLabels(lines))
  const used = new Set<Block>()
  const entries = readFicheFields(fiches.map(({ items }) => items)).flatMap((fields, index) => {
    const { from = 0, to = 0 } = fiches[index] ?? {}
    const inside = lines.slice(from, to)
    const first = inside[0]
    const block = first && paragraphs[first.block]
    const section: Section = (block && sections.get(block)) ?? {}
    const source = { ...first?.place, text: inside.map(({ text }) => text.trim()).join('\n') }
    const material = { fields, section, source, confidence: 0.97, warnings: [] }
    const found = fields.size < fewestFields ? [] : buildEntries(material, lexicon)
    if (found.length > 0) for (const { block } of inside) if (paragraphs[block]) used.add(paragraphs[block])
    return found
  })
  return { entries, used }
}

type Fiche = { readonly items: readonly FicheItem[]; readonly from: number; readonly to: number }

/** A fiche begins at its code, or at the labels right before it if they are also right before the first code. */
function cutFiches(lines: readonly FlatLine[], labels: ReadonlyMap<number, FoundLabel>): readonly Fiche[] {
  const places = [...labels.keys()].sort((a, b) => a - b)
  const codes = places.flatMap((place, at) => (labels.get(place)?.field === 'code' ? [at] : []))
  const signatureAt = (at: number) => labels.get(places[at] ?? -1)?.signature ?? ''
  const before = leadingLabels(signatureAt, codes)
  const starts = codes.map((at) => {
    let start = at
    while (start > 0 && before.has(signatureAt(start - 1)) && !codes.includes(start - 1)) start--
    return start
  })
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? places.length
    const items: FicheItem[] = []
    let to = places[start] ?? 0
    for (let at = start; at < end; at++) {
      const place = places[at] ?? 0
      const label = labels.get(place)
      const isRepeated = at > (codes[index] ?? start) && items.some((item) => item.label === label?.text)
      if (label === undefined || isRepeated) continue
      const isWhole = label.field === 'code' && label.value !== ''
      const next = isWhole ? place + label.lines : (places[at + 1] ?? lines.length)
      const value = valueLines(lines, place + label.lines, next, label.value, at + 1 === end)
      items.push({
        label: label.text,
        lines: [...(label.value === '' ? [] : [label.value]), ...value.map(({ text }) => text)],
      })
      to = place + label.lines + value.length
    }
    return { items, from: places[start] ?? 0, to }
  })
}

/**
 * The labels between a fiche's beginning and its code: labels before the first code that also occur before half of the
 * others.
 */
function leadingLabels(signatureAt: (at: number) => string, codes: readonly number[]): ReadonlySet<string> {
  const recurs = (signature: string) =>
    codes.filter((code) => [1, 2, 3].some((back) => signatureAt(code - back) === signature)).length >= codes.length / 2
  const leading = new Set<string>()
  for (let at = (codes[0] ?? 0) - 1; at >= 0 && recurs(signatureAt(at)); at--) leading.add(signatureAt(at))
  return leading
}

/** The lines of a value, up to the next label or heading. The last value of a fiche ends with its paragraph or list. */
function valueLines(
  lines: readonly FlatLine[],
  from: number,
  to: number,
  beside: string,
  isLast: boolean,
): readonly FlatLine[] {
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
