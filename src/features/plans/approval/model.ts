// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { Actor } from '../../../kernel/access.ts'
import { type IsoDate, isIsoDate } from '../../../kernel/dates.ts'
import type { Act } from '../../administrations/index.ts'
import { type PlanState, type TransitionName, transitionNames } from '../plan/index.ts'

/** A day, `aaaa-mm-gg` or `gg/mm/aaaa`. */
const Day = z
  .string()
  .trim()
  .transform((value): IsoDate => value.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, toIso))
  .refine(isIsoDate, 'non è una data che esiste: scriverla come gg/mm/aaaa')

const toIso = (_: string, day: string, month: string, year: string) =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** A file that somebody attaches: its name without folders is a claim, its bytes are not. */
export type AttachedFile = { readonly name: string; readonly bytes: Uint8Array }

/**
 * What somebody says to take a step: the same for the form, the API and the command line. What a step needs and is not
 * there is told by `movePlan`, all together.
 */
export const StepInputSchema = z.object({
  reason: z.string().trim().max(2000, 'supera i 2.000 caratteri: accorciarlo').optional(),
  act: z
    .object({
      body: z.string().trim().min(1).max(120, 'supera i 120 caratteri: scrivere il nome dell’organo').optional(),
      number: z.string().trim().min(1).max(40, 'supera i 40 caratteri: scrivere il numero dell’atto').optional(),
      date: Day.optional(),
    })
    .optional(),
  /** The day from which the act is in force. */
  date: Day.optional(),
  file: z
    .custom<AttachedFile>((value) => typeof value === 'object' && value !== null && 'bytes' in value, 'non è un file')
    .optional(),
  /** The plan's revision that the person had before them, and the hash of its content. */
  revision: z.coerce.number('è un numero').int('è un numero').min(1, 'è un numero da 1').optional(),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'è un’impronta SHA-256: 64 cifre esadecimali')
    .optional(),
})
export const TransitionSchema = z.enum(transitionNames as [TransitionName, ...TransitionName[]])

/** A step to be taken, and what it is taken with. */
export type StepInput = z.output<typeof StepInputSchema> & { readonly transition: TransitionName }

/** What a step led to. */
export type StepOutcome = {
  readonly before: PlanState
  readonly after: PlanState
  readonly version: number
  /** SHA-256 of the version that the step froze. */
  readonly sha256?: string
}

/** Bodies that approve plans; a body of another kind writes its own. */
export const approvingBodies = ['Giunta comunale', 'Conferenza dei Sindaci', 'Consiglio comunale'] as const

/** An act of approval with the file that proves it. */
export type FiledAct = Act & { readonly file: AttachedFile & { readonly mediaType: string } }

/** What somebody said of a plan while it was written or reviewed. */
export type ReviewComment = {
  readonly id: number
  /** The version that was being made. */
  readonly version: number
  /** `entry:CAP1.PA.01`, `narrative:introduction`; absent: the whole plan. */
  readonly part?: string
  /** The field of the part, as its kind names it. */
  readonly field?: string
  readonly markdown: string
  readonly author: Actor
  readonly at: Date
  readonly resolved?: { readonly at: Date; readonly by: string }
}
