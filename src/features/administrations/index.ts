// SPDX-License-Identifier: AGPL-3.0-or-later

export { addressesOf } from './addresses.ts'
export { registryCommands } from './cli.ts'
export { delegateRole } from './delegate-role.ts'
export {
  createDemonstrationAccounts,
  type DemonstrationAccount,
  demonstrationAccounts,
} from './demonstration-accounts.ts'
export { appointFirstAdministrator, hasAdministrator } from './first-administrator.ts'
export { foundAssociation } from './found-association.ts'
export { grantRole, type RoleDependencies } from './grant-role.ts'
export { joinAssociation } from './join-association.ts'
export { leaveAssociation } from './leave-association.ts'
export { maySee } from './may-see.ts'
export * from './model.ts'
export { municipalityDetails } from './municipality-details.ts'
export * from './office-store.ts'
export { openViewers, type SignedIn, type Viewers } from './open-viewers.ts'
export type { OrganisationDependencies } from './organisation-dependencies.ts'
export { organisationPages } from './organisation-pages.ts'
export { administrationPages } from './pages.tsx'
export * from './policy.ts'
export { type OrganisationReader, openOrganisationReader } from './read-organisation.ts'
export * from './readers.ts'
export { registerAdministration, registerMunicipality } from './register-administration.ts'
export { openRegistry, type Registry } from './registry/open-registry.ts'
export { revokeRole } from './revoke-role.ts'
export {
  findAdministration,
  findAdministrationById,
  findAdministrationId,
  insertAdministration,
  insertAssociation,
  isAddressTaken,
  lockAdministration,
  readAdministrations,
  readAssociations,
  replaceAdministration,
  replaceFacts,
} from './store.ts'
export { DemonstrationNotice } from './views/demonstration-notice.tsx'
