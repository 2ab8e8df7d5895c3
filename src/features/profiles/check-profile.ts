// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../kernel/dates.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { measureProgress, type Progress, standingOf, tailorFor } from '../plans/index.ts'
import type { Profile } from './model.ts'

/** The progress of a profile, in numbers of action lines of its edition. */
export type ProfileCheck = {
  readonly lines: number
  readonly progress: Progress
  /** Entries with an activity or a status. */
  readonly entries: number
  /** Lines that bind the body and have no such entry. */
  readonly missing: readonly string[]
  readonly initiatives: number
}

/** Measures the progress of a valid profile on a day. */
export function checkProfile(profile: Profile, catalogue: Catalogue, today: IsoDate): ProfileCheck {
  const lines = linesOf(profile, catalogue)
  const isWritten = ({ entry }: (typeof lines)[number]) => Boolean(entry?.activity || entry?.status)
  return {
    lines: lines.length,
    progress: measureProgress(lines, today),
    entries: lines.filter(isWritten).length,
    missing: lines.flatMap((line) => (standingOf(line) === 'applies' && !isWritten(line) ? [line.line.code] : [])),
    initiatives: profile.plan.initiatives?.length ?? 0,
  }
}

/** The lines of a profile's edition as they concern its body, chapter by chapter. */
export const linesOf = ({ administration, facts, plan }: Profile, catalogue: Catalogue) =>
  tailorFor({ ...administration, facts: facts ?? {} }, plan, catalogue).chapters.flatMap(({ lines }) => lines)
