// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Problem } from '../../../kernel/errors.ts'
import type { Triennium } from '../../../kernel/ids.ts'
import type { PlanRecord, Reading, RecordKind } from '../model.ts'

/** The states of an import. */
export const importStates = ['reading', 'ready', 'failed', 'applied', 'discarded'] as const
export type ImportState = (typeof importStates)[number]

/** The plan that proposals are for. */
export type Destination = { readonly triennium: Triennium; readonly edition: string }

/** What a file says about itself, and what was read in it besides the proposals. */
export type DocumentNotes = {
  /** The body named in the file. */
  readonly administration: string | null
  readonly triennium: Triennium | null
  readonly edition: string | null
  /** Warnings about the whole file, in Italian. */
  readonly warnings: readonly string[]
  /** Records that have no place in a plan. */
  readonly leftOut: { readonly indicators: number; readonly terms: number }
  /** Codes of the other bodies that one of our sheets holds. */
  readonly others: readonly string[]
}

/** Why a file could not be read. */
export type ReadingFailure = { readonly message: string; readonly problems: readonly Problem[] }

/** A file imported for a body. */
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
  /** The progress of reading, in Italian. */
  readonly progress?: string
  readonly failure?: ReadingFailure
  readonly document?: DocumentNotes
  readonly destination?: Destination
}

/** The decision on a proposal. */
export type Decision = 'pending' | 'accepted' | 'discarded'

/** A record to put into the plan, as read or as a person corrected it. */
export type NewProposal = Reading & {
  readonly kind: RecordKind
  readonly record: PlanRecord
  /**
   * The fields that the file can say anything of. One of them that the record lacks is to be taken away; every other
   * field stays as it is.
   */
  readonly carries: readonly string[]
}

/** A proposal of an import, with its decision. */
export type Proposal = NewProposal & {
  /** From 1, in the order of the file; unique within its import. */
  readonly id: number
  readonly decision: Decision
  readonly edited: boolean
}
