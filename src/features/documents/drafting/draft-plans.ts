// SPDX-License-Identifier: AGPL-3.0-or-later
import { basename, join } from 'node:path'
import { invalidInput, TimoneError } from '../../../kernel/errors.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import type { Profile } from '../../profiles/index.ts'
import { type Draft, type DraftRequest, draftPlan } from './draft-plan.ts'
import { fileName } from './prepare-plan.ts'
import { readPlan } from './read-plan.ts'
import type { DocumentTools } from './write-plan.ts'

/**
 * Drafts several plans, a few at a time: enough to keep the PDF processes busy, without needing memory for all plans.
 * All are read before the first is drafted; after a failure no more are begun.
 * @param atOnce how many plans are worked on together.
 * @param onStep called before each step, with the source it concerns.
 * @throws {TimoneError} everything that is wrong in the sources; `invalid-input` when two plans would write the same
 * files.
 */
export async function draftPlans(
  requests: readonly DraftRequest[],
  catalogue: Catalogue,
  tools: DocumentTools,
  atOnce: number,
  onStep: (source: string, step: string, done: number, total: number) => void,
): Promise<readonly Draft[]> {
  const profiles = await readPlans(requests, catalogue)
  refuseSameFiles(requests, profiles)
  const drafts: Draft[] = []
  const waiting = [...profiles.entries()]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, profile] = next
      const request = requests[index] as DraftRequest
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

function refuseSameFiles(requests: readonly DraftRequest[], profiles: readonly Profile[]): void {
  const places = requests.map(({ source, outputDirectory, options }, index) => {
    const name = fileName(profiles[index] as Profile, options)
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
}
