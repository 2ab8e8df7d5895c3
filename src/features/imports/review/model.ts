// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../../kernel/errors.ts'
import type { PlanRecord, Reading, RecordKind } from '../model.ts'

/** Where an import stands. */
export const importStates = ['reading', 'ready', 'failed', 'applied', 'discarded'] as const
export type ImportState = (typeof importStates)[number]

/** The plan that proposals are for. */
export type Destination = { readonly triennium: string; readonly edition: string }

/** What a file says it is, and what was read in it besides the proposals. */
export type DocumentNotes = {
  /** The body that it names. */
  readonly administration: string | null
  readonly triennium: string | null
  readonly edition: string | null
  /** What concerns the file as a whole, in Italian. */
  readonly warnings: readonly string[]
  /** Records that have no place in a plan. */
  readonly leftOut: { readonly indicators: number; readonly terms: number }
  /** Codes of the other bodies that one of our sheets holds. */
  readonly others: readonly string[]
}

/** Why a file could not be read. */
export type ReadingFailure = { readonly message: string; readonly problems: readonly Problem[] }

/** A file that was brought in for a body. */
export type Import = {
  /** Unique within its body. */
  readonly id: number
  readonly filename: string
  /** Hexadecimal. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  readonly uploadedAt: Date
  readonly state: ImportState
  readonly readingSince: Date
  /** How far reading has got, in Italian. */
  readonly progress?: string
  readonly failure?: ReadingFailure
  readonly document?: DocumentNotes
  readonly destination?: Destination
}

/** What was decided of a proposal. */
export type Decision = 'pending' | 'accepted' | 'discarded'

/** A record to put into the plan, as read or as a person corrected it. */
export type NewProposal = Reading & {
  readonly kind: RecordKind
  readonly record: PlanRecord
  /** The record says everything: what it lacks is to be taken away. Otherwise what it lacks stays as it is. */
  readonly whole: boolean
}

/** A proposal of an import, as a person finds it. */
export type Proposal = NewProposal & {
  /** From 1, in the order of the file; unique within its import. */
  readonly id: number
  readonly decision: Decision
  readonly edited: boolean
}
