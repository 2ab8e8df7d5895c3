// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Action, PersonId, Viewer } from '../../kernel/access.ts'
import type { IsoDate } from '../../kernel/dates.ts'
import { unauthenticated } from '../../kernel/errors.ts'
import type { AdministrationId, PlanId } from '../../kernel/ids.ts'
import { compareItalian } from '../../kernel/text.ts'
import { keepsake } from '../../platform/db/memory.ts'
import type { Reader, Tenants } from '../../platform/db/tenants.ts'
import { type Administration, readAdministrations } from '../administrations/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { importActions } from '../imports/index.ts'
import { dayOf } from '../journal/index.ts'
import { editable, isUnowned, type PlanRow, planActions, readPlanRows } from '../plans/index.ts'
import { recordTeller, type ToldKind } from '../records/index.ts'
import { keptLines } from './kept-lines.ts'
import type { Work, WorkBody, WorkItem } from './model.ts'
import type { WorklistReader } from './readers.ts'
import {
  byKindAndDate,
  byUrgency,
  carriedWork,
  isBeingKept,
  isMine,
  type KeptLine,
  ownWork,
  planWork,
  unownedWork,
} from './rules.ts'
import { countOpenComments, readBeginnings, readDrafts, readEntryRows, readOpenImports } from './worklist-store.ts'

/** A person who may do one of these in a body may have work there. */
const doings = [
  planActions.writeEntries,
  planActions.submit,
  planActions.review,
  planActions.approve,
  planActions.publish,
  importActions.importPlans,
] as const satisfies readonly Action[]

/** What the items of a body are made from, read and put together once for everybody, a few dozen kilobytes each. */
const stored = keepsake<BodyStored>(500)

/**
 * Reads a person's worklist. Only the bodies that have changed are read again: seven queries, for any number of them;
 * what was typed and not saved is read every time.
 * @param kinds of records that people may have left unsaved.
 */
export const openWorklistReader = (
  tenants: Tenants,
  catalogue: Catalogue,
  kinds: readonly ToldKind[],
): WorklistReader => ({
  async list(viewer, today) {
    const { person } = viewer
    if (!person) throw unauthenticated()
    const bodies = (await tenants.readMany([], readAdministrations)).filter(({ slug }) =>
      doings.some((action) => viewer.may(action, { slug })),
    )
    const ids = bodies.map(({ id }) => id)
    const drafts = Map.groupBy(
      await tenants.readMany(ids, (reader) => readDrafts(reader, person.id)),
      ({ body }) => body,
    )
    const known = await tenants.recallMany(stored, ids, '', (reader) => readStored(reader, bodies, catalogue))
    const items = bodies
      .toSorted((a, b) => compareItalian(a.name, b.name))
      .flatMap(({ id, slug, name }): readonly WorkItem[] => {
        const ofBody = known.get(id)
        if (!ofBody) return []
        const unsaved = draftWork(drafts.get(id) ?? [], ofBody.plans, kinds).map((work) => ({
          body: { slug, name },
          work,
        }))
        return [...waitingItems(ofBody, { slug, name }, viewer, person.id, today), ...unsaved]
      })
    return { items: items.toSorted(byKindAndDate), bodies: bodies.length }
  },
})

type BodyStored = {
  readonly plans: readonly PlanRow[]
  readonly current: PlanRow | undefined
  readonly lines: readonly KeptLine[]
  readonly comments: ReadonlyMap<PlanId, number>
  readonly imports: Awaited<ReturnType<typeof readOpenImports>>
}

