// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { administrationKinds, type FactName, FactsSchema, type KnownBeforehand } from '../administrations/index.ts'
import type { Duty } from './duties/model.ts'

/** When a line binds: by a date, from a date on (continuing), or always (already in force). */
export const TimingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('by'), date: z.iso.date() }),
  z.strictObject({ kind: z.literal('from'), date: z.iso.date() }),
  z.strictObject({ kind: z.literal('in-force') }),
])
export type Timing = z.infer<typeof TimingSchema>

const factNames = Object.keys(FactsSchema.shape) as [FactName, ...FactName[]]

const factValue = z.union([z.boolean(), z.enum(['none', 'A', 'B'])])
const Kinds = z.array(z.enum(administrationKinds)).min(1)

/** A fact of the body that must have this value for the line to bind. */
export const ConditionSchema = z.strictObject({
  fact: z.enum(factNames),
  /** Facts that do as well, with the same value. */
  or: z.array(z.enum(factNames)).min(1).optional(),
  is: factValue,
  /** The condition counts only for these kinds of body; others pass. Absent: every kind. */
  onlyFor: Kinds.optional(),
  /** The condition does not count for these kinds of body: they pass. */
  exceptFor: Kinds.optional(),
})
export type Condition = z.infer<typeof ConditionSchema>

/** A fact that takes out a body of which it has this value. While it is not known, the line binds. */
const ExceptionSchema = z.strictObject({ fact: z.enum(factNames), is: factValue })

/** To whom a line is addressed, as a rule that a machine can answer and a person can read. */
export const AddresseesSchema = z.strictObject({
  /** The kinds of body; absent: every public administration. */
  kinds: Kinds.optional(),
  /** Where `kinds` is absent: kinds that are left out. */
  exceptKinds: Kinds.optional(),
  /** Where `kinds` is absent: operators of public services too, which “administrations” does not mean. */
  operators: z.boolean().optional(),
  /** Inhabitants, both ends included; binds municipalities alone, other kinds have no threshold. */
  population: z
    .strictObject({ min: z.int().min(0).optional(), max: z.int().min(0).optional() })
    .refine((band) => band.min !== undefined || band.max !== undefined, 'una fascia ha almeno un estremo')
    .optional(),
  conditions: z.array(ConditionSchema).optional(),
  unless: z.array(ExceptionSchema).min(1).optional(),
  /** True when the body chooses whether to do it. */
  voluntary: z.boolean().optional(),
  /** It concerns a sample or a group selected elsewhere (the condition says which fact tells). */
  sampleOnly: z.boolean().optional(),
})
export type Addressees = z.infer<typeof AddresseesSchema>

/** `CAPn.PA.nn` (from 2024-2026) and `CAPn.PA.LAnn` (to 2022-2024): two schemes, never mixed in an edition. */
export const ActionLineCode = z.string().regex(/^CAP[1-9]\.PA\.(LA)?\d{2,3}$/)
export type ActionLineCode = z.infer<typeof ActionLineCode>
const ObjectiveCode = z.string().regex(/^OB\.\d\.\d{1,2}$/)
const ExpectedResultCode = z.string().regex(/^RA\d\.\d{1,2}\.\d{1,2}$/)

export const ChapterSchema = z.strictObject({ number: z.int().min(1).max(9), title: z.string().min(1) })
export type Chapter = z.infer<typeof ChapterSchema>

export const ObjectiveSchema = z.strictObject({
  code: ObjectiveCode,
  chapter: z.int().min(1).max(9),
  title: z.string().min(1),
})
export type Objective = z.infer<typeof ObjectiveSchema>

export const ExpectedResultSchema = z.strictObject({
  code: ExpectedResultCode,
  objective: ObjectiveCode,
  title: z.string().min(1).optional(),
  targets: z.array(z.strictObject({ year: z.int().min(2018).max(2040), text: z.string().min(1) })),
})
export type ExpectedResult = z.infer<typeof ExpectedResultSchema>

/** A slip of AgID's print in a line, and how it is read: both are shown, and an import reads the line so. */
const CorrectionSchema = z.strictObject({ printed: z.string().min(1), read: z.string().min(1) })
export type Correction = z.infer<typeof CorrectionSchema>

/** A date that the law sets for a line, other than the one that the plan prints, and where it stands. */
const LegalDateSchema = z.strictObject({ date: z.iso.date(), source: z.string().min(3).max(300) })

