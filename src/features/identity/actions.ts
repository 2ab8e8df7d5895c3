// SPDX-License-Identifier: AGPL-3.0-or-later
import { declareAction } from '../../kernel/access.ts'

/** What may be done with people’s accounts. */
export const identityActions = {
  managePeople: declareAction({
    name: 'people.manage',
    label: 'Gestire persone e ruoli',
    refusal: 'gestire persone e ruoli',
    heldBy: ['platformAdministrator', 'rtd'],
  }),
  managePlatform: declareAction({
    name: 'platform.manage',
    label: 'Amministrare la piattaforma',
    refusal: 'amministrare la piattaforma',
    heldBy: ['platformAdministrator'],
  }),
} as const
