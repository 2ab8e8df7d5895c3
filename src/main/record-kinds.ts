// SPDX-License-Identifier: AGPL-3.0-or-later
import { declaredDetails, declaredFacts, declaredOffices, declaredRoles } from '../features/administrations/index.ts'
import { declaredFundingProjects, declaredSpending } from '../features/funding/index.ts'
import {
  declaredChoices,
  declaredEntries,
  declaredInitiatives,
  declaredTexts,
  declaredTitle,
  type RecordKinds,
} from '../features/plans/index.ts'

/** Every kind of record, in the order of the document. */
export const recordKinds: RecordKinds = [
  declaredTitle,
  declaredDetails,
  declaredFacts,
  declaredChoices,
  declaredTexts,
  declaredOffices,
  declaredRoles,
  declaredEntries,
  declaredInitiatives,
  declaredSpending,
  declaredFundingProjects,
]
