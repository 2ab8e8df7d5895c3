// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { KnownBeforehandSchema } from '../../administrations/index.ts'
import { DutySchema } from '../duties/model.ts'
import { ActionLineCode, ActionLineSchema, EditionSchema, InstitutionalLineSchema, LineageSchema } from '../model.ts'

/**
 * The contents of the files in `catalogue/`, by file name; the first four are in each edition's folder, `official-texts`
 * only where the texts have been seen. The texts are not among them, only what tells one from another: they arrive by import.
 */
export const shippedSchemas = {
  edition: EditionSchema.omit({ provenance: true }),
  'action-lines': z.array(ActionLineSchema.omit({ officialText: true, legalDate: true })),
  'institutional-lines': z.array(InstitutionalLineSchema.omit({ officialText: true })),
  'official-texts': z.record(ActionLineCode, z.string().regex(/^[0-9a-f]{16}$/)),
  lineage: z.array(LineageSchema),
  'known-beforehand': KnownBeforehandSchema,
  duties: z.array(DutySchema),
}
export type ShippedFile = keyof typeof shippedSchemas

/** The same as JSON Schema (draft 2020-12), for people who write or check the data without Timone. */
export const shippedJsonSchema = (file: ShippedFile): object => z.toJSONSchema(shippedSchemas[file])
