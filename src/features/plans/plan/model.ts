// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { fromCents, isAmount, toCents } from '../../../kernel/money.ts'
import {
  type ActionLine,
  ActionLineCode,
  type Applicability,
  type Chapter,
  type Edition,
} from '../../catalogue/index.ts'

/** A plan as addresses name it. */
export type PlanAddress = { readonly slug: string; readonly triennium: string }

/** Where an entry stands. The label as printed is kept beside it, never replaced by it. */
export const statuses = [
  'notStarted',
  'planned',
  'inProgress',
  'ongoing',
  'completed',
  'notApplicable',
  'notFeasible',
] as const
export type Status = (typeof statuses)[number]

export const statusLabel = {
  notStarted: 'Non avviata',
  planned: 'Pianificata',
  inProgress: 'In corso',
  ongoing: 'Continuativa',
  completed: 'Completata',
  notApplicable: 'Non applicabile',
  notFeasible: 'Non realizzabile',
} satisfies Record<Status, string>

/** A status, or that the body says none: silence is counted apart and is never "not started". */
export type StatusOrUnsaid = Status | 'unsaid'

export const statusOrUnsaidLabel: Readonly<Record<StatusOrUnsaid, string>> = {
  ...statusLabel,
  unsaid: 'Non indicato',
}

export const statusesAndUnsaid: readonly StatusOrUnsaid[] = [...statuses, 'unsaid']

/** Markdown as people write it: a small subset is rendered, no HTML. At most 20,000 characters. */
export const Markdown = z.string().max(20_000, 'il testo supera i 20.000 caratteri: accorciarlo o allegarlo')

/** A date, or the words that a plan prints instead of one ("dic-25", "attività continuativa"). */
const DateOrWords = z.string().trim().min(1).max(300)

/** Euro as text with two decimals, `"1277906.60"`; one or none, and YAML numbers, are accepted and completed. */
export const AmountSchema = z
  .union([z.string(), z.number()])
  .transform((value) => (typeof value === 'number' ? String(value) : value.trim()))
  .refine(isAmount, 'importo: cifre con il punto per i centesimi, senza separatori, es. 1277906.60')
  .transform((amount) => fromCents(toCents(amount)))
  .describe('Importo in euro, es. 1277906.60')

/** What proves that something was done: a page, or a file that the body keeps. */
export const EvidenceSchema = z
  .strictObject({
    label: z.string().trim().min(1).max(300).describe('Che cosa prova'),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional()
      .describe('Indirizzo http o https'),
    file: z
      .strictObject({
        name: z.string().trim().min(1).max(200).describe('Nome del file'),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/, 'impronta SHA-256: 64 cifre esadecimali')
          .describe('Impronta SHA-256 del file'),
      })
      .optional()
      .describe('File conservato dall’ente'),
  })
  .refine(({ url, file }) => (url === undefined) !== (file === undefined), 'una prova ha un indirizzo oppure un file')
export type Evidence = z.infer<typeof EvidenceSchema>

/** Money that an entry counts on, by year. */
export const AllocationSchema = z.strictObject({
  source: z.string().trim().min(1).max(300).describe('Fonte di finanziamento'),
  year: z.int().min(2000).max(2100).describe('Anno'),
  amount: AmountSchema,
})
export type Allocation = z.infer<typeof AllocationSchema>

/** What the body says of one action line. */
export const EntrySchema = z.strictObject({
  code: ActionLineCode.describe('Codice della linea d’azione, es. CAP1.PA.07'),
  activity: Markdown.optional().describe('Che cosa fa l’ente (Markdown)'),
  status: z.enum(statuses).optional().describe('Stato'),
  statusLabel: z.string().trim().min(1).max(200).optional().describe('Stato con le parole dell’ente'),
  offices: z.array(z.string().trim().min(1).max(200)).max(50).optional().describe('Uffici incaricati'),
  funding: z.array(z.string().trim().min(1).max(300)).max(50).optional().describe('Fonti di finanziamento'),
  allocations: z.array(AllocationSchema).max(100).optional().describe('Importi per fonte e anno'),
  planned: DateOrWords.optional().describe('Data prevista: aaaa-mm-gg o parole'),
  completed: DateOrWords.optional().describe('Data di completamento: aaaa-mm-gg o parole'),
  notes: Markdown.optional().describe('Note'),
  evidence: z.array(EvidenceSchema).max(50).optional().describe('Prove di quanto fatto'),
})
export type Entry = z.infer<typeof EntrySchema>

/** The body's own action; it may serve many lines. */
export const InitiativeSchema = z.strictObject({
  title: z.string().trim().min(1).max(300).describe('Titolo'),
  description: Markdown.optional().describe('Descrizione (Markdown)'),
  office: z.string().trim().min(1).max(200).optional().describe('Ufficio'),
  responsible: z.string().trim().min(1).max(200).optional().describe('Responsabile: una posizione, non una persona'),
  planned: DateOrWords.optional().describe('Data o periodo previsto'),
  resources: z.string().trim().min(1).max(5000).optional().describe('Risorse'),
  steps: z.array(z.string().trim().min(1).max(2000)).max(100).optional().describe('Passi'),
  expectedResults: z.array(z.string().trim().min(1).max(2000)).max(100).optional().describe('Risultati attesi'),
  lines: z.array(ActionLineCode).max(130).optional().describe('Linee d’azione che serve'),
  status: z.enum(statuses).optional().describe('Stato'),
})
export type Initiative = z.infer<typeof InitiativeSchema>

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

/** Three calendar years, both ends included: `2025-2027`. */
export const Triennium = z
  .string()
  .regex(/^20\d\d-20\d\d$/, 'triennio: due anni, es. 2025-2027')
  .refine(
    (value) => Number(value.slice(5)) - Number(value.slice(0, 4)) === 2,
    'un triennio copre tre anni, es. 2025-2027',
  )

/** What a body writes for a triennium on an edition. */
export const PlanSchema = z.strictObject({
  title: z.string().trim().min(1).max(300).optional().describe('Titolo del piano'),
  triennium: Triennium.describe('Triennio, es. 2025-2027'),
  edition: z.string().trim().min(1).max(60).describe('Edizione del Piano nazionale, es. 2024-2026'),
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
}
