// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug, Triennium } from '../../kernel/ids.ts'
import type { Administration, Office, Role } from './model.ts'
import type { KnownFacts } from './records/known-beforehand.ts'

/** The state of one plan of a body in numbers, for lists and summaries. Counts are of action lines. */
export type PlanStanding = {
  /** `2025-2027`. */
  readonly triennium: Triennium
  /** The address of its page. */
  readonly address: string
  /** The national edition in words: `2024-2026, aggiornamento 2026`. */
  readonly edition: string
  /** The state of its life cycle in words: `In bozza`, `Pubblicato`. */
  readonly state: string
  /** Lines that bind the body. */
  readonly applicable: number
  /** How many of these are completed. */
  readonly completed: number
  /** Lines that bind it, or may bind it, and are late: their date has passed and they are not done. */
  readonly late: number
  /** Lines whose date has passed and of which the body says no status. */
  readonly toTell: number
  /** Lines whose rule needs a fact that is not known. */
  readonly toVerify: number
  /** Questions to the body that decide lines and that nobody has answered. */
  readonly questions: number
  /** Lines left to the body’s choice on which it has not decided. */
  readonly toChoose: number
}

/** Bodies that act together under a convention. */
export type Association = {
  readonly slug: string
  readonly name: string
  /** The slugs of the present members. */
  readonly members: readonly Slug[]
}

/** A body that is or was a member of an association. */
export type Membership = {
  readonly administration: { readonly slug: Slug; readonly name: string }
  /** First day as a member (`yyyy-mm-dd`). */
  readonly joinedOn: string
  /** First day on which it is not a member any more; absent: it still is one. */
  readonly leftOn?: string
}

/** An association with all its members, past ones too, in Italian alphabetical order. */
export type AssociationSheet = {
  readonly slug: string
  readonly name: string
  readonly memberships: readonly Membership[]
}

/** A body as a list shows it, with its newest plan. */
export type AdministrationSummary = {
  readonly administration: Administration
  readonly plan?: PlanStanding
}

/** A body as its own page shows it. */
export type AdministrationSheet = {
  readonly administration: Administration
  readonly offices: readonly Office[]
  readonly roles: readonly Role[]
  readonly associations: readonly Association[]
  /** Newest triennium first. */
  readonly plans: readonly PlanStanding[]
  /** What is known of it without its saying so. */
  readonly known: KnownFacts
}

/** The reader for pages about bodies. Lists are in Italian alphabetical order. */
export type AdministrationReader = {
  /** The bodies whose slug passes the test. The data of others is not read. */
  list(readable: (slug: Slug) => boolean): Promise<readonly AdministrationSummary[]>
  /** Every association, also those without members. */
  associations(): Promise<readonly Association[]>
  bySlug(slug: Slug): Promise<AdministrationSheet | undefined>
}
