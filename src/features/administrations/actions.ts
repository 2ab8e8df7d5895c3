// SPDX-License-Identifier: AGPL-3.0-or-later
import { declareAction } from '../../kernel/access.ts'

/** What may be done with bodies and associations. */
export const administrationActions = {
  /** Opens the pages of a body and all that belongs to it. */
  read: declareAction({
    name: 'plan.read',
    label: 'Leggere i piani, anche in bozza',
    refusal: 'leggere i piani di questo ente',
    heldBy: ['platformAdministrator', 'rtd', 'officeMember', 'referent', 'approver', 'contributor', 'reader'],
  }),
  manageAssociations: declareAction({
    name: 'association.manage',
    label: 'Registrare, correggere ed eliminare enti; gestire le gestioni associate',
    refusal: 'gestire enti e gestioni associate',
    heldBy: ['platformAdministrator'],
  }),
} as const
