// SPDX-License-Identifier: AGPL-3.0-or-later

import type { BodyLink } from '../administrations/index.ts'
import { journalActions } from './actions.ts'
import { journalPaths } from './addresses.ts'

/** The journal of a body. */
export const journalLink: BodyLink = {
  label: 'Registro delle attività',
  address: journalPaths.journal,
  action: journalActions.read,
}
