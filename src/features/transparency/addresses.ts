// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { notFound } from '../../kernel/errors.ts'
import { Slug } from '../administrations/index.ts'
import { Triennium } from '../plans/index.ts'
import type { VersionAddress } from './readers.ts'

/** The parameters in the addresses of published plans and versions. */
export const PlanParams = z.object({ slug: Slug, triennium: Triennium })
export const VersionParams = PlanParams.extend({
  number: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number),
})

/** The same error for what does not exist and what is not published. */
export const notPublished = ({ slug, triennium, number }: VersionAddress) =>
  notFound(`Piano ${triennium} dell’ente «${slug}»${number === undefined ? '' : `, versione ${number}`}`)
