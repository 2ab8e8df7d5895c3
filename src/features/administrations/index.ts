// SPDX-License-Identifier: AGPL-3.0-or-later

export { addressesOf } from './addresses.ts'
export { registryCommands } from './cli.ts'
export { createDemonstrationAccounts } from './demonstration-accounts.ts'
export { factLabels, factNames } from './fact-labels.ts'
export { appointFirstAdministrator, hasAdministrator } from './first-administrator.ts'
export { grantRole } from './grant-role.ts'
export {
  type Act,
  ActSchema,
  type Administration,
  type AdministrationDetails,
  type AdministrationKind,
  AdministrationSchema,
  actWords,
  administrationKinds,
  CadastralCode,
  type FactName,
  type Facts,
  FactsSchema,
  kindLabel,
  type Municipality,
  type Office,
  OfficeSchema,
  type Role,
  RoleSchema,
  Slug,
} from './model.ts'
export { municipalityDetails } from './municipality-details.ts'
export { readOffices, readRoles, replaceOffices, replaceRoles } from './office-store.ts'
export { openViewers, type SignedIn, type Viewers } from './open-viewers.ts'
export { organisationPages } from './organisation-pages.ts'
export { administrationPages } from './pages.tsx'
export { peopleOfBody } from './people-of-body.ts'
export { type GrantPlace, type RoleName, roleNames, roleTable } from './policy.ts'
export { openOrganisationReader } from './read-organisation.ts'
export type { AdministrationReader, AdministrationSummary, Association, PlanStanding } from './readers.ts'
export { openRegistry, type Registry } from './registry/open-registry.ts'
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
