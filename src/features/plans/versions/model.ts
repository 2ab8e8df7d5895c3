// SPDX-License-Identifier: AGPL-3.0-or-later

import type { IsoDate } from '../../../kernel/dates.ts'
import type { Triennium } from '../../../kernel/ids.ts'
import type { Act } from '../../administrations/index.ts'
import type { PlanState } from '../plan/index.ts'

/** The states of a plan that was frozen. */
export type VersionState = Extract<PlanState, 'approved' | 'inForce' | 'published' | 'superseded'>

/** A version of a plan as it was approved, without its content and documents. */
export type Version = {
  readonly number: number
  readonly triennium: Triennium
  readonly edition: string
  readonly state: VersionState
  /** SHA-256 of the content. */
  readonly sha256: string
  readonly act: Act
  /** SHA-256 of the act's file. */
  readonly actFile?: string
  readonly approvedAt: Date
  /** Who recorded the approval. */
  readonly approvedBy: string
  readonly inForceOn?: IsoDate
  readonly publishedAt?: Date
  readonly supersededAt?: Date
  /** The head of the body's journal when the version was frozen. */
  readonly journalHash: string
}

/** A document of a version, without its bytes. */
export type VersionDocument = {
  readonly format: string
  readonly layout: string
  readonly filename: string
  readonly pages?: number
  readonly rows?: number
  readonly sha256: string
  readonly size: number
}
