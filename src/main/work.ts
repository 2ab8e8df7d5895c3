// SPDX-License-Identifier: AGPL-3.0-or-later
import type { WorkKind, WorkSource } from '../features/administrations/index.ts'
import type { Catalogue } from '../features/catalogue/index.ts'
import { importWorkSource, proposalsKind } from '../features/imports/index.ts'
import { draftsKind, planWorkKinds, planWorkSource, unsavedDrafts } from '../features/plans/index.ts'
import { recordKinds } from './record-kinds.ts'

/** Every kind of work that the features declare, most urgent first: the order of the start page. */
export const workKinds: readonly WorkKind[] = [
  planWorkKinds.late,
  planWorkKinds.toTell,
  planWorkKinds.overdue,
  planWorkKinds.due,
  planWorkKinds.returned,
  planWorkKinds.review,
  proposalsKind,
  planWorkKinds.publish,
  draftsKind,
  planWorkKinds.carried,
  planWorkKinds.questions,
  planWorkKinds.stale,
  planWorkKinds.unowned,
  planWorkKinds.toSend,
  planWorkKinds.ahead,
]

/** Where work comes from. */
export const workSources = (catalogue: Catalogue): readonly WorkSource[] => [
  planWorkSource(catalogue),
  importWorkSource,
]

/** What people left unfinished. */
export const unfinishedWork = unsavedDrafts(recordKinds)
