// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../platform/db/tenants.ts'
import { type Administration, AdministrationSchema, readOffices, readRoles } from '../administrations/index.ts'
import { fundingProjectStore, readSpending } from '../funding/index.ts'
import { type Plan, type PlanRow, readPlan } from '../plans/index.ts'
import type { Profile } from './model.ts'

/** Reads a stored plan back as the profile that was adopted: the same canonical JSON. A bounded number of queries. */
export async function assembleProfile(reader: Reader, administration: Administration, row: PlanRow): Promise<Profile> {
  const { id } = administration
  const plan = await readPlan(reader, row)
  const spending = await readSpending(reader, id, row.id)
  const projects = await fundingProjectStore.list(reader, row)
  return {
    ...(await profileAround(reader, administration, plan)),
    ...(spending.length > 0 ? { spending: [...spending] } : {}),
    ...(projects.length > 0 ? { fundingMeasures: projects.map(({ content }) => content) } : {}),
  }
}

/** A profile made of a body's stored data and a plan, stored or new. */
export async function profileAround(reader: Reader, administration: Administration, plan: Plan): Promise<Profile> {
  const { id, slug: _, facts, demonstration, ...details } = administration
  const offices = await readOffices(reader, id)
  const roles = await readRoles(reader, id)
  return {
    administration: AdministrationSchema.parse(details),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(offices.length > 0 ? { offices: [...offices] } : {}),
    ...(roles.length > 0 ? { roles: [...roles] } : {}),
    plan,
    ...(demonstration ? { demonstration } : {}),
  }
}
