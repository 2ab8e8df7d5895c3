// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../../platform/db/tenants.ts'
import type { Act } from '../../administrations/index.ts'
import type { PlanRow } from '../plan/index.ts'

/** The whole of what a body writes in a plan, as canonical JSON (RFC 8785), and its SHA-256. */
export type PlanContent = { readonly content: string; readonly sha256: string }

/** What is printed on the documents of a version. */
export type VersionMark = { readonly version: number; readonly act: Act }

/** A document of a version: its bytes for good. */
export type FrozenDocument = {
  readonly format: string
  readonly layout: string
  readonly filename: string
  readonly pages?: number
  readonly rows?: number
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** Makes what a version keeps. What writes documents comes after the plans: they know it by this alone. */
export type Freezer = {
  /** A plan as it stands in the reader's transaction. A bounded number of queries. */
  contentOf(reader: Reader, plan: PlanRow): Promise<PlanContent>
  /**
   * All the documents of a content. It takes seconds, and no transaction.
   * @throws {TimoneError} `rendering-failed` or `unprintable`, with the place and what to do.
   */
  print(content: PlanContent, mark: VersionMark): Promise<readonly FrozenDocument[]>
}
