// SPDX-License-Identifier: AGPL-3.0-or-later
import { basename, join } from 'node:path'
import { invalidInput, TimoneError } from '../../../kernel/errors.ts'
import { slug } from '../../../kernel/text.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Profile } from '../../profiles/index.ts'
import { type Draft, type DraftRequest, draftPlan } from './draft-plan.ts'
import { fileName } from './prepare-plan.ts'
import { readPlan } from './read-plan.ts'
import type { DocumentTools } from './write-plan.ts'

/**
 * Drafts several plans, a few at a time: enough to keep the PDF processes busy, without needing memory for all plans.
 * All are read before the first is drafted; after a failure no more are begun. Files of bodies of one name have the
 * codes of the bodies in their names.
 * @param atOnce how many plans are worked on together.
 * @param onStep called before each step, with the source it concerns.
 * @throws {TimoneError} everything that is wrong in the sources; `invalid-input` when two plans of one body would write
 * the same files.
 */
export async function draftPlans(
  requests: readonly DraftRequest[],
  catalogue: Catalogue,
  tools: DocumentTools,
  atOnce: number,
  onStep: (source: string, step: string, done: number, total: number) => void,
): Promise<readonly Draft[]> {
  const profiles = await readPlans(requests, catalogue)
  const names = namesOf(requests, profiles)
  const drafts: Draft[] = []
  const waiting = [...profiles.entries()]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, profile] = next
      const request = { ...(requests[index] as DraftRequest), name: names[index] }
      drafts[index] = await draftPlan(profile, request, catalogue, tools, (...step) => onStep(request.source, ...step))
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, work))
  } finally {
    waiting.length = 0
  }
  return drafts
}

async function readPlans(requests: readonly DraftRequest[], catalogue: Catalogue): Promise<readonly Profile[]> {
  const profiles: Profile[] = []
  const refusals: TimoneError[] = []
  for (const { source } of requests) {
    try {
      profiles.push(await readPlan(source, catalogue))
    } catch (error) {
      if (!(error instanceof TimoneError)) throw error
      refusals.push(error)
    }
  }
  const [first] = refusals
  if (first === undefined) return profiles
  if (refusals.length === 1) throw first
  throw new TimoneError(
    first.code,
    `${refusals.length} profili su ${requests.length} non vanno bene: non è stato scritto niente.`,
    refusals.flatMap(({ problems }) => problems),
  )
}

/** The names of the files of each plan, without the ending: all different. */
function namesOf(requests: readonly DraftRequest[], profiles: readonly Profile[]): readonly string[] {
  const codes = new Map(
    [...Map.groupBy(profiles, ({ administration }) => slug(administration.name)).values()]
      .filter((bodies) => new Set(bodies.map(codeOf)).size > 1)
      .flatMap((bodies) => bodies.map((profile) => [profile, codeOf(profile)] as const)),
  )
  const places = requests.map(({ source, outputDirectory, options }, index) => {
    const profile = profiles[index] as Profile
    const name = fileName(profile, options, codes.get(profile))
    return { source: basename(source), name, path: join(outputDirectory, name) }
  })
  const problems = [...Map.groupBy(places, ({ path }) => path).values()].flatMap(([first, ...others]) =>
    others.map(({ source, name }) => ({
      place: source,
      message: `scriverebbe gli stessi file di ${first?.source}: ${name}`,
      remedy: 'produrli uno per volta, in cartelle diverse',
    })),
  )
  if (problems.length > 0)
    throw invalidInput(
      'Più profili sono dello stesso ente e dello stesso triennio: non è stato scritto niente.',
      problems,
    )
  return places.map(({ name }) => name)
}

/** What tells a body from another of its name. */
const codeOf = ({ administration: { cadastralCode, ipaCode } }: Profile): string | undefined => cadastralCode ?? ipaCode
