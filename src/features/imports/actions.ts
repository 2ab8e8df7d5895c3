// SPDX-License-Identifier: AGPL-3.0-or-later
import { declareAction } from '../../kernel/access.ts'

/** What may be done with files that come in. */
export const importActions = {
  importPlans: declareAction({
    name: 'import.write',
    label: 'Importare piani da file',
    refusal: 'importare piani in questo ente',
    heldBy: ['rtd', 'officeMember'],
  }),
} as const
