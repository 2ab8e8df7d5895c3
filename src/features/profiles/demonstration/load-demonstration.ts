// SPDX-License-Identifier: AGPL-3.0-or-later

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { program } from '../../../kernel/access.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'
import { CadastralCode, insertAssociation, type Municipality, readAssociations } from '../../administrations/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { adoptProfile } from '../adopt-profile.ts'
import { composeDemonstration } from './compose-profile.ts'
import { readDemonstrationTexts } from './texts.ts'

const BodiesSchema = z.strictObject({
  association: z.strictObject({
    slug: z.string(),
    name: z.string(),
    joinedOn: z.iso.date(),
    triennium: z.string(),
    edition: z.string(),
    members: z.array(CadastralCode).min(1),
  }),
  bodies: z.array(z.strictObject({ cadastralCode: CadastralCode, triennium: z.string(), edition: z.string() })),
})

/** What loading the demonstration needs. */
export type DemonstrationSources = {
  readonly tenants: Tenants
  readonly catalogue: Catalogue
  readonly municipality: (cadastralCode: string) => Municipality
  /** The folder with `bodies.json` and `texts.json`. */
  readonly folder: string
  readonly clock: Clock
}

/**
 * Fills the database with the demonstration: an association with its members and some other bodies, each with an
 * invented plan. Loading it again changes nothing.
 * @param onProgress called after each body, with how many are done of how many.
 * @returns how many bodies there are.
 */
export async function loadDemonstration(
  { tenants, catalogue, municipality, folder, clock }: DemonstrationSources,
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  const texts = readDemonstrationTexts(folder)
  const { association, bodies } = BodiesSchema.parse(JSON.parse(readFileSync(join(folder, 'bodies.json'), 'utf8')))
  const { members, triennium, edition } = association
  const plans = [...members.map((cadastralCode) => ({ cadastralCode, triennium, edition })), ...bodies]
  const ids = new Map<string, Awaited<ReturnType<typeof adoptProfile>>>()
  for (const plan of plans) {
    const profile = composeDemonstration(
      {
        municipality: municipality(plan.cadastralCode),
        triennium: plan.triennium,
        edition: catalogue.edition(plan.edition),
        today: `${plan.triennium.slice(0, 4)}-10-01`,
      },
      texts,
    )
    ids.set(plan.cadastralCode, await adoptProfile(tenants, profile, program('demonstration').actor))
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
