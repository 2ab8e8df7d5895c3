// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Action } from '../../../kernel/access.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import type { AdministrationId, PlanId } from '../../../kernel/ids.ts'
import type { Reader } from '../../../platform/db/tenants.ts'
import type { Administration, WorkOfBody, WorkSource } from '../../administrations/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { editable, isUnowned, type PlanRow, planActions, questionsToBody, readPlanRows } from '../plan/index.ts'
import { keptLines } from './kept-lines.ts'
import { planWorkKinds } from './kinds.ts'
import type { PlanWork } from './model.ts'
import { carriedWork, isBeingKept, isMine, type KeptLine, type Me, ownWork, planWork, unownedWork } from './rules.ts'
import { inWords } from './words.ts'
import { countOpenComments, readBeginnings, readEntryRows } from './work-store.ts'

/** What waits in the plans of bodies: dates, entries, the next step. Four queries for any number of bodies. */
export const planWorkSource = (catalogue: Catalogue): WorkSource => ({
  kinds: Object.values(planWorkKinds),
  actions: [planActions.writeEntries, planActions.submit, planActions.review, planActions.approve, planActions.publish],
  read: (reader, bodies) => readPlans(reader, bodies, catalogue),
})

type PlansOfBody = {
  readonly plans: readonly PlanRow[]
  readonly current: PlanRow | undefined
  readonly lines: readonly KeptLine[]
  readonly comments: ReadonlyMap<PlanId, number>
}

async function readPlans(
  reader: Reader,
  bodies: readonly Administration[],
  catalogue: Catalogue,
): Promise<ReadonlyMap<AdministrationId, WorkOfBody>> {
  const plans = Map.groupBy(await readPlanRows(reader), ({ administration }) => administration)
  const current = new Map([...plans].map(([id, rows]) => [id, currentPlan(rows)]))
  const kept = [...current.values()].flatMap((plan) => (plan && isBeingKept(plan.state) ? [plan.id] : []))
  const entries = Map.groupBy(await readEntryRows(reader, kept), ({ plan }) => plan)
  const beginnings = await readBeginnings(reader)
  const comments = await countOpenComments(reader)
  return new Map(
    bodies.map((body): [AdministrationId, WorkOfBody] => {
      const plan = current.get(body.id)
      const lines = plan && isBeingKept(plan.state) ? keptLines(body, plan, { entries, beginnings }, catalogue) : []
      const known = { plans: plans.get(body.id) ?? [], current: plan, lines, comments }
      return [
        body.id,
        ({ viewer, person, today }) => {
          const may = (action: Action) => viewer.may(action, { slug: body.slug })
          const me = { person, offices: viewer.officesOf(body.slug) }
          return workOf(known, me, may, today).map((work) => inWords(work, body.slug, today))
        },
      ]
    }),
  )
}

/** The plan that a body works on: the newest one that is not superseded. */
const currentPlan = (plans: readonly PlanRow[]): PlanRow | undefined =>
  plans.find(({ state }) => state !== 'superseded')

const workOf = (
  { plans, current, lines, comments }: PlansOfBody,
  me: Me,
  may: (action: Action) => boolean,
  today: IsoDate,
): readonly PlanWork[] => [
  ...(current ? lineWork(current, lines, me, may(planActions.write), today) : []),
  ...plans.flatMap((plan) => planWork({ ...plan, comments: comments.get(plan.id) ?? 0 }, may)),
]

/**
 * The items about the entries of a plan: the person's own, and those without an owner when the person looks after the
 * whole plan.
 */
function lineWork(
  { triennium, state }: PlanRow,
  lines: readonly KeptLine[],
  me: Me,
  wholePlan: boolean,
  today: IsoDate,
): readonly PlanWork[] {
  const whole = editable(state) === 'everything'
  const questions = wholePlan && whole ? questionsToBody(lines.map(({ tailored }) => tailored)).length : 0
  const carried = whole ? lines.filter(({ toReview }) => toReview) : []
  return [
    ...(questions > 0 ? [{ kind: 'questions', triennium, count: questions } as const] : []),
    ...lines.filter(({ hands }) => isMine(hands, me)).flatMap((line) => ownWork(triennium, line, today)),
    ...(wholePlan
      ? lines.filter(({ hands }) => isUnowned(hands)).flatMap((line) => unownedWork(triennium, line, today))
      : []),
    ...(wholePlan
      ? carried.length > 0
        ? [{ kind: 'carried', triennium, count: carried.length } as const]
        : []
      : carried.filter(({ hands }) => isMine(hands, me)).map((line) => carriedWork(triennium, line))),
  ]
}
