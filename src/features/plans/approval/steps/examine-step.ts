// SPDX-License-Identifier: AGPL-3.0-or-later

import type { IsoDate } from '../../../../kernel/dates.ts'
import { incomplete, type Problem } from '../../../../kernel/errors.ts'
import type { Slug, Triennium } from '../../../../kernel/ids.ts'
import type { Reader } from '../../../../platform/db/tenants.ts'
import { type Act, ActSchema, findAdministration } from '../../../administrations/index.ts'
import { recordPage } from '../../../records/index.ts'
import type { CompletenessCheck, Missing, Need, PlanRow } from '../../plan/index.ts'
import { readVersions } from '../../versions/index.ts'
import { readOpenComments } from '../comments/comment-store.ts'
import type { FiledAct, StepInput } from '../model.ts'
import { actProblems, earliestActDay, faultyStep, inForceProblems, refuseState, stepOf } from '../rules.ts'
import { inspectActFile } from './act-file.ts'
import { readMilestones } from './step-store.ts'

/** What a step may be taken with: all that it needs, checked. */
export type ReadyStep = { readonly reason?: string; readonly act?: FiledAct; readonly date?: IsoDate }

type Examination = {
  readonly slug: Slug
  readonly plan: PlanRow
  readonly input: StepInput
  readonly today: IsoDate
  readonly check: CompletenessCheck
}

/**
 * Checks that a step can be taken on a plan as it stands in the reader's transaction: the state, and all that the step
 * needs.
 * @throws {TimoneError} `not-now`, `incomplete` or `invalid-input`, as `movePlan` says.
 */
export async function examineStep(reader: Reader, examination: Examination): Promise<ReadyStep> {
  const { plan, input } = examination
  refuseState(plan.triennium, plan.state, input.transition)
  const { needs, effect } = stepOf(input.transition)
  const isBlind = effect === 'freeze' && input.revision === undefined && input.hash === undefined
  const problems: Problem[] = isBlind ? [withoutRevision] : []
  let ready: ReadyStep = {}
  for (const need of needs) {
    const answer = await answers[need](reader, examination)
    if (Array.isArray(answer)) problems.push(...answer)
    else ready = { ...ready, ...answer }
  }
  if (problems.length > 0) throw faultyStep(problems)
  return ready
}

/** Who approves says what they approve. */
const withoutRevision: Problem = {
  place: 'revision',
  message: 'manca la revisione del piano che si è letta',
  remedy: 'riaprire la pagina, o indicare la revisione che il piano ha ora',
}

type Answer = ReadyStep | Problem[]

const answers = {
  completeness: async (reader, { slug, plan, check }) => {
    const administration = await findAdministration(reader, slug)
    const missing = administration ? await check(reader, administration, plan) : []
    const necessary = missing.filter(({ severity }) => severity === 'necessary')
    if (necessary.length === 0) return {}
    throw incomplete(
      `Al piano ${plan.triennium} mancano ancora ${necessary.length === 1 ? 'una cosa' : `${necessary.length} cose`}: il passo non è stato fatto.`,
      necessary.map((thing) => missingProblem({ slug, triennium: plan.triennium }, thing)),
    )
  },
  commentsResolved: async (reader, { plan }) => {
    const open = (await readOpenComments(reader, plan)).length
    if (open === 0) return {}
    const words = open === 1 ? 'un’osservazione aspetta' : `${open} osservazioni aspettano`
    return [
      { place: 'osservazioni', message: `${words} ancora una risposta`, remedy: 'chiuderle, o rinviare il piano' },
    ]
  },
  reason: async (_, { input }) =>
    input.reason
      ? { reason: input.reason }
      : [{ place: 'reason', message: 'è obbligatorio', remedy: 'scrivere in poche parole perché' }],
  act: async (reader, { plan, input, today }) => {
    const former = (await readVersions(reader, plan)).find(({ number }) => number < plan.version)
    const earliest = earliestActDay(plan.triennium, await readMilestones(reader, plan), former?.act.date)
    const problems = [...actProblems(input.act, earliest, today)]
    const file = input.file && inspectActFile(input.file)
    if (!input.file || !file) problems.push(withoutFile)
    else if ('problem' in file) problems.push(file.problem)
    else if (problems.length === 0) {
      const act: Act = ActSchema.parse(input.act)
      return { act: { ...act, file: { ...input.file, mediaType: file.mediaType } } }
    }
    return problems
  },
  date: async (reader, { plan, input, today }) => {
    const version = (await readVersions(reader, plan)).find(({ number }) => number === plan.version)
    if (!version) throw new Error(`version ${plan.version} of plan ${plan.id} is missing`)
    const problems = inForceProblems(input.date, version.act, today)
    return input.date && problems.length === 0 ? { date: input.date } : [...problems]
  },
} satisfies Record<Need, (reader: Reader, examination: Examination) => Promise<Answer>>

const withoutFile: Problem = {
  place: 'file',
  message: 'è obbligatorio',
  remedy: 'allegare l’atto in PDF, anche firmato (.p7m)',
}

const missingProblem = (
  where: { readonly slug: Slug; readonly triennium: Triennium },
  { kind, key, subject, message, remedy }: Missing,
): Problem => ({ place: recordPage(kind, where, key), message: `${subject}: ${message}`, remedy })
