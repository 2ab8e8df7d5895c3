// SPDX-License-Identifier: AGPL-3.0-or-later
import { path } from '../../kernel/path.ts'

/** The addresses of bodies, associations, people and delegations. */
export const administrationPaths = {
  administrations: path('/enti'),
  associations: path('/gestioni-associate'),
  administration: path('/enti/:slug'),
  details: path('/enti/:slug/dati'),
  detailsFromRegistry: path('/enti/:slug/dati/comune'),
  facts: path('/enti/:slug/fatti'),
  offices: path('/enti/:slug/uffici'),
  roles: path('/enti/:slug/ruoli'),
  administrationRemoval: path('/enti/:slug/eliminazione'),
  administrationNew: path('/enti/nuovo'),
  municipalityRegistered: path('/enti/nuovo/comune'),
  administrationRegistered: path('/enti/nuovo/altro'),
  associationNew: path('/gestioni-associate/nuova'),
  association: path('/gestioni-associate/:association'),
  associationMembers: path('/gestioni-associate/:association/enti'),
  associationLeavings: path('/gestioni-associate/:association/uscite'),
  people: path('/persone'),
  personNew: path('/persone/nuova'),
  person: path('/persone/:person'),
  personRoles: path('/persone/:person/ruoli'),
  personRoleRevoked: path('/persone/:person/ruoli/:grant/revoca'),
  personAccess: path('/persone/:person/accesso'),
  personSecondFactor: path('/persone/:person/secondo-fattore'),
  personLink: path('/persone/:person/collegamento'),
  delegations: path('/deleghe'),
  delegationRevoked: path('/deleghe/:grant/revoca'),
} as const
