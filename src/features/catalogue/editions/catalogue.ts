// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { Duty } from '../duties/model.ts'
import {
  ActionLineSchema,
  type Edition,
  EditionSchema,
  InstitutionalLineSchema,
  type Lineage,
  ProvenanceSchema,
} from '../model.ts'
import type { Completion } from '../succession/completion.ts'

const printed = {
  chapter: true,
  objective: true,
  results: true,
  timing: true,
  replanned: true,
  corrections: true,
} as const
const officialText = z.string().min(1)

/** A line as AgID prints it, and the rule, title and summary that a JSON file may give it besides. */
export const OfficialLineSchema = ActionLineSchema.pick({
  code: true,
  ...printed,
  addressees: true,
  title: true,
  summary: true,
}).extend({ officialText })
export type OfficialLine = z.infer<typeof OfficialLineSchema>

/** What AgID, DTD, ACN and others announce for themselves, as printed. */
export const OfficialInstitutionalLineSchema = InstitutionalLineSchema.pick({
  code: true,
  ...printed,
  owners: true,
}).extend({ officialText })
export type OfficialInstitutionalLine = z.infer<typeof OfficialInstitutionalLineSchema>

/** A national edition as read from AgID's own source: what an import yields and the store keeps. */
export const OfficialEditionSchema = EditionSchema.pick({
  id: true,
  chapters: true,
  objectives: true,
  results: true,
  follows: true,
}).extend({
  lines: z.array(OfficialLineSchema).min(1),
  institutionalLines: z.array(OfficialInstitutionalLineSchema),
  /** False when some of the source could not be read, and no former import had it. */
  complete: z.boolean().default(true),
  provenance: ProvenanceSchema,
})
export type OfficialEdition = z.infer<typeof OfficialEditionSchema>

/** The known national editions: those shipped with Timone, overlaid with the imported official texts. */
export type Catalogue = {
  /** Ids of the editions, oldest first. */
  ids(): readonly string[]
  /** @throws {TimoneError} `unknown-edition`, naming the known ones. */
  edition(id: string): Edition
  /** What became of the lines of 2022-2024 in 2024-2026. */
  lineage(): readonly Lineage[]
  /**
   * What the law asks of bodies beside the national plan, in the order of the file.
   * @throws {TimoneError} `invalid-input`, with the place of each fault: then no edition is given either.
   */
  duties(): readonly Duty[]
  /** The imported official texts of an edition as they are kept; undefined when there are none. */
  imported(id: string): OfficialEdition | undefined
  /** Replaces an edition's imported official texts, completely or not at all. From then on `edition(id)` has them. */
  saveImported(official: OfficialEdition): void
  /** What was written by hand of an edition's lines; undefined: nothing. */
  completion(id: string): Completion | undefined
  /** Replaces what was written by hand, completely or not at all. From then on `edition(id)` has it. */
  saveCompletion(completion: Completion): void
  /** Tells one state of all editions from another: it changes when this or another process stores something. */
  state(): string
}
