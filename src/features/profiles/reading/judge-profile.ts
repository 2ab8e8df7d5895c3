// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Catalogue } from '../../catalogue/index.ts'
import { type Profile, ProfileSchema } from '../model.ts'
import { checkPlan } from './check-plan.ts'
import { describeIssue } from './describe-issue.ts'
import { cleanse, notAProfile } from './guard.ts'
import type { Finding, Source } from './source.ts'

/** The most problems to report: more would come from the same few mistakes. */
export const mostProblems = 200

/**
 * Checks data: returns the profile, if it is one, and everything that is wrong.
 * @throws {TimoneError} `too-large` or `not-a-plan` for data that is not a profile at all.
 */
export function judgeProfile(
  source: Pick<Source, 'name' | 'data' | 'spelling'>,
  catalogue: Catalogue,
): { readonly profile: Profile | undefined; readonly findings: readonly Finding[] } {
  const { data, findings } = cleanse(source.data, source.name)
  if (typeof data !== 'object' || Array.isArray(data) || data === null) {
    throw notAProfile(source.name, 'non contiene chiavi e valori', 'cominciare con: timone profile init NOME')
  }
  const { data: profile, error } = ProfileSchema.safeParse(data)
  const issues =
    error?.issues.slice(0, mostProblems).flatMap((issue) => describeIssue(issue, { ...source, data })) ?? []
  return { profile, findings: onePerPlace([...findings, ...checkPlan(data, catalogue), ...issues]) }
}

/** When two checks report the same place, the first one counts, because it knows more. */
function onePerPlace(findings: readonly Finding[]): Finding[] {
  const places = new Map<string, Finding>()
  for (const finding of findings) {
    const place = JSON.stringify([finding.path, finding.at, finding.at && finding.message])
    if (!places.has(place)) places.set(place, finding)
  }
  return [...places.values()]
}
