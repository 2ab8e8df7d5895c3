// SPDX-License-Identifier: AGPL-3.0-or-later

import { program } from '../../../kernel/access.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'
import {
  insertAssociation,
  type Municipality,
  readAdministrations,
  readAssociations,
} from '../../administrations/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { adoptProfile } from '../adopt-profile.ts'
import { readDemonstrationBodies } from './bodies.ts'
import { composeDemonstration } from './compose-profile.ts'
import { readDemonstrationTexts } from './texts.ts'

/** What loading the demonstration needs. */
export type DemonstrationSources = {
  readonly tenants: Tenants
  readonly catalogue: Catalogue
  readonly municipality: (cadastralCode: string) => Municipality
  /** The folder with `bodies.json`, `texts.json` and the activities. */
  readonly folder: string
  readonly clock: Clock
}

/**
 * Fills the database with the demonstration: an association with its members and some other bodies, each with an
 * invented plan. Members whose former plan is to be published have that one alone: `publishFormerPlans` goes on from it.
 * Loading it again changes nothing.
 * @param onProgress called after each body, with how many are done of how many.
 * @returns how many bodies there are.
 */
export async function loadDemonstration(
  { tenants, catalogue, municipality, folder, clock }: DemonstrationSources,
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  const texts = readDemonstrationTexts(folder)
  const { association, bodies } = readDemonstrationBodies(folder)
  const { members, published } = association
  const present = await tenants.readMany([], readAdministrations)
  const plans = [
    ...members.map((cadastralCode) => {
      const isPublished = published.members.includes(cadastralCode)
      return { cadastralCode, finished: isPublished, plan: isPublished ? published : association }
    }),
    ...bodies.map((body) => ({ cadastralCode: body.cadastralCode, finished: false, plan: body })),
  ]
  const ids = new Map<string, Awaited<ReturnType<typeof adoptProfile>>>()
  for (const { cadastralCode, finished, plan } of plans) {
    const profile = composeDemonstration(
      {
        municipality: municipality(cadastralCode),
        triennium: plan.triennium,
        edition: catalogue.edition(plan.edition),
        today: `${plan.triennium.slice(0, 4)}-10-01`,
        finished,
      },
      texts,
    )
    // What is approved is not stored again.
    const known = finished ? present.find((body) => body.cadastralCode === cadastralCode) : undefined
    ids.set(cadastralCode, known?.id ?? (await adoptProfile(tenants, profile, program('demonstration').actor)))
    onProgress(ids.size, plans.length)
  }
  const known = await tenants.readMany([], (reader) => readAssociations(reader, clock.today()))
  if (!known.some(({ slug }) => slug === association.slug)) {
    const memberIds = members.flatMap((code) => ids.get(code) ?? [])
    await tenants.writeNational((writer) =>
      insertAssociation(
        writer,
        { slug: association.slug, name: association.name, demonstration: true },
        memberIds,
        association.joinedOn,
      ),
    )
  }
  return plans.length
}
