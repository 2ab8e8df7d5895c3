// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../../kernel/dates.ts'
import type { Chapter, Verdict } from '../../catalogue/index.ts'
import { type Status, statuses, type TailoredLine, type TailoredPlan } from './model.ts'

/** How a set of lines stands. Each of the two breakdowns sums to `total`. */
export type Progress = {
  readonly total: number
  readonly verdicts: Readonly<Record<Verdict, number>>
  readonly statuses: Readonly<Record<Status, number>>
  /** Lines whose national date has passed and that are still to be done. */
  readonly late: number
}

export type ChapterProgress = { readonly chapter: Chapter; readonly progress: Progress }

/** Counts lines by verdict and by status; `today` decides what is late. */
export function measureProgress(lines: readonly TailoredLine[], today: IsoDate): Progress {
  const verdicts: Record<Verdict, number> = { applies: 0, 'to-verify': 0, 'does-not-apply': 0 }
  const counts = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>
  for (const { applicability, status } of lines) {
    verdicts[applicability.verdict] += 1
    counts[status] += 1
  }
  return { total: lines.length, verdicts, statuses: counts, late: lines.filter((line) => isLate(line, today)).length }
}

/** The same counts, chapter by chapter, in the national order. */
export const measureChapters = (tailored: TailoredPlan, today: IsoDate): readonly ChapterProgress[] =>
  tailored.chapters.map(({ chapter, lines }) => ({ chapter, progress: measureProgress(lines, today) }))

/** Statuses of what is still to be carried out. */
export const toBeDone: ReadonlySet<Status> = new Set(['notStarted', 'planned', 'inProgress'])

/** True when the national plan's date has passed and the body, whom the line may concern, has not done it yet. */
export const isLate = ({ line, applicability, status }: TailoredLine, today: IsoDate): boolean =>
  line.timing.kind === 'by' &&
  line.timing.date < today &&
  applicability.verdict !== 'does-not-apply' &&
  toBeDone.has(status)
