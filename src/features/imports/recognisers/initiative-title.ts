// SPDX-License-Identifier: AGPL-3.0-or-later
import { isFinished } from '../layout/sentences.ts'
import type { Unit } from './initiative-units.ts'

/** The title and steps in a run of units, and where in the run they begin. */
export type Title = { readonly title: string; readonly steps: readonly string[]; readonly from: number }

const action = /^(?:«|“|")?\p{Lu}\p{L}*(?:are|ere|ire|arsi|ersi|irsi)(?![\p{L}])/u
const noun = /^(?:«|“|")?\p{Lu}\p{L}*(?:zione|mento|tura|aggio|ione)(?![\p{L}])/u
const longestHead = 5
const longestTitle = 30

/**
 * Finds the title of an action in the text before its labels: before a list, the line most like a title; otherwise the
 * first sentence. A short head with a colon (`Piattaforma: si aderirà …`) is a title with its step.
 * @param previous the title of the previous action, which another list of steps may continue
 */
export function readTitle(pending: readonly Unit[], previous: string | undefined): Title {
  const heading = pending.findLastIndex(({ kind }) => kind === 'heading')
  const run = pending.slice(heading + 1)
  const offset = heading + 1
  const fallback = pending[heading]?.text ?? previous ?? ''
  const head = headOf(run.at(-1))
  if (head !== undefined) return { ...head, from: pending.length - 1 }
  const listFrom = run.findLastIndex(({ kind }) => kind !== 'item') + 1
  const steps = run.slice(listFrom).map(({ text }) => text)
  const texts = run.flatMap(({ kind, text }, index) => (kind === 'text' ? [{ text, index }] : []))
  if (steps.length > 0) {
    const best = bestTitle(texts.filter(({ index }) => index < listFrom))
    return best === undefined
      ? { title: fallback, steps, from: heading < 0 ? offset : heading }
      : { title: firstSentence(best.text).title, steps, from: offset + best.index }
  }
  const first = texts.find(({ text }) => !text.endsWith(':')) ?? texts[0]
  if (first === undefined) return { title: fallback, steps: [], from: Math.max(0, heading) }
  const { title, rest } = firstSentence(first.text)
  const others = texts.filter(({ index }) => index > first.index).map(({ text }) => text)
  return { title, steps: rest === '' ? others : [rest, ...others], from: offset + first.index }
}

/** `Piattaforma: il Comune aderirà` → its head, and the rest as a step. */
function headOf(unit: Unit | undefined): { readonly title: string; readonly steps: readonly string[] } | undefined {
  const [, head = '', rest = ''] = (unit?.kind === 'text' && /^(\p{Lu}[^:.]{2,60}):\s+(\S.*)$/su.exec(unit.text)) || []
  return head !== '' && head.split(/\s+/).length <= longestHead ? { title: head, steps: [rest] } : undefined
}

function bestTitle(texts: readonly { readonly text: string; readonly index: number }[]) {
  const nearest = texts.findLastIndex(({ text }) => !text.endsWith(':'))
  const scored = texts.map((candidate, at) => {
    const { text } = candidate
    const words = text.split(/\s+/).length
    let score = action.test(text) ? 2 : noun.test(text) ? 1.5 : 0
    if (words <= longestTitle) score += 1
    if (!isFinished(text)) score += 1
    if (text.endsWith(':')) score += words <= longestHead ? 0 : -5
    if (at === nearest) score += 1
    if (at === 0) score += 0.5
    return { candidate, score }
  })
  return scored.reduce<(typeof scored)[number] | undefined>(
    (best, one) => (best === undefined || one.score > best.score ? one : best),
    undefined,
  )?.candidate
}

/** The first sentence of a paragraph, and the rest. Abbreviations do not end a sentence. */
function firstSentence(text: string): { readonly title: string; readonly rest: string } {
  const trimmed = text.replace(/:$/, '')
  const [, title = trimmed, rest = ''] = /^(.{20,}?[\p{L})"”]{3,}\.)\s+(\p{Lu}.*)$/su.exec(trimmed) ?? []
  return { title, rest }
}
