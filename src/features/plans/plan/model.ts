// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import type { Slug, Triennium } from '../../../kernel/ids.ts'
import {
  type ActionLine,
  ActionLineCode,
  type Applicability,
  type BindingDuty,
  type Chapter,
  type Edition,
} from '../../catalogue/index.ts'
import { type ContentOf, Markdown, shapeOf } from '../../records/index.ts'
import { coverFields } from './cover/cover-fields.ts'
import { entryFields } from './entries/entry-fields.ts'
import { InitiativeSchema } from './initiatives/initiative-fields.ts'
import type { Status } from './progress/status.ts'

export { Triennium } from './cover/cover-fields.ts'
export type { Evidence } from './entries/evidence.tsx'
export type { Initiative } from './initiatives/initiative-fields.ts'
export {
  type Status,
  type StatusOrUnsaid,
  statuses,
  statusesAndUnsaid,
  statusOrUnsaidLabel,
} from './progress/status.ts'

/** A plan as addresses name it. */
export type PlanAddress = { readonly slug: Slug; readonly triennium: Triennium }

/** What the body says of one action line. */
export const EntrySchema = z.strictObject({
  code: ActionLineCode.describe('Codice della linea d’azione, es. CAP1.PA.07'),
  ...shapeOf(entryFields),
})
export type Entry = { code: ActionLineCode } & ContentOf<typeof entryFields>

/** What the body writes before the lines of each national chapter, and in the introduction. */
const NarrativeSchema = z.strictObject({
  introduction: Markdown.optional().describe('Introduzione e contesto (Markdown)'),
  principles: Markdown.optional().describe('Come l’ente segue i principi guida del Piano nazionale (Markdown)'),
  organisation: Markdown.optional().describe('Organizzazione per la transizione digitale (Markdown)'),
  spending: Markdown.optional().describe('Commento alla spesa (Markdown)'),
  conclusion: Markdown.optional().describe('Conclusioni e prossimi passi (Markdown)'),
  chapters: z
    .record(z.string().regex(/^[1-9]$/, 'numero del capitolo, da 1 a 9'), Markdown)
    .optional()
    .describe('Testo per ogni capitolo nazionale, per numero'),
})

/** What a body writes for a triennium on an edition. */
export const PlanSchema = z.strictObject({
  ...shapeOf(coverFields),
  choices: z
    .record(ActionLineCode, z.boolean())
    .optional()
    .describe('Linee facoltative: true se l’ente ha scelto di attuarle, false se no'),
  narrative: NarrativeSchema.optional().describe(
    'I testi dell’ente: introduzione, organizzazione, capitoli, conclusioni',
  ),
  entries: z.array(EntrySchema).max(1000).optional().describe('Che cosa dice l’ente di ogni linea d’azione'),
  initiatives: z.array(InitiativeSchema).max(500).optional().describe('Iniziative e obiettivi propri dell’ente'),
})
export type Plan = z.infer<typeof PlanSchema>

/** A line as it concerns one body: AgID's side, the verdict, and what the body says. */
export type TailoredLine = {
  readonly line: ActionLine
  readonly applicability: Applicability
  /** The body itself declares it not applicable, whatever the rule says. */
  readonly declaredNotApplicable: boolean
  readonly entry?: Entry
  /** The entry's; absent where the body says none, whatever else it writes. */
  readonly status?: Status
}

export type TailoredChapter = { readonly chapter: Chapter; readonly lines: readonly TailoredLine[] }

/** The national plan cut to one body: what pages and documents read. */
export type TailoredPlan = {
  readonly plan: Plan
  readonly edition: Edition
  readonly chapters: readonly TailoredChapter[]
  /** What the law asks of the body beside the plan, or may once more is known of it. */
  readonly duties: readonly BindingDuty[]
}
