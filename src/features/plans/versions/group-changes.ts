// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from '../../catalogue/index.ts'
import type { PlanChange } from './compare-plans.ts'
import type { PartKindName } from './plan-parts.ts'

/** Changes of one side of the plan: its body and texts, a chapter, the money. */
export type ChangeGroup = {
  /** Its word in addresses. */
  readonly id: string
  readonly title: string
  readonly changes: readonly PlanChange[]
}

const sides: readonly (readonly [id: string, title: string, kinds: readonly PartKindName[]])[] = [
  ['ente', 'L’ente e il piano', ['plan', 'administration', 'facts', 'choices']],
  ['testi', 'Testi', ['narrative']],
  ['organizzazione', 'Organizzazione', ['office', 'role']],
]
const later: typeof sides = [
  ['iniziative', 'Iniziative e obiettivi propri', ['initiative']],
  ['spesa', 'Spesa ICT', ['spending']],
  ['misure', 'Misure PNRR', ['measure']],
]

/** Sorts changes out by side of the plan, in the order of its documents; sides without changes are left out. */
export function groupChanges(changes: readonly PlanChange[], chapters: readonly Chapter[]): readonly ChangeGroup[] {
  const bySide = ([id, title, kinds]: (typeof sides)[number]): ChangeGroup => ({
    id,
    title,
    changes: changes.filter(({ kind }) => kinds.includes(kind)),
  })
  const numbers = [...new Set(changes.flatMap((change) => chapterOf(change) ?? []))].sort((a, b) => a - b)
  const byChapter = numbers.map((number): ChangeGroup => {
    const name = chapters.find((chapter) => chapter.number === number)?.title
    return {
      id: `capitolo-${number}`,
      title: name ? `Capitolo ${number}. ${name}` : `Capitolo ${number}`,
      changes: changes.filter((change) => chapterOf(change) === number),
    }
  })
  return [...sides.map(bySide), ...byChapter, ...later.map(bySide)].filter((group) => group.changes.length > 0)
}

/** The chapter of an entry's line, 1 to 9; its code tells it. */
function chapterOf({ kind, identity }: PlanChange): number | undefined {
  const digit = kind === 'entry' ? /^CAP(\d)/.exec(String(identity.code))?.[1] : undefined
  return digit === undefined ? undefined : Number(digit)
}

/** How many parts were added, removed, changed. */
export type ChangeCounts = Readonly<Record<PlanChange['change'], number>>

/** Counts changes by kind. */
export const countChanges = (changes: readonly PlanChange[]): ChangeCounts => {
  const count = (kind: PlanChange['change']) => changes.filter(({ change }) => change === kind).length
  return { added: count('added'), removed: count('removed'), changed: count('changed') }
}

/** What became of a part, in a word. */
export const changeWords = {
  added: 'Aggiunta',
  removed: 'Tolta',
  changed: 'Modificata',
} as const satisfies Record<PlanChange['change'], string>
