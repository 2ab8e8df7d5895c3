// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../../../kernel/dates.ts'
import { bindingTiming, type Chapter, type Verdict } from '../../../catalogue/index.ts'
import {
  type StatusOrUnsaid,
  statusesAndUnsaid,
  type TailoredChapter,
  type TailoredLine,
  type TailoredPlan,
} from '../model.ts'
import { isClosed, isToBeDone } from './status.ts'

/**
 * The one definition of what applies, is open, late or done: pages, worklist, charts, calendar, public pages and
 * documents all ask here, so that their numbers agree.
 */

/**
 * Whether a line binds the body, once both the rule and the body have spoken. A line that the rule excludes, by what the
 * body is or by its choice, does not apply; nor does one that the body declares not applicable. Where the rule cannot
 * tell, or leaves it to the body, one that says where it stands has told that the line applies.
 */
export function standingOf({ applicability: { verdict }, declaredNotApplicable, status }: TailoredLine): Verdict {
  if (declaredNotApplicable || verdict === 'does-not-apply') return 'does-not-apply'
  return status !== undefined ? 'applies' : verdict
}

/** True for a line that the rule says binds the body, and that the body declares not applicable: it must say why. */
export const isContested = ({ applicability: { verdict }, declaredNotApplicable }: TailoredLine): boolean =>
  declaredNotApplicable && verdict === 'applies'

/** What the body says, where the rule says otherwise or cannot tell; undefined where nothing is to be added. */
export function ownVerdictWords(tailored: TailoredLine): string | undefined {
  const { applicability, declaredNotApplicable } = tailored
  if (standingOf(tailored) === applicability.verdict) return undefined
  return declaredNotApplicable ? 'L’ente la dichiara non applicabile' : 'L’ente la conta fra le sue'
}

/** True for a line that binds the body, or may do so once it is known or chosen: the others count nowhere. */
export const mayConcern = (tailored: TailoredLine): boolean => standingOf(tailored) !== 'does-not-apply'

/** The lines that bind the body or may do so, by chapter; chapters where none does are left out. */
export const concerning = ({ chapters }: Pick<TailoredPlan, 'chapters'>): readonly TailoredChapter[] =>
  chapters
    .map(({ chapter, lines }) => ({ chapter, lines: lines.filter(mayConcern) }))
    .filter(({ lines }) => lines.length > 0)

/** True for a line that binds the body, as far as is known. Nothing is owed of one that it may take up and has not. */
const isOwed = (tailored: TailoredLine): boolean => mayConcern(tailored) && standingOf(tailored) !== 'to-choose'

/** The status to show: the body's, or that it says none; nothing where nothing is owed and the body is silent. */
export const shownStatus = (tailored: TailoredLine): StatusOrUnsaid | undefined =>
  tailored.status ?? (isOwed(tailored) ? 'unsaid' : undefined)

/** True for a line that may bind the body and is still to be carried out, as far as anybody has said. */
export const isOpen = (tailored: TailoredLine): boolean =>
  isOwed(tailored) && (tailored.status === undefined || isToBeDone(tailored.status))

/** True for a line that may bind the body and of which there will be more to say: open, or going on every year. */
export const goesOn = (tailored: TailoredLine): boolean => isOwed(tailored) && !isClosed(tailored.status)

/** How a line stands to a date that has passed: `late`, or `toTell` where nobody has said whether it was kept. */
export type Lateness = 'late' | 'toTell'

/** How an open line stands to its date, the law’s where it moves it; undefined while the date has not passed, or when it needs none. */
export function latenessOf(tailored: TailoredLine, today: IsoDate): Lateness | undefined {
  const timing = bindingTiming(tailored)
  if (timing.kind !== 'by' || timing.date >= today || !isOpen(tailored)) return undefined
  return tailored.status === undefined ? 'toTell' : 'late'
}

export const latenessLabel = { late: 'In ritardo', toTell: 'Da indicare' } satisfies Record<Lateness, string>

/** How a set of lines stands. Lines that do not apply are in no other count than their own. */
export type Progress = {
  /** Lines by what they are for the body. */
  readonly standings: Readonly<Record<Verdict, number>>
  /** The lines that apply, by status: sums to `standings.applies`. */
  readonly statuses: Readonly<Record<StatusOrUnsaid, number>>
  /** Lines whose date has passed and that are still to be done. */
  readonly late: number
  /** Lines whose date has passed and of which the body says no status. */
  readonly toTell: number
}

export type ChapterProgress = { readonly chapter: Chapter; readonly progress: Progress }

/** Counts lines; `today` decides what is late. */
export function measureProgress(lines: readonly TailoredLine[], today: IsoDate): Progress {
  const standings: Record<Verdict, number> = { applies: 0, 'to-verify': 0, 'to-choose': 0, 'does-not-apply': 0 }
  const statuses = Object.fromEntries(statusesAndUnsaid.map((status) => [status, 0])) as Record<StatusOrUnsaid, number>
  const passed: Record<Lateness, number> = { late: 0, toTell: 0 }
  for (const tailored of lines) {
    const standing = standingOf(tailored)
    standings[standing] += 1
    if (standing === 'applies') statuses[tailored.status ?? 'unsaid'] += 1
    const lateness = latenessOf(tailored, today)
    if (lateness) passed[lateness] += 1
  }
  return { standings, statuses, ...passed }
}

/** The same counts, chapter by chapter, in the national order. */
export const measureChapters = (
  { chapters }: Pick<TailoredPlan, 'chapters'>,
  today: IsoDate,
): readonly ChapterProgress[] =>
  chapters.map(({ chapter, lines }) => ({ chapter, progress: measureProgress(lines, today) }))
