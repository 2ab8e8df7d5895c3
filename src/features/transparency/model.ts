// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IsoDate } from '../../kernel/dates.ts'
import type { AdministrationId, PlanId, Slug, Triennium } from '../../kernel/ids.ts'
import type { Act, AdministrationKind } from '../administrations/index.ts'
import type { TailoredPlan } from '../plans/index.ts'
import type { Profile } from '../profiles/index.ts'

/** The body of a published plan, with its present name: names change, frozen versions do not. */
export type Publisher = {
  readonly id: AdministrationId
  readonly slug: Slug
  readonly name: string
  readonly kind: AdministrationKind
  readonly province?: string
  /** True when its contents are invented. */
  readonly demonstration: boolean
}

/** A version that everybody may read: published and in force, or superseded by a later one. */
export type PublishedVersion = {
  readonly publisher: Publisher
  readonly plan: PlanId
  readonly triennium: Triennium
  /** The national edition's id. */
  readonly edition: string
  readonly number: number
  readonly state: 'published' | 'superseded'
  /** SHA-256, hex, of the canonical JSON that was approved. */
  readonly sha256: string
  readonly act: Act
  /** Days in Italy. */
  readonly approvedOn: IsoDate
  readonly inForceOn?: IsoDate
  readonly publishedOn: IsoDate
  readonly supersededOn?: IsoDate
}

/** A body's plan for a triennium: its public versions, newest first, and the current one. */
export type PublishedPlan = {
  readonly publisher: Publisher
  readonly triennium: Triennium
  readonly versions: readonly PublishedVersion[]
  /** The version in force; the newest one when all have been superseded. */
  readonly current: PublishedVersion
  /** The day on which the first of them was published. */
  readonly firstPublishedOn: IsoDate
}

/** A document of a version, as it was made when the version was approved. */
export type PublishedDocument = {
  readonly format: string
  readonly layout: string
  readonly filename: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  readonly pages?: number
  readonly rows?: number
}

/** The contents of a version, tailored to its body. */
export type PublishedContent = { readonly profile: Profile; readonly tailored: TailoredPlan }

/**
 * The progress of a version when it was approved: the lines that bind the body, and how many of them were completed.
 */
export type Standing = { readonly applicable: number; readonly completed: number }
