// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug, Triennium } from '../../kernel/ids.ts'
import type { Association } from '../administrations/index.ts'
import type { PublishedContent, PublishedDocument, PublishedPlan, PublishedVersion, Standing } from './model.ts'

/** A version of a plan; without a number, the current one. */
export type VersionAddress = { readonly slug: Slug; readonly triennium: Triennium; readonly number?: number }

/** A version as its page shows it. */
export type VersionSheet = {
  readonly plan: PublishedPlan
  readonly version: PublishedVersion
  readonly documents: readonly PublishedDocument[]
  /** Absent when this release cannot read what an old one froze; the documents are still there. */
  readonly content?: PublishedContent
}

/** An association with the plans that its members have published. */
export type AssociationPlans = {
  readonly association: Association
  /** Members that have published nothing are left out. */
  readonly plans: readonly PublishedPlan[]
}

/** Bytes as they were approved. */
export type ApprovedFile = { readonly bytes: Uint8Array; readonly filename: string; readonly sha256: string }

/** The reader for the public pages: published and superseded versions. The database itself gives nothing else. */
export type TransparencyReader = {
  /** Every published plan, bodies in Italian alphabetical order. */
  plans(): Promise<readonly PublishedPlan[]>
  /** The plans of one body, newest triennium first; empty when it has published nothing or does not exist. */
  plansOf(slug: Slug): Promise<readonly PublishedPlan[]>
  /** Associations with at least one member that has published. */
  associations(): Promise<readonly AssociationPlans[]>
  /** The progress of plans when their current version was approved, by the version's hash. */
  standings(plans: readonly PublishedPlan[]): Promise<ReadonlyMap<string, Standing>>
  version(address: VersionAddress): Promise<VersionSheet | undefined>
  document(address: VersionAddress, format: string, layout: string): Promise<ApprovedFile | undefined>
  /** The canonical JSON of a version. */
  data(address: VersionAddress): Promise<ApprovedFile | undefined>
}