async function readStored(
  reader: Reader,
  bodies: readonly Administration[],
  catalogue: Catalogue,
): Promise<ReadonlyMap<AdministrationId, BodyStored>> {
  const plans = Map.groupBy(await readPlanRows(reader), ({ administration }) => administration)
  const current = new Map([...plans].map(([id, rows]) => [id, currentPlan(rows)]))
  const kept = [...current.values()].flatMap((plan) => (plan && isBeingKept(plan.state) ? [plan.id] : []))
  const entries = Map.groupBy(await readEntryRows(reader, kept), ({ plan }) => plan)
  const beginnings = await readBeginnings(reader)
  const comments = await countOpenComments(reader)
  const imports = Map.groupBy(await readOpenImports(reader), ({ body }) => body)
  const read = new Set(reader.administrations)
  return new Map(
    bodies
      .filter(({ id }) => read.has(id))
      .map((body): [AdministrationId, BodyStored] => {
        const plan = current.get(body.id)
        const lines = plan && isBeingKept(plan.state) ? keptLines(body, plan, { entries, beginnings }, catalogue) : []
        return [
          body.id,
          { plans: plans.get(body.id) ?? [], current: plan, lines, comments, imports: imports.get(body.id) ?? [] },
        ]
      }),
  )
}

/** The plan that a body works on: the newest one that is not superseded. */
const currentPlan = (plans: readonly PlanRow[]): PlanRow | undefined =>
  plans.find(({ state }) => state !== 'superseded')

/** The items of people in a body, as long as what they are made from is kept. */
const made = new WeakMap<BodyStored, Map<string, readonly WorkItem[]>>()

/** People whose items are kept for one state of a body. */
const peopleKept = 30

/** What waits for somebody in a body, but for what they did not save, in the order of the list. */
function waitingItems(
  ofBody: BodyStored,
  body: WorkBody,
  viewer: Viewer,
  person: PersonId,
  today: IsoDate,
): readonly WorkItem[] {
  const ofPeople = made.get(ofBody) ?? new Map<string, readonly WorkItem[]>()
  made.set(ofBody, ofPeople)
  // The key of a viewer tells who they are and all that they may do.
  const key = `${viewer.key} ${today}`
  const known = ofPeople.get(key)
  if (known) return known
  const items = workOf(ofBody, body.slug, viewer, person, today).map((work) => ({ body, work }))
  if (ofPeople.size >= peopleKept) ofPeople.clear()
  const sorted = items.toSorted(byUrgency)
  ofPeople.set(key, sorted)
  return sorted
}

function workOf(
  { plans, current, lines, comments, imports }: BodyStored,
  slug: string,
  viewer: Viewer,
  person: PersonId,
  today: IsoDate,
): readonly Work[] {
  const may = (action: Action) => viewer.may(action, { slug })
  const me = { person, offices: viewer.officesOf(slug) }
  return [
    ...(current ? lineWork(current, lines, me, may(planActions.write), today) : []),
    ...plans.flatMap((plan) => planWork({ ...plan, comments: comments.get(plan.id) ?? 0 }, may)),
    ...(may(importActions.importPlans) ? importWork(imports) : []),
  ]
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

const importWork = (imports: BodyStored['imports']): readonly Work[] =>
  imports.map(({ id, filename, triennium, count, uploadedAt }) => ({
    kind: 'proposals',
    id,
    filename,
    count,
    date: dayOf(uploadedAt),
    ...(triennium !== null && { triennium }),
  }))

/** Unsaved drafts in plans that still exist. Drafts about the body lead to its newest plan. */
function draftWork(
  drafts: Awaited<ReturnType<typeof readDrafts>>,
  plans: readonly PlanRow[],
  kinds: readonly ToldKind[],
): readonly Work[] {
  const teller = recordTeller(kinds)
  return drafts.flatMap(({ subject, savedAt }): Work[] => {
    const [, id, part] = /^(?:plan:(\d+)|body)\/(.+)$/.exec(subject) ?? []
    const plan = id === undefined ? plans[0] : plans.find((row) => row.id === (Number(id) as PlanId))
    if (!plan || part === undefined) return []
    return [{ kind: 'drafts', triennium: plan.triennium, part, name: teller.record(part), date: dayOf(savedAt) }]
  })
}
