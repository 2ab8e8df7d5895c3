// SPDX-License-Identifier: AGPL-3.0-or-later
import { declareAction } from '../../kernel/access.ts'

/** What may be done with the journal of a body. */
export const journalActions = {
  read: declareAction({
    name: 'journal.read',
    label: 'Leggere il registro delle attività',
    refusal: 'leggere il registro delle attività di questo ente',
    heldBy: ['platformAdministrator', 'rtd', 'officeMember', 'referent'],
  }),
} as const
