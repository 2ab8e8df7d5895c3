// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Action, PersonId, Viewer } from '../../kernel/access.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { unauthenticated } from '../../kernel/errors.ts'
import type { PlanId } from '../../kernel/ids.ts'
import type { Reader, Tenants } from '../../platform/db/tenants.ts'
import { type Administration, readAdministrations } from '../administrations/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { dayOf } from '../journal/index.ts'
import { editable, isUnowned, type PlanRow, readPlanRows } from '../plans/index.ts'
import { keptLines } from './kept-lines.ts'
import type { Work, WorkItem } from './model.ts'
import type { WorklistReader } from './readers.ts'
import { byUrgency, carriedWork, isBeingKept, isMine, type KeptLine, ownWork, planWork, unownedWork } from './rules.ts'
import { countOpenComments, readBeginnings, readDrafts, readEntryRows, readOpenImports } from './worklist-store.ts'

/** A person who may do one of these in a body may have work there. */
const doings = [
  'entry.write',
  'plan.submit',
  'plan.review',
  'plan.approve',
  'plan.publish',
  'import.write',
] as const satisfies readonly Action[]

/** Reads a person's worklist, with eight queries for any number of bodies. */
export const openWorklistReader = (tenants: Tenants, catalogue: Catalogue): WorklistReader => ({
  async list(viewer, today) {
    const { person } = viewer
    if (!person) throw unauthenticated()
    const bodies = (await tenants.readMany([], readAdministrations)).filter(({ slug }) =>
      doings.some((action) => viewer.may(action, { slug })),
    )
    const ids = bodies.map(({ id }) => id)
    const stored = await tenants.readMany(ids, (reader) => readStored(reader, person.id))
    const found = bodies.flatMap((body) => workOf(body, stored, viewer, person.id, catalogue, today))
    return { items: found.toSorted(byUrgency), bodies: bodies.length }
  },
})

async function readStored(reader: Reader, person: PersonId) {
  const plans = await readPlanRows(reader)
  const current = currentPlans(plans).filter(({ state }) => isBeingKept(state))
  return {
    plans,
    entries: Map.groupBy(
      await readEntryRows(
        reader,
        current.map(({ id }) => id),
      ),
      ({ plan }) => plan,
    ),
    beginnings: await readBeginnings(reader),
    comments: await countOpenComments(reader),
    drafts: await readDrafts(reader, person),
    imports: await readOpenImports(reader),
  }
}
type Stored = Awaited<ReturnType<typeof readStored>>

/** The plan that each body works on: the newest one that is not superseded. */
const currentPlans = (plans: readonly PlanRow[]): readonly PlanRow[] =>
  [...Map.groupBy(plans, ({ administration }) => administration).values()].flatMap(
    (ofBody) => ofBody.find(({ state }) => state !== 'superseded') ?? [],
  )

function workOf(
  body: Administration,
  stored: Stored,
  viewer: Viewer,
  person: PersonId,
  catalogue: Catalogue,
  today: IsoDate,
): readonly WorkItem[] {
  const { slug, name, id } = body
  const may = (action: Action) => viewer.may(action, { slug })
  const plans = stored.plans.filter(({ administration }) => administration === id)
  const [current] = currentPlans(plans)
  const me = { person, offices: viewer.officesOf(slug) }
  const lines = current && isBeingKept(current.state) ? keptLines(body, current, stored, catalogue) : []
  const work: Work[] = [
    ...(current ? lineWork(current, lines, me, may('plan.write'), today) : []),
    ...plans.flatMap((plan) => planWork({ ...plan, comments: stored.comments.get(plan.id) ?? 0 }, may)),
    ...(may('import.write') ? importWork(stored.imports.filter((row) => row.body === id)) : []),
    ...draftWork(
      stored.drafts.filter((row) => row.body === id),
      plans,
    ),
  ]
  return work.map((each) => ({ body: { slug, name }, work: each }))
}

/**
 * The items about the entries of a plan: the person's own, and those without an owner when the person looks after the
 * whole plan.
 */
function lineWork(
  { triennium, state }: PlanRow,
  lines: readonly KeptLine[],
  me: Parameters<typeof isMine>[1],
  wholePlan: boolean,
  today: IsoDate,
): readonly Work[] {
  const carried = editable(state) === 'everything' ? lines.filter(({ toReview }) => toReview) : []
  return [
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

const importWork = (imports: Stored['imports']): readonly Work[] =>
  imports.map(({ id, filename, triennium, count, uploadedAt }) => ({
    kind: 'proposals',
    id,
    filename,
    count,
    date: dayOf(uploadedAt),
    ...(triennium !== null && { triennium }),
  }))

/** Unsaved drafts in plans that still exist. Drafts about the body lead to its newest plan. */
function draftWork(drafts: Stored['drafts'], plans: readonly PlanRow[]): readonly Work[] {
  return drafts.flatMap(({ subject, savedAt }): Work[] => {
    const [, id, part] = /^(?:plan:(\d+)|body)\/(.+)$/.exec(subject) ?? []
    const plan = id === undefined ? plans[0] : plans.find((row) => row.id === (Number(id) as PlanId))
    return plan && part !== undefined ? [{ kind: 'drafts', triennium: plan.triennium, part, date: dayOf(savedAt) }] : []
  })
}
