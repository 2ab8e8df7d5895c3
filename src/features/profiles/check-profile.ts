// SPDX-License-Identifier: AGPL-3.0-or-later
import { assessEdition, type Catalogue, type Verdict } from '../catalogue/index.ts'
import type { Profile } from './model.ts'

/** The progress of a profile, in numbers of action lines of its edition. */
export type ProfileCheck = {
  readonly lines: number
  readonly verdicts: Readonly<Record<Verdict, number>>
  /** Entries with an activity or a status. */
  readonly entries: number
  /** Lines that bind the body and have no such entry. */
  readonly missing: readonly string[]
  readonly initiatives: number
}

/** Measures the progress of a valid profile. */
export function checkProfile({ administration, facts, plan }: Profile, catalogue: Catalogue): ProfileCheck {
  const verdicts = assessEdition(administration, facts ?? {}, plan.choices, catalogue.edition(plan.edition))
  const written = (plan.entries ?? []).filter(({ activity, status }) => activity || status)
  const said = new Set(written.map(({ code }) => code))
  const count = (wanted: Verdict) => [...verdicts.values()].filter(({ verdict }) => verdict === wanted).length
  return {
    lines: verdicts.size,
    verdicts: {
      applies: count('applies'),
      'to-verify': count('to-verify'),
      'does-not-apply': count('does-not-apply'),
    },
    entries: written.length,
    missing: [...verdicts].flatMap(([code, { verdict }]) => (verdict === 'applies' && !said.has(code) ? [code] : [])),
    initiatives: plan.initiatives?.length ?? 0,
  }
}