/** What AgID asks of administrations. Key: (edition, code). */
export const ActionLineSchema = z.strictObject({
  code: ActionLineCode,
  chapter: z.int().min(1).max(9),
  objective: ObjectiveCode,
  results: z.array(ExpectedResultCode),
  timing: TimingSchema,
  /** AgID moved the date in an update of the same cycle. */
  replanned: z.boolean().optional(),
  corrections: z.array(CorrectionSchema).min(1).optional(),
  /** Absent in an imported edition whose rules are still to be written. */
  addressees: AddresseesSchema.optional(),
  /** At most 80 characters, Timone's own words: what tables and charts print. */
  title: z.string().min(1).max(80).optional(),
  /** One or two sentences, Timone's own words. */
  summary: z.string().min(1).max(500).optional(),
  legalDate: LegalDateSchema.optional(),
  /** AgID's text, only after `timone catalogue import`. */
  officialText: z.string().min(1).optional(),
})
export type ActionLine = z.infer<typeof ActionLineSchema> & { readonly toConfirm?: ToConfirm }

/** Rule, title and summary come from the edition that this one follows, where the official text was another. */
export type ToConfirm = {
  /** The id of the edition that they come from. */
  readonly edition: string
  /** What AgID printed there; absent while nobody has imported it. */
  readonly officialText?: string
}

/** What AgID, DTD, ACN and others do themselves. */
export const InstitutionalLineSchema = z.strictObject({
  code: z.string().regex(/^CAP[1-9]\.(LA)?\d{2,3}$/),
  chapter: z.int().min(1).max(9),
  objective: ObjectiveCode,
  results: z.array(ExpectedResultCode),
  timing: TimingSchema,
  replanned: z.boolean().optional(),
  corrections: z.array(CorrectionSchema).min(1).optional(),
  owners: z.array(z.string().min(1)),
  title: z.string().min(1).max(80).optional(),
  officialText: z.string().min(1).optional(),
})
export type InstitutionalLine = z.infer<typeof InstitutionalLineSchema>

/** Where official texts came from. */
export const ProvenanceSchema = z.strictObject({
  /** What was read: the folder's or file's name. */
  source: z.string(),
  format: z.enum(['docs-italia', 'json']),
  importedOn: z.iso.date(),
  /** SHA-256, hex, over the files read in order of path. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Provenance = z.infer<typeof ProvenanceSchema>

export const EditionSchema = z.strictObject({
  id: z.string().regex(/^\d{4}-\d{4}(-[a-z0-9-]+)?$/),
  title: z.string().min(1),
  triennium: z.strictObject({ from: z.int(), to: z.int() }),
  /** The edition that this one updates or follows. */
  follows: z.string().optional(),
  /** False when only part of the edition is known. */
  complete: z.boolean(),
  chapters: z.array(ChapterSchema).min(1),
  objectives: z.array(ObjectiveSchema).min(1),
  results: z.array(ExpectedResultSchema),
  provenance: ProvenanceSchema.optional(),
})

/** A whole national edition, as an immutable value that rules, plans and documents read. */
export type Edition = z.infer<typeof EditionSchema> & {
  readonly lines: readonly ActionLine[]
  readonly institutionalLines: readonly InstitutionalLine[]
  /** Of each line's official text, as printed, so that a later edition can tell whether it is the same. */
  readonly fingerprints?: Readonly<Record<string, string>>
  /** What its rules know of bodies before they say it; absent: nothing. */
  readonly known?: KnownBeforehand
  /** What the law asks of bodies beside it; absent: nothing. */
  readonly duties?: readonly Duty[]
}

/** `to-choose`: only the body’s will decides, and it has not said; `to-verify`: something about the body is not known. */
export type Verdict = 'applies' | 'does-not-apply' | 'to-choose' | 'to-verify'

/** The answer of a rule, with the reason in plain Italian that names the fact used. */
export type Applicability = {
  readonly verdict: Verdict
  readonly reason: string
  /** Where in the profile to write the facts that the rule needs and does not find: `facts.contractingAuthority`. */
  readonly missing?: readonly string[]
  /** What the law asks of the body on the line, beside what the plan prints; absent: nothing. */
  readonly law?: readonly Duty[]
}

/** A duty that binds a body, or may once more is known of it, with the reason. */
export type BindingDuty = { readonly duty: Duty; readonly applicability: Applicability }

/** What became of a line of an older cycle in a newer one. */
export const LineageSchema = z.strictObject({
  from: ActionLineCode,
  to: z.array(ActionLineCode),
  relation: z.enum(['sameActivity', 'similar', 'absorbed', 'none']),
  certainty: z.enum(['high', 'medium', 'low']),
  near: z.array(ActionLineCode),
  reason: z.string().max(200),
})
export type Lineage = z.infer<typeof LineageSchema>
