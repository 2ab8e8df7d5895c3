// SPDX-License-Identifier: AGPL-3.0-or-later

export { administrationActions } from './actions.ts'
export { administrationPaths } from './addresses.ts'
export { registryCommands } from './cli.ts'
export { administrationEvents } from './events.ts'
export { findBody, findBodyId } from './find-body.ts'
export {
  administrationsEntry,
  associationsEntry,
  type BodyLink,
  type BodySite,
  type DelegationLink,
  detailsLink,
  type PlanLink,
  peopleEntry,
  peopleLink,
  removalLink,
} from './menu.ts'
export {
  type Administration,
  type AdministrationDetails,
  type AdministrationKind,
  AdministrationSchema,
  actWords,
  administrationKinds,
  administrationKindWords,
  CadastralCode,
  kindLabel,
  type Municipality,
  Slug,
} from './model.ts'
export { readOffices, readRoles } from './office-store.ts'
export { organisationPages } from './organisation-pages.ts'
export { administrationPages } from './pages.tsx'
export { createDemonstrationAccounts } from './people/demonstration-accounts.ts'
export { appointFirstAdministrator, hasAdministrator } from './people/first-administrator.ts'
export { grantRole } from './people/grant-role.ts'
export { openViewers, type SignedIn, type Viewers } from './people/open-viewers.ts'
export { peopleOfBody } from './people/people-of-body.ts'
export { type GrantPlace, type Policy, policyOf, roleTable } from './policy.ts'
export { openOrganisationReader } from './read-organisation.ts'
export type { AdministrationReader, Association, PlanStanding } from './readers.ts'
export { administrationFields } from './records/administration-fields.ts'
export {
  type DetailsContent,
  decidingFields,
  detailsKind,
  type FactsContent,
  factsKind,
  officesKind,
  rolesKind,
} from './records/body-kinds.ts'
export { bodySide } from './records/compared-kinds.ts'
export { declaredDetails, declaredFacts, declaredOffices, declaredRoles } from './records/declared-kinds.ts'
export { type FactName, type Facts, FactsSchema, factFields, factGroups, ownDecisions } from './records/fact-fields.ts'
export {
  type KnownBeforehand,
  KnownBeforehandSchema,
  type KnownFact,
  type KnownFacts,
  knownBeforehand,
  whyKnown,
  withKnown,
} from './records/known-beforehand.ts'
export { type Office, OfficeSchema, officeFields } from './records/office-fields.ts'
export { type Act, ActSchema, type Role, RoleSchema, roleFields } from './records/role-fields.ts'
export { addressesOf } from './registration/addresses.ts'
export { findDetailsFaults } from './registration/find-details-faults.ts'
export { municipalityDetails } from './registration/municipality-details.ts'
export { openRegistry, type Registry } from './registration/registry/open-registry.ts'
export { removeCommand } from './registration/removal/cli.ts'
export {
  administrationFrom,
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
} from './store.ts'
export { DemonstrationNotice } from './views/demonstration-notice.tsx'
export type { UnfinishedSource, Work, WorkAsker, WorkKind, WorkOfBody, WorkSource } from './work.ts'
