// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Administration, Office, Role } from './model.ts'

/** How one plan of a body stands, in numbers: what lists and summaries print. Counts are of action lines. */
export type PlanStanding = {
  /** `2025-2027`: with the body's slug, the plan's address. */
  readonly triennium: string
  /** The national edition's id. */
  readonly edition: string
  /** Where it is on its way, in words: `In bozza`, `Pubblicato`. */
  readonly state: string
  /** Lines that bind the body. */
  readonly applicable: number
  /** Of these, the completed ones. */
  readonly completed: number
  /** Lines that bind it, or may, whose date has passed and that are not done. */
  readonly late: number
  /** Lines whose rule needs a fact that the profile does not tell. */
  readonly toVerify: number
}

/** Bodies that act together under a convention. */
export type Association = {
  readonly slug: string
  readonly name: string
  /** Slugs of the present members. */
  readonly members: readonly string[]
}

/** A body that is or was a member of an association. */
export type Membership = {
  readonly administration: { readonly slug: string; readonly name: string }
  /** First day as a member (`yyyy-mm-dd`). */
  readonly joinedOn: string
  /** First day on which it is no member any more; absent: it still is. */
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
}

/** What pages read of the bodies. Lists come in Italian alphabetical order. */
export type AdministrationReader = {
  /** Those whose address passes: no other one's data is looked at. */
  list(readable: (slug: string) => boolean): Promise<readonly AdministrationSummary[]>
  /** Every association, also one that has no members at present. */
  associations(): Promise<readonly Association[]>
  bySlug(slug: string): Promise<AdministrationSheet | undefined>
}
