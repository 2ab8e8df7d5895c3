// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  comparedAdministration,
  comparedFacts,
  comparedOffices,
  comparedRoles,
} from '../features/administrations/index.ts'
import { comparedMeasures, comparedSpending } from '../features/funding/index.ts'
import {
  comparedChoices,
  comparedCover,
  comparedEntries,
  comparedInitiatives,
  comparedTexts,
  type WholePlan,
} from '../features/plans/index.ts'
import type { ComparedKind } from '../features/records/index.ts'

/** Every kind of record that two plans are compared by, in the order of the document. */
export const comparedKinds: readonly ComparedKind<WholePlan>[] = [
  comparedCover,
  comparedAdministration,
  comparedFacts,
  comparedChoices,
  comparedTexts,
  comparedOffices,
  comparedRoles,
  comparedEntries,
  comparedInitiatives,
  comparedSpending,
  comparedMeasures,
]
