// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../kernel/access.ts'
import { invalidInput, notFound, type Problem } from '../../../kernel/errors.ts'
import type { Slug } from '../../../kernel/ids.ts'
import { demand } from '../../../kernel/permission.ts'
import type { Tenants, Writer } from '../../../platform/db/tenants.ts'
import { findBody, lockAdministration } from '../../administrations/index.ts'
import { record } from '../../audit/index.ts'
import { type Catalogue, type Edition, fitsYears, strangeYears } from '../../catalogue/index.ts'
import { carryNumbers } from '../../records/index.ts'
import {
  initiativeStore,
  insertEntries,
  insertPlan,
  narrativeTexts,
  type PlanRow,
  planActions,
  planEvents,
  readEntries,
  readPlan,
  readPlanRows,
  Triennium,
  writeText,
} from '../plan/index.ts'
import { carryEntries } from './carry-entries.ts'
import { carryTexts } from './carry-plan.ts'
import { traceLines } from './trace-lines.ts'

/** Carries what a feature adds to a plan from an earlier plan of the body into a new one, in the same transaction. */
export type CarryOver = (writer: Writer, former: PlanRow, plan: PlanRow) => Promise<void>

/** What the use cases of a plan's cycle work with. */
export type CycleDependencies = {
  readonly tenants: Tenants
  readonly catalogue: Catalogue
  readonly carryOver: readonly CarryOver[]
}

/** A plan to begin. The places of its problems are the names of the form's fields. */
export type PlanWish = {
  readonly triennium: Triennium
  readonly edition: string
  /** The triennium of the plan to go on from; absent: the new one is empty. */
  readonly from?: string | undefined
}

/**
 * Begins a plan of a body: empty, or from an earlier one, on the same or a newer edition. The earlier plan stays as it
 * is.
 * @returns how many entries were carried over.
 * @throws {TimoneError} `forbidden`, `not-found`, or `invalid-input` with what is wrong by field.
 */
export async function beginPlan(
  dependencies: CycleDependencies,
  { slug }: { readonly slug: Slug },
  wish: PlanWish,
  viewer: Viewer,
): Promise<number> {
  demand(viewer, planActions.create, { slug })
  const { tenants, catalogue } = dependencies
  const administration = await findBody(tenants, slug)
  if (!administration) throw notFound(`Ente «${slug}»`)
  return await tenants.tenant(administration.id).write(async (writer) => {
    await lockAdministration(writer)
    const plans = await readPlanRows(writer)
    const former = plans.find(({ triennium }) => triennium === wish.from)
    const problems = wishProblems(wish, plans, former, catalogue)
    if (problems.length > 0) throw invalidInput('Il piano non è stato creato.', problems)
    const entries = former ? await continuePlan(writer, dependencies, wish, former) : await beginEmpty(writer, wish)
    await record(writer, viewer.actor, planEvents.planCreated, {
      triennium: wish.triennium,
      edition: wish.edition,
      from: former?.triennium ?? null,
      entries,
    })
    return entries
  })
}

function wishProblems(
  { triennium, edition, from }: PlanWish,
  plans: readonly PlanRow[],
  former: PlanRow | undefined,
  catalogue: Catalogue,
): readonly Problem[] {
  const ids = catalogue.ids()
  const older = former && ids.indexOf(edition) < ids.indexOf(former.edition)
  return [
    ...(Triennium.safeParse(triennium).success
      ? []
      : [{ place: 'triennio', message: 'non è un triennio', remedy: 'scriverlo come 2025-2027' }]),
    ...(plans.some((plan) => plan.triennium === triennium)
      ? [{ place: 'triennio', message: `c’è già un piano ${triennium}`, remedy: 'scegliere un altro triennio' }]
      : []),
    ...(ids.includes(edition)
      ? []
      : [{ place: 'edizione', message: 'l’edizione non è nel catalogo', remedy: `usare una di: ${ids.join(', ')}` }]),
    ...(Triennium.safeParse(triennium).success && ids.includes(edition)
      ? yearProblems(triennium, catalogue.edition(edition))
      : []),
    ...(from !== undefined && !former
      ? [{ place: 'da', message: `non c’è un piano ${from}`, remedy: 'sceglierne uno dell’elenco' }]
      : []),
    ...(ids.includes(edition) && former && former.edition !== edition && !catalogue.edition(edition).complete
      ? [
          {
            place: 'edizione',
            message: 'è conosciuta solo in parte: le schede delle linee che le mancano andrebbero perse',
            remedy: 'importare la fonte intera, o scegliere un’altra edizione',
          },
        ]
      : []),
    ...(ids.includes(edition) && older
      ? [
          {
            place: 'edizione',
            message: `è più vecchia di quella del piano ${former.triennium} (${former.edition})`,
            remedy: 'scegliere la stessa edizione o una più recente',
          },
        ]
      : []),
  ]
}

/** A plan whose data could not be read back is not begun. */
const yearProblems = (triennium: Triennium, edition: Edition): readonly Problem[] =>
  fitsYears(triennium, edition) ? [] : [{ place: 'triennio', ...strangeYears(triennium, edition) }]

async function beginEmpty(writer: Writer, { triennium, edition }: PlanWish): Promise<number> {
  await insertPlan(writer, { triennium, edition })
  return 0
}

async function continuePlan(
  writer: Writer,
  { catalogue, carryOver }: CycleDependencies,
  { triennium, edition }: PlanWish,
  former: PlanRow,
): Promise<number> {
  const editions = { from: catalogue.edition(former.edition), to: catalogue.edition(edition) }
  const traced = traceLines(editions.from, editions.to, catalogue.lineage())
  const kept = await readEntries(writer, former)
  const { entries } = carryEntries({ triennium: former.triennium, entries: kept }, traced)
  const texts = carryTexts(await readPlan(writer, former), triennium, editions, traced)
  const from = { triennium: former.triennium, edition: former.edition }
  const plan = await insertPlan(writer, { ...texts, triennium, edition, from })
  await insertEntries(writer, plan, entries)
  for (const [part, markdown] of narrativeTexts(texts.narrative)) await writeText(writer, plan, part, markdown)
  const initiatives = carryNumbers(former.triennium, await initiativeStore.list(writer, former))
  await initiativeStore.insert(
    writer,
    plan,
    initiatives.map((record, index) => ({ ...record, content: texts.initiatives?.[index] ?? record.content })),
  )
  for (const carry of carryOver) await carry(writer, former, plan)
  return entries.length
}
