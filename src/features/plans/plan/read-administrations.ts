// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '../../../kernel/clock.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import type { Reader, Tenants } from '../../../platform/db/tenants.ts'
import {
  type Administration,
  type AdministrationReader,
  findAdministration,
  type PlanStanding,
  readAdministrations,
  readAssociations,
  readOffices,
  readRoles,
} from '../../administrations/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { planStateLabel } from './lifecycle.ts'
import type { Entry, Status } from './model.ts'
import { measureProgress } from './progress.ts'
import { tailorFor } from './read-tailored-plan.ts'
import { type PlanRow, readPlanRows, readStandings } from './store.ts'

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
    const plans = await tenants.readMany(ids, (reader) =>
      readPlanStandings(reader, administrations, catalogue, clock.today()),
    )
    return administrations.map((administration) => {
      const plan = plans.get(administration.id)?.[0]
      return plan ? { administration, plan } : { administration }
    })
  },

  async bySlug(slug) {
    const { administration, associations } = await tenants.readMany([], async (reader) => ({
      administration: await findAdministration(reader, slug),
      associations: await readAssociations(reader, clock.today()),
    }))
    if (!administration) return undefined
    return await tenants.tenant(administration.id).read(async (reader) => ({
      administration,
      offices: await readOffices(reader, administration.id),
      roles: await readRoles(reader, administration.id),
      associations: associations.filter(({ members }) => members.includes(slug)),
      plans: (await readPlanStandings(reader, [administration], catalogue, clock.today())).get(administration.id) ?? [],
    }))
  },
})

async function readPlanStandings(
  reader: Reader,
  administrations: readonly Administration[],
  catalogue: Catalogue,
  today: IsoDate,
): Promise<ReadonlyMap<number, readonly PlanStanding[]>> {
  const bodies = new Map(administrations.map((administration) => [administration.id, administration]))
  const rows = await readPlanRows(reader)
  const entries = Map.groupBy(await readStandings(reader), ({ plan }) => plan)
  const standings = rows.flatMap((row) => {
    const body = bodies.get(row.administration)
    return body
      ? [{ body: row.administration, standing: standingOf(row, body, entries.get(row.id) ?? [], catalogue, today) }]
      : []
  })
  return new Map(
    [...Map.groupBy(standings, ({ body }) => body)].map(([body, found]) => [
      body,
      found.map(({ standing }) => standing),
    ]),
  )
}

function standingOf(
  { triennium, edition, state, choices }: PlanRow,
  administration: Administration,
  entries: readonly { readonly code: string; readonly status: string | null }[],
  catalogue: Catalogue,
  today: IsoDate,
): PlanStanding {
  const statuses: Entry[] = entries.map(({ code, status }) => (status ? { code, status: status as Status } : { code }))
  const plan = { triennium, edition, entries: statuses, ...(choices ? { choices } : {}) }
  const lines = tailorFor(administration, plan, catalogue).chapters.flatMap((chapter) => chapter.lines)
  const { standings, statuses: counts, late, toTell } = measureProgress(lines, today)
  return {
    triennium,
    edition,
    state: planStateLabel[state],
    applicable: standings.applies,
    completed: counts.completed,
    late,
    toTell,
    toVerify: standings['to-verify'],
  }
}
