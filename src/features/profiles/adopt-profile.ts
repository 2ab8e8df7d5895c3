// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AdministrationId } from '../../kernel/ids.ts'
import { slug } from '../../kernel/text.ts'
import type { NationalWriter, Tenants, Writer } from '../../platform/db/tenants.ts'
import {
  type AdministrationDetails,
  findAdministrationId,
  insertAdministration,
  isAddressTaken,
  replaceAdministration,
} from '../administrations/index.ts'
import { type Actor, record } from '../audit/index.ts'
import { insertFunding } from '../funding/index.ts'
import { readPlanRows, replacePlan } from '../plans/index.ts'
import { canonicalJson, profileHash } from './canonical.ts'
import type { Profile } from './model.ts'

/**
 * Stores a valid profile: registers its body if it is new, replaces what is known of it and its plan for that
 * triennium, and tells the journal, all or nothing. A profile that is already stored changes nothing.
 * @returns the body's key.
 */
export async function adoptProfile(tenants: Tenants, profile: Profile, actor: Actor): Promise<AdministrationId> {
  const id = await tenants.writeNational((writer) => ensureAdministration(writer, profile))
  const tenant = tenants.tenant(id)
  const isStored = (await tenant.read(readPlanRows)).some(
    ({ triennium, contentHash }) => triennium === profile.plan.triennium && contentHash === hashOf(profile),
  )
  if (!isStored) await tenant.write((writer) => storeProfile(writer, profile, actor))
  return id
}

/**
 * Replaces what is known of the writer's body and its plan for that triennium, and tells the journal: a part of a
 * transaction.
 * @param profile valid, of the writer's body.
 */
export async function storeProfile(writer: Writer, profile: Profile, actor: Actor): Promise<void> {
  const { plan, administration, facts, offices, roles, spending, fundingMeasures } = profile
  const stored = (await readPlanRows(writer)).find(({ triennium }) => triennium === plan.triennium)
  const after = hashOf(profile)
  await replaceAdministration(writer, administration, facts ?? {}, offices ?? [], roles ?? [])
  const planId = await replacePlan(writer, plan, after)
  await insertFunding(writer, planId, spending ?? [], fundingMeasures ?? [])
  await record(writer, actor, {
    type: 'profileAdopted',
    triennium: plan.triennium,
    edition: plan.edition,
    entries: plan.entries?.length ?? 0,
    initiatives: plan.initiatives?.length ?? 0,
    before: stored?.contentHash ?? null,
    after,
  })
}

const hashOf = (profile: Profile): string => profileHash(canonicalJson(profile))

async function ensureAdministration(
  writer: NationalWriter,
  { administration, demonstration }: Profile,
): Promise<AdministrationId> {
  const [short, long] = addresses(administration)
  const known = await findAdministrationId(writer, administration, short)
  if (known !== undefined) return known
  const address = (await isAddressTaken(writer, short)) ? long : short
  return await insertAdministration(writer, administration, { slug: address, demonstration: demonstration ?? false })
}

/** `Comune di Castro` in province Lecce → `castro`, or `castro-lecce` when that is taken by a homonym. */
function addresses({ name, province, cadastralCode }: AdministrationDetails): [string, string] {
  const short = slug(name.replace(/^comune\s+d(i|el|ella|ello|ei|egli|elle|ell['’])\s*/i, ''))
  return [short, slug(`${short} ${province ?? cadastralCode ?? 'bis'}`)]
}
