// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { Slug } from '../../../administrations/index.ts'
import { ActionLineCode } from '../../../catalogue/index.ts'
import { Triennium } from '../../plan/index.ts'

export const PlanParams = z.object({ slug: Slug, triennium: Triennium })
export const EntryParams = PlanParams.extend({ code: ActionLineCode })

/** Bytes that a form may weigh: two texts of 20,000 characters and all the rest, percent-encoded. */
export const formLimit = 2 ** 20

/** A revision of a record, as a form sends it. */
export const Revision = z.coerce
  .number('manca la versione da cui si è partiti')
  .int()
  .min(0)
  .max(2 ** 31 - 1)

/** What the form of a record sends. */
export const RecordBody = z
  .object({ azione: z.string().default('salva'), base: Revision, theirs: Revision.optional() })
  .catchall(z.string())
