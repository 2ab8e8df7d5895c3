// SPDX-License-Identifier: AGPL-3.0-or-later
export * from './model.ts'
export * from './readers.ts'
export {
  findAdministrationId,
  insertAdministration,
  insertAssociation,
  isAddressTaken,
  readAdministrations,
  readAssociations,
  readOffices,
  readRoles,
  replaceAdministration,
} from './store.ts'
export { DemonstrationNotice } from './views/demonstration-notice.tsx'
export { administrationPages } from './pages.tsx'
