// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { AdministrationSchema, FactsSchema, OfficeSchema, RoleSchema } from '../administrations/index.ts'
import { FundingProjectSchema, SpendingSchema } from '../funding/index.ts'
import { PlanSchema } from '../plans/index.ts'

/**
 * One body's whole plan as one file: the body, its facts, and the plan. `profile.yaml` holds it, our PDF embeds it, the
 * store gives it back; its canonical JSON is hashed.
 */
export const ProfileSchema = z.strictObject({
  administration: AdministrationSchema.describe('L’ente: nome, tipo, codici, abitanti'),
  facts: FactsSchema.optional(),
  offices: z.array(OfficeSchema).max(200).optional().describe('Uffici dell’ente'),
  roles: z.array(RoleSchema).max(100).optional().describe('Ruoli della transizione digitale, con il loro atto'),
  plan: PlanSchema.describe('Il piano: triennio, edizione nazionale, testi, voci, iniziative'),
  spending: z.array(SpendingSchema).max(200).optional().describe('Spesa ICT per anno'),
  fundingMeasures: z.array(FundingProjectSchema).max(200).optional().describe('Progetti PNRR'),
  demonstration: z
    .literal(true)
    .optional()
    .describe('true se i contenuti sono inventati, a scopo dimostrativo; altrimenti omettere'),
})
export type Profile = z.infer<typeof ProfileSchema>
