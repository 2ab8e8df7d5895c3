// SPDX-License-Identifier: AGPL-3.0-or-later
import { administrationActions, policyOf } from '../features/administrations/index.ts'
import { catalogueActions } from '../features/catalogue/index.ts'
import { identityActions } from '../features/identity/index.ts'
import { importActions } from '../features/imports/index.ts'
import { journalActions } from '../features/journal/index.ts'
import { planActions } from '../features/plans/index.ts'

/** Every action that the features declare, in the order of docs/roles.md: the policy knows no other. */
export const declaredActions = [
  ...actionsOf(administrationActions),
  ...actionsOf(catalogueActions),
  ...actionsOf(planActions),
  ...actionsOf(importActions),
  ...actionsOf(journalActions),
  ...actionsOf(identityActions),
]

/** Who may do what: the same answer for guards and pages. */
export const policy = policyOf(declaredActions)

/** The name of an action that a feature declares. */
export type ActionName = (typeof declaredActions)[number]['name']

function actionsOf<Actions extends object>(actions: Actions): readonly Actions[keyof Actions][] {
  return Object.values(actions)
}
