// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActionLineCode, Triennium } from '../../../kernel/ids.ts'
import type { Lineage } from '../../catalogue/index.ts'
import { anyField, type FieldType, fieldNames } from '../../records/index.ts'
import { type Entry, entryFields, type KeptEntry } from '../plan/index.ts'
import type { TracedLine } from './trace-lines.ts'

/** What becomes of the entries of a plan that goes on. */
export type CarriedEntries = {
  /** In the order of the lines that they are now of. */
  readonly entries: readonly KeptEntry[]
  /** Of lines that nothing goes on from: they stay in the earlier plan, and in the revisions. */
  readonly retired: readonly KeptEntry[]
}

/** The plan that the entries come from: its triennium, `2024-2026`. */
export type Former = { readonly triennium: Triennium; readonly entries: readonly KeptEntry[] }

/**
 * Carries the entries of a plan into the next one: all of them to be gone through, except what was completed on a line
 * that did not change, which is closed by its year. An entry of an earlier cycle goes into every line that goes on from
 * its own; many of them in one line become one entry.
 */
export const carryEntries = ({ triennium, entries }: Former, traced: readonly TracedLine[]): CarriedEntries =>
  follow(entries, traced, (kept, line) => {
    const entry = closedByYear(kept.entry, triennium)
    const closed = line.kind === 'kept' && entry.status === 'completed' && !recurs(entry)
    return { ...kept, entry, toReview: !closed, carriedFrom: `${triennium} ${kept.entry.code}` }
  })

/**
 * Moves the entries of a plan that is being written to another edition: those of lines that did not change stay as they
 * are, the others are to be gone through.
 */
export const rebaseEntries = ({ triennium, entries }: Former, traced: readonly TracedLine[]): CarriedEntries =>
  follow(entries, traced, (kept, line) =>
    line.kind === 'kept' ? kept : { ...kept, toReview: true, carriedFrom: `${triennium} ${kept.entry.code}` },
  )

type GoingOn = Exclude<TracedLine, { kind: 'new' | 'retired' }>

function follow(
  entries: readonly KeptEntry[],
  traced: readonly TracedLine[],
  carry: (kept: KeptEntry, line: GoingOn) => KeptEntry,
): CarriedEntries {
  const byCode = new Map(entries.map((kept) => [kept.entry.code, kept]))
  const gone = new Set(traced.flatMap((line) => (line.kind === 'retired' ? [line.code] : [])))
  const onward = traced.flatMap((line): KeptEntry[] => {
    if (line.kind === 'new' || line.kind === 'retired') return []
    if (line.kind === 'continued') return continueEntry(line, byCode, carry)
    const kept = byCode.get(line.code)
    return kept ? [carry(kept, line)] : []
  })
  return { entries: onward, retired: entries.filter(({ entry }) => gone.has(entry.code)) }
}

/** One entry out of those whose lines go on in a line of another cycle: the nearest says most, the others add to it. */
function continueEntry(
  line: Extract<TracedLine, { kind: 'continued' }>,
  byCode: ReadonlyMap<string, KeptEntry>,
  carry: (kept: KeptEntry, line: GoingOn) => KeptEntry,
): KeptEntry[] {
  const sources = line.from.flatMap((link) => {
    const kept = byCode.get(link.from)
    return kept ? [{ link, kept: carry(kept, line) }] : []
  })
  const [nearest, ...others] = sources
  if (!nearest) return []
  return [
    {
      ...nearest.kept,
      carriedFrom: [nearest.kept.carriedFrom, ...others.map(({ link }) => link.from)].join(', '),
      entry: { code: line.code, ...mergeFields(sources, nearest.kept.entry) },
    },
  ]
}

/**
 * What many entries say together: texts one after the other, lists joined, and single values, which say how far
 * something is, of the nearest entry.
 */
function mergeFields(sources: readonly Source[], nearest: Entry): Omit<Entry, 'code'> {
  const same = sameActivity(sources)
  return Object.fromEntries(
    fieldNames(entryFields).flatMap((name): readonly (readonly [string, unknown])[] => {
      const values = sources.flatMap(({ link, kept: { entry } }) =>
        entry[name] === undefined ? [] : [{ code: link.from, value: entry[name] }],
      )
      if (values.length === 0) return []
      const field = anyField(entryFields, name)
      if (field.longText)
        return [[name, joinTexts(values.map(({ code, value }) => ({ code, text: field.words(value, {}) })))]]
      const lists = values.flatMap(({ value }) => (Array.isArray(value) ? [value as readonly unknown[]] : []))
      if (lists.length > 0) return [[name, fitting(field, [...new Set(lists.flat())])]]
      return same && nearest[name] !== undefined ? [[name, nearest[name]]] : []
    }),
  )
}

/** As many items as the field takes. */
function fitting({ schema }: Pick<FieldType<unknown>, 'schema'>, items: readonly unknown[]): readonly unknown[] {
  let most = items.length
  while (most > 0 && !schema.safeParse(items.slice(0, most)).success) most -= 1
  return items.slice(0, most)
}

type Source = { readonly link: Lineage; readonly kept: KeptEntry }

/** How far something is holds for another line only where that line asks the same thing; and all must say so. */
const sameActivity = (sources: readonly Source[]): boolean =>
  sources.every(({ link }) => link.relation === 'sameActivity') &&
  new Set(sources.map(({ kept }) => kept.entry.status)).size === 1

/** The most that a text of an entry holds. */
const longestText = 20_000

/** Many texts in one, each under the code of the line that it was written for; what has no room is named. */
function joinTexts(written: readonly { readonly code: ActionLineCode; readonly text: string }[]): string {
  const [only] = written
  if (written.length === 1 && only) return only.text
  let room = longestText
  const parts = written.map(({ code, text }) => {
    const part = `**${code}**\n\n${text}`
    const stub = `**${code}**: il testo è nel piano precedente.`
    const fits = part.length + 2 + (written.length - 1) * (stub.length + 2) <= room
    room -= (fits ? part : stub).length + 2
    return fits ? part : stub
  })
  return parts.join('\n\n')
}

/** Completed once for each year, as far as its own words tell. */
const recurs = ({ statusLabel = '' }: Entry): boolean => /continuativ|ogni anno|annual/i.test(statusLabel)

/** What is completed says in which year; its own words stay. @param triennium of the plan that says so */
function closedByYear(entry: Entry, triennium: Triennium): Entry {
  const { status, statusLabel, completed = '' } = entry
  if (status !== 'completed' || /20\d\d/.test(statusLabel ?? '') || recurs(entry)) return entry
  const [year] = /20\d\d/.exec(completed) ?? []
  const when = year ? `nel ${year}` : `nel triennio ${triennium}`
  const label = statusLabel ? `${statusLabel} (completata ${when})` : `Completata ${when}`
  return { ...entry, statusLabel: label.length <= 200 ? label : statusLabel }
}
