// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { isIsoDate } from '../../../kernel/dates.ts'
import { ActionLineCode, AddresseesSchema, TimingSchema } from '../model.ts'

const Words = z.string().min(1).max(300)
const DayOfYear = z.string().refine((day) => isIsoDate(`2001-${day}`), 'un giorno che ogni anno ha, es. 03-31')

/** An act of law or of an authority, the part of it that counts, and where it can be read. */
const SourceSchema = z.strictObject({
  act: Words,
  article: Words.optional(),
  url: z.url({ protocol: /^https?$/ }),
})
export type DutySource = z.infer<typeof SourceSchema>

const YearlySchema = z.strictObject({
  kind: z.literal('yearly'),
  /** The last day of each year on which it can be done in time. */
  by: DayOfYear,
  /** The first; absent: none is set. */
  opens: DayOfYear.optional(),
  /** The first year in which it binds. */
  since: z.int().min(2000).max(2100),
  /** The law sets no day: `by` is the end of the year. */
  dayUnset: z.literal(true).optional(),
})

const AfterSchema = z.strictObject({
  kind: z.literal('after'),
  amount: z.int().min(1).max(1000),
  unit: z.enum(['hours', 'days', 'months', 'years']),
  /** What happens first; it follows «da»: `quando ACN comunica l’iscrizione nell’elenco`. */
  event: Words,
})

/** What is to be kept up for some years, from the end of the year of something of which Timone knows the day. */
const UpkeepSchema = z.strictObject({
  kind: z.literal('upkeep'),
  years: z.int().min(1).max(50),
  /** `fundingPayment`: each PNRR project, from the year in which it was paid. */
  of: z.enum(['fundingPayment']),
})

/** When a duty is to be done: as lines are, each year, within some time of something that happens, or for some years. */
export const DutyTimingSchema = z.discriminatedUnion('kind', [
  ...TimingSchema.options,
  YearlySchema,
  AfterSchema,
  UpkeepSchema,
])
export type DutyTiming = z.infer<typeof DutyTimingSchema>

const TouchedLineSchema = z.strictObject({
  /** The years of the edition that begins the cycle, whose codes are stable: `2024-2026`. */
  cycle: z.string().regex(/^\d{4}-\d{4}$/, 'gli anni di un ciclo, es. 2024-2026'),
  code: ActionLineCode,
  /** The line’s date is the law’s, whatever the plan prints. */
  movesDate: z.literal(true).optional(),
  /** Whom the duty binds must do what the line asks, whatever the line’s words leave free. */
  compels: z.literal(true).optional(),
})

/** What the law asks of bodies: alone, or beside an action line of the national plan. */
export const DutySchema = z
  .strictObject({
    /** Identifies it for good, in events of calendars too: never used for another duty. */
    code: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'parole minuscole unite da trattini, es. piao'),
    title: z.string().min(1).max(100),
    summary: z.string().min(1).max(600),
    /** What it is about, in a word or two: what calendars group events by. */
    matter: z.string().min(1).max(40),
    sources: z.array(SourceSchema).min(1),
    /** Whom it binds, each rule by itself; absent: whom the line binds. */
    binds: z.array(AddresseesSchema).min(1).optional(),
    when: DutyTimingSchema,
    line: TouchedLineSchema.optional(),
  })
  .refine(({ binds, line }) => binds || line, 'senza «binds» serve «line»: il dovere lega chi la linea riguarda')
  .refine(
    ({ when, line }) => !line?.movesDate || when.kind === 'by' || when.kind === 'from',
    'una data di legge («movesDate») chiede «when» con «by» o «from»',
  )
  .refine(({ binds, line }) => !line?.compels || binds, '«compels» chiede «binds»: chi è obbligato')
export type Duty = z.infer<typeof DutySchema>
