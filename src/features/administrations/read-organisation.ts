// SPDX-License-Identifier: AGPL-3.0-or-later

import type { PersonId } from '../../kernel/access.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Slug } from '../../kernel/ids.ts'
import type { Tenants } from '../../platform/db/tenants.ts'
import { findAssociation, listAssociations } from './associations/association-store.ts'
import type { Administration, Office } from './model.ts'
import { readOffices } from './office-store.ts'
import { type KnownGrants, readGrants, readGrantsOf } from './people/grant-store.ts'
import type { GrantPlace } from './policy.ts'
import type { AssociationSheet } from './readers.ts'
import { findAdministration, readAdministrations } from './store.ts'

/** A place where roles may be held, with its name for people. */
export type NamedPlace = { readonly on: GrantPlace; readonly name: string }

/** The reader for the pages about associations, people and roles. */
export type OrganisationReader = {
  /** Every place: the platform, the associations, the bodies, each kind in Italian alphabetical order. */
  places(): Promise<readonly NamedPlace[]>
  /** Every registered body, in Italian alphabetical order: names and codes are public. */
  bodies(): Promise<readonly Administration[]>
  association(slug: string): Promise<AssociationSheet | undefined>
  /** The offices of a body; empty for an unknown body. */
  offices(slug: Slug): Promise<readonly Office[]>
  /** Everybody's roles that are neither revoked nor ended. */
  grants(): Promise<KnownGrants>
  /** The same for one person. */
  grantsOf(person: PersonId): Promise<KnownGrants>
}

/** Opens the reader on a database. Each answer takes a fixed number of queries. */
export const openOrganisationReader = (tenants: Tenants, clock: Clock): OrganisationReader => ({
  places: () =>
    tenants.readMany([], async (reader) => {
      const associations = await listAssociations(reader)
      const bodies = await readAdministrations(reader)
      return [
        { on: { kind: 'platform' }, name: 'Tutta la piattaforma' },
        ...associations.map(({ slug, name }): NamedPlace => ({ on: { kind: 'association', slug }, name })),
        ...bodies.map(({ slug, name }): NamedPlace => ({ on: { kind: 'administration', slug }, name })),
      ]
    }),
  bodies: () => tenants.readMany([], readAdministrations),
  association: (slug) => tenants.readMany([], (reader) => findAssociation(reader, slug)),
  async offices(slug) {
    const body = await tenants.readMany([], (reader) => findAdministration(reader, slug))
    return body ? await tenants.tenant(body.id).read((reader) => readOffices(reader, body.id)) : []
  },
  grants: () => tenants.readAccess((source) => readGrants(source, clock.today())),
  grantsOf: (person) => tenants.readAccess((source) => readGrantsOf(source, person, clock.today())),
})
