// SPDX-License-Identifier: AGPL-3.0-or-later

export type { PlanChange } from './compare-plans.ts'
export type { Freezer, FrozenDocument, PlanContent } from './freezer.ts'
export { type ChangeGroup, changeWords, countChanges, groupChanges } from './group-changes.ts'
export { versionsTab } from './menu.ts'
export type { Version } from './model.ts'
export { versionPages } from './pages.tsx'
export { type Comparison, openVersionReader, type VersionReader, type VersionSheet } from './read-versions.ts'
export { ReferenceWord, readReference, referenceName } from './version-reference.ts'
export { insertVersion, markVersion, readVersions } from './version-store.ts'
