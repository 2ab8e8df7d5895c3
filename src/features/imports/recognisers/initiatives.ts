// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Lexicon } from '../layout/join-lines.ts'
import { isFinished } from '../layout/sentences.ts'
import type { Block, ImportedInitiative } from '../model.ts'
import type { Field } from '../reading/vocabulary.ts'
import { namesOffice, readOffices } from '../values/lists.ts'
import { readTitle } from './initiative-title.ts'
import { type Unit, unitsOf } from './initiative-units.ts'
import type { Recogniser } from './recogniser.ts'

type Draft = {
  readonly title: string
  readonly steps: readonly string[]
  readonly priority: number | null
  readonly units: Unit[]
  readonly values: Map<Field, string[]>
}

/**
 * The body's own actions in running text: a title, steps, then at least two of «Responsabilità», «Tempi», «Risultati
 * attesi». Priorities are headings.
 */
export const recogniseInitiatives: Recogniser = ({ blocks, lexicon }) => {
  const drafts = draftInitiatives(
    unitsOf(
      blocks.map(({ block }) => block),
      lexicon,
    ),
  ).filter(isInitiative)
  const used = new Set<Block>(drafts.flatMap(({ units }) => units.map(({ block }) => block)))
  return { initiatives: drafts.map((draft) => toInitiative(draft, lexicon)), used }
}

/** True with at least two labels and a responsible office: a legend that explains the labels is not an action. */
const isInitiative = ({ values }: Draft): boolean => {
  const charge = (values.get('responsible') ?? []).join(' ')
  return values.size >= 2 && charge !== '' && (namesOffice(charge) || charge.split(/\s+/).length <= mostWords)
}
const mostWords = 8

/** A label that the open action already has begins the next action. The text before it is the title and the steps. */
function draftInitiatives(units: readonly Unit[]): readonly Draft[] {
  const drafts: Draft[] = []
  let current: Draft | undefined
  let pending: Unit[] = []
  let priority: number | null = null
  for (const unit of units) {
    const number = /^priorit[àa]\s*(?:n\.?\s*)?(\d{1,2})\b/i.exec(unit.text)?.[1]
    if (number !== undefined && unit.kind !== 'item') {
      closeValues(current, pending, pending.length)
      current = undefined
      pending = []
      priority = Number(number)
    } else if (unit.kind !== 'label' || unit.field === undefined) pending.push(unit)
    else {
      if (current === undefined || current.values.has(unit.field)) {
        const { title, steps, from } = readTitle(pending, current?.title)
        closeValues(current, pending, from)
        current = { title, steps, priority, units: pending.slice(from), values: new Map() }
        drafts.push(current)
      } else closeValues(current, pending, pending.length, true)
      pending = []
      current.values.set(unit.field, unit.text === '' ? [] : [unit.text])
      current.units.push(unit)
    }
  }
  closeValues(current, pending, pending.length)
  return drafts.filter(({ title }) => title !== '')
}

/**
 * Adds the following text to the open action's last value: its continuation, or everything when nothing was beside the
 * label or another of its labels comes next.
 */
function closeValues(current: Draft | undefined, pending: readonly Unit[], to: number, isInside = false): void {
  const value = [...(current?.values.values() ?? [])].at(-1)
  if (current === undefined || value === undefined) return
  const takesAll = isInside || value.length === 0
  for (const unit of pending.slice(0, to)) {
    const goesOn = takesAll || unit.kind === 'item' || !isFinished(value.at(-1) ?? '')
    if (unit.kind === 'heading' || !goesOn) return
    value.push(unit.text)
    current.units.push(unit)
  }
}

function toInitiative({ title, steps, priority, units, values }: Draft, lexicon: Lexicon): ImportedInitiative {
  const timing = (values.get('timing') ?? values.get('plannedDate') ?? []).join(' ')
  const [first] = units
  return {
    priority,
    title,
    steps,
    responsible: readOffices(values.get('responsible') ?? [], lexicon).map((name) => name.replace(/[,;.]\s*$/, '')),
    timing: timing || null,
    expectedResults: values.get('expectedResults') ?? [],
    source: { ...first?.line.place, text: units.map(({ text }) => text).join('\n') },
    confidence: 0.85,
    warnings: [],
  }
}
