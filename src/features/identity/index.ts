// SPDX-License-Identifier: AGPL-3.0-or-later

export { AccountCorner } from './account/views/account-corner.tsx'
export { identityActions } from './actions.ts'
export { identityPaths } from './addresses.ts'
export type { IdentitySettings } from './dependencies.ts'
export { identityEvents } from './events.ts'
export type { Invitation } from './links/invite-person.ts'
export type { Person, PersonSummary } from './model.ts'
export { type Identity, openIdentity } from './open-identity.ts'
export { identityPages } from './pages.tsx'
