// SPDX-License-Identifier: AGPL-3.0-or-later

export { registryCommands } from './cli.ts'
export * from './model.ts'
export { municipalityDetails } from './municipality-details.ts'
export { administrationPages } from './pages.tsx'
export * from './readers.ts'
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
  readOffices,
  readRoles,
  replaceAdministration,
} from './store.ts'
export { DemonstrationNotice } from './views/demonstration-notice.tsx'
