// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Clock } from '../../../kernel/clock.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import type { ActionLineCode, AdministrationId } from '../../../kernel/ids.ts'
import { keepsake } from '../../../platform/db/memory.ts'
import type { Reader, Tenants } from '../../../platform/db/tenants.ts'
import {
  type Administration,
  type AdministrationReader,
  findBody,
  knownBeforehand,
  type PlanStanding,
  readAdministrations,
  readAssociations,
  readOffices,
  readRoles,
} from '../../administrations/index.ts'
import { type Catalogue, editionName, newestEdition } from '../../catalogue/index.ts'
import { planPaths } from '../addresses.ts'
import { planStateLabel } from './lifecycle.ts'
import type { Entry, Status } from './model.ts'
import { questionsToBody } from './progress/open-questions.ts'
import { measureProgress } from './progress/progress.ts'
import { type PlanRow, readPlanRows, readStandings } from './store.ts'
import { tailorFor } from './tailoring/read-tailored-plan.ts'

/** The standings of bodies' plans on a day. */
const standings = keepsake<readonly PlanStanding[]>(2000)

/** Reads the bodies for pages, each with the standing of its plans: a fixed number of queries for any number of bodies. */
export const openAdministrationReader = (
  tenants: Tenants,
  catalogue: Catalogue,
  clock: Clock,
): AdministrationReader => ({
  associations: () => tenants.readMany([], (reader) => readAssociations(reader, clock.today())),

  async list(readable) {
    const administrations = (await tenants.readMany([], readAdministrations)).filter(({ slug }) => readable(slug))
    const ids = administrations.map(({ id }) => id)
    const today = clock.today()
    const plans = await tenants.recallMany(standings, ids, today, (reader) =>
      readPlanStandings(reader, administrations, catalogue, today),
    )
    return administrations.map((administration) => {
      const plan = plans.get(administration.id)?.[0]
      return plan ? { administration, plan } : { administration }
    })
  },

  async bySlug(slug) {
    const administration = await findBody(tenants, slug)
    if (!administration) return undefined
    const associations = await tenants.readMany([], (reader) => readAssociations(reader, clock.today()))
    return await tenants.tenant(administration.id).read(async (reader) => ({
      administration,
      offices: await readOffices(reader, administration.id),
      roles: await readRoles(reader, administration.id),
      associations: associations.filter(({ members }) => members.includes(slug)),
      plans: (await readPlanStandings(reader, [administration], catalogue, clock.today())).get(administration.id) ?? [],
      known: knownBeforehand(newestEdition(catalogue).known, administration, administration.facts),
    }))
  },
})

async function readPlanStandings(
  reader: Reader,
  administrations: readonly Administration[],
  catalogue: Catalogue,
  today: IsoDate,
): Promise<ReadonlyMap<AdministrationId, readonly PlanStanding[]>> {
  const bodies = new Map(administrations.map((administration) => [administration.id, administration]))
  const rows = await readPlanRows(reader)
  const entries = Map.groupBy(await readStandings(reader), ({ plan }) => plan)
  const plans = Map.groupBy(rows, ({ administration }) => administration)
  return new Map(
    reader.administrations.map((id) => {
      const body = bodies.get(id)
      const found = plans.get(id) ?? []
      return [id, body ? found.map((row) => standingOf(row, body, entries.get(row.id) ?? [], catalogue, today)) : []]
    }),
  )
}

function standingOf(
  { triennium, edition, state, choices }: PlanRow,
  administration: Administration,
  entries: readonly { readonly code: ActionLineCode; readonly status: string | null }[],
  catalogue: Catalogue,
  today: IsoDate,
): PlanStanding {
  const statuses: Entry[] = entries.map(({ code, status }) => (status ? { code, status: status as Status } : { code }))
  const plan = { triennium, edition, entries: statuses, ...(choices ? { choices } : {}) }
  const lines = tailorFor(administration, plan, catalogue).chapters.flatMap((chapter) => chapter.lines)
  const { standings, statuses: counts, late, toTell } = measureProgress(lines, today)
  return {
    triennium,
    address: planPaths.plan({ slug: administration.slug, triennium }),
    edition: editionName(edition),
    state: planStateLabel[state],
    applicable: standings.applies,
    completed: counts.completed,
    late,
    toTell,
    toVerify: standings['to-verify'],
    toChoose: standings['to-choose'],
    questions: questionsToBody(lines).length,
  }
}
