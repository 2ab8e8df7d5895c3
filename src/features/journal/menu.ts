// SPDX-License-Identifier: AGPL-3.0-or-later

import type { BodyLink, DelegationLink } from '../administrations/index.ts'
import { journalActions } from './actions.ts'
import { journalPaths } from './addresses.ts'

/** What was done by one's own delegations. */
export const delegationJournalLink: DelegationLink = {
  label: 'Registro di ciò che è stato fatto per tua delega',
  address: journalPaths.delegationJournal({}),
}

/** The journal of a body. */
export const journalLink: BodyLink = {
  label: 'Registro delle attività',
  address: journalPaths.journal,
  action: journalActions.read,
}
