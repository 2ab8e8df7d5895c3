// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { AmountSchema } from '../plans/index.ts'

/** ICT spending of a year: what was spent (actual) or is expected (forecast). */
export const SpendingSchema = z.strictObject({
  year: z.int().min(2000).max(2100).describe('Anno'),
  kind: z.enum(['actual', 'forecast']).describe('actual = consuntivo, forecast = previsione'),
  amount: AmountSchema,
  source: z.string().trim().min(1).max(200).optional().describe('Fonte, es. Bilancio comunale, PNRR'),
  note: z.string().trim().max(1000).optional().describe('Nota'),
})
export type Spending = z.infer<typeof SpendingSchema>

/** A PNRR measure as a project to keep and prove (calls closed by January 2026). */
export const FundingMeasureSchema = z.strictObject({
  measure: z
    .string()
    .regex(/^\d\.\d{1,2}(\.\d{1,2})?$/, 'misura PNRR, es. 1.4.1')
    .describe('Codice della misura'),
  title: z.string().trim().min(1).max(300).describe('Titolo della misura o del progetto'),
  year: z.int().min(2020).max(2035).optional().describe('Anno'),
  amount: AmountSchema.optional(),
  cup: z
    .string()
    .regex(/^[A-Z]\d{2}[A-Z]\d{11}$/, 'CUP: quindici caratteri')
    .optional()
    .describe('Codice unico di progetto'),
  progress: z.string().trim().max(5000).optional().describe('Stato di attuazione'),
  certification: z.string().trim().max(300).optional().describe('Asseverazione'),
  payment: z.string().trim().max(300).optional().describe('Erogazione'),
})
export type FundingMeasure = z.infer<typeof FundingMeasureSchema>
