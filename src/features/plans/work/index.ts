// SPDX-License-Identifier: AGPL-3.0-or-later

export { draftsKind, planWorkKinds } from './kinds.ts'
export { planWorkSource } from './plan-work.ts'
export { unsavedDrafts } from './unsaved-drafts.ts'
