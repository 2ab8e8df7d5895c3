// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Actor } from '../../kernel/access.ts'
import { notNow } from '../../kernel/errors.ts'
import type { AdministrationId } from '../../kernel/ids.ts'
import type { NationalWriter, Reader, Tenants, Writer } from '../../platform/db/tenants.ts'
import {
  addressesOf,
  decidingFields,
  findAdministrationById,
  findAdministrationId,
  insertAdministration,
  isAddressTaken,
  replaceAdministration,
} from '../administrations/index.ts'
import { record } from '../audit/index.ts'
import { replaceFunding } from '../funding/index.ts'
import {
  editable,
  heldByReview,
  type PlanRow,
  planEvents,
  planStateLabel,
  readPlanRows,
  replacePlan,
  touchPlans,
} from '../plans/index.ts'
import { changedFields } from '../records/index.ts'
import { assembleProfile } from './assemble-profile.ts'
import { canonicalJson, profileHash } from './canonical.ts'
import type { Profile } from './model.ts'
import { noteChangedParts, readWritten } from './note-changed-parts.ts'

/**
 * Stores a valid profile, all or nothing: registers its body if it is new, replaces the body's data and its plan for
 * that triennium, and tells the journal. A profile that is already stored changes nothing.
 * @returns the body's key.
 */
export async function adoptProfile(tenants: Tenants, profile: Profile, actor: Actor): Promise<AdministrationId> {
  const id = await tenants.writeNational((writer) => ensureAdministration(writer, profile))
  const tenant = tenants.tenant(id)
  const isStored = await tenant.read(async (reader) => (await storedHash(reader, id, profile)) === hashOf(profile))
  if (!isStored) await tenant.write((writer) => storeProfile(writer, profile, actor))
  return id
}

/**
 * Replaces the data of the writer's body and its plan for that triennium, and tells the journal, within a transaction.
 * @param profile valid, of the writer's body.
 */
export async function storeProfile(writer: Writer, profile: Profile, actor: Actor): Promise<void> {
  const { plan, administration, facts, offices, roles, spending, fundingMeasures } = profile
  const before = await readWritten(writer, plan.triennium)
  if (before.row && editable(before.row.state) !== 'everything') throw frozen(before.row)
  await refuseUnderReview(writer, profile)
  const beforeHash = await storedHash(writer, writer.administration, profile)
  await replaceAdministration(writer, administration, facts ?? {}, offices ?? [], roles ?? [])
  await touchPlans(writer)
  const row = await replacePlan(writer, plan)
  await replaceFunding(writer, row, spending ?? [], fundingMeasures ?? [])
  await noteChangedParts(writer, before, plan.triennium, actor)
  await record(writer, actor, planEvents.profileAdopted, {
    triennium: plan.triennium,
    edition: plan.edition,
    entries: plan.entries?.length ?? 0,
    initiatives: plan.initiatives?.length ?? 0,
    before: beforeHash ?? null,
    after: hashOf(profile),
  })
}

/** The body's facts may not change under the eyes of who reviews another plan of it. */
async function refuseUnderReview(writer: Writer, { administration, facts }: Profile): Promise<void> {
  const reviewed = (await readPlanRows(writer)).find(({ state }) => state === 'inReview')
  const known = reviewed && (await findAdministrationById(writer, writer.administration))
  if (!known) return
  const decide = { ...facts, population: administration.population }
  const changed = changedFields(decidingFields, { ...known.facts, population: known.population }, decide)
  if (changed.length > 0) throw heldByReview(reviewed)
}

const frozen = ({ triennium, state }: PlanRow) =>
  notNow(`Il piano ${triennium} è ${planStateLabel[state].toLowerCase()}: non si può sostituire.`, {
    place: `piano ${triennium}`,
    message: 'il suo contenuto è fermo',
    remedy: 'aprire una nuova versione, o ritirarlo dalla revisione',
  })

/** The hash of what is stored for the profile's triennium; undefined when there is no plan. */
async function storedHash(reader: Reader, id: AdministrationId, { plan }: Profile): Promise<string | undefined> {
  const row = (await readPlanRows(reader)).find(({ triennium }) => triennium === plan.triennium)
  const administration = row && (await findAdministrationById(reader, id))
  return row && administration && hashOf(await assembleProfile(reader, administration, row))
}

const hashOf = (profile: Profile): string => profileHash(canonicalJson(profile))

async function ensureAdministration(
  writer: NationalWriter,
  { administration, demonstration }: Profile,
): Promise<AdministrationId> {
  const [short, long] = addressesOf(administration)
  const known = await findAdministrationId(writer, administration, short)
  if (known !== undefined) return known
  const address = (await isAddressTaken(writer, short)) ? long : short
  return await insertAdministration(writer, administration, { slug: address, demonstration: demonstration ?? false })
}
