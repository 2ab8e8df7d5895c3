// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CadastralCode } from '../../administrations/index.ts'
import { Triennium } from '../../plans/index.ts'

const plan = { triennium: Triennium, edition: z.string() }

const BodiesSchema = z.strictObject({
  association: z.strictObject({
    slug: z.string(),
    name: z.string(),
    joinedOn: z.iso.date(),
    ...plan,
    /** The plans that some members had before: they are approved and published, and the plan of now goes on from them. */
    published: z.strictObject({
      ...plan,
      act: z.strictObject({ body: z.string(), number: z.string() }),
      members: z.array(CadastralCode),
    }),
    members: z.array(CadastralCode).min(1),
  }),
  bodies: z.array(z.strictObject({ cadastralCode: CadastralCode, ...plan })),
})

/** Reads `bodies.json` of the folder `demo`. A file of another shape is our own mistake: a plain error. */
export const readDemonstrationBodies = (folder: string): z.infer<typeof BodiesSchema> =>
  BodiesSchema.parse(JSON.parse(readFileSync(join(folder, 'bodies.json'), 'utf8')))
