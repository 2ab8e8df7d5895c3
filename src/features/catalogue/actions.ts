// SPDX-License-Identifier: AGPL-3.0-or-later
import { declareAction } from '../../kernel/access.ts'

/** What may be done with the editions of the national plan. */
export const catalogueActions = {
  complete: declareAction({
    name: 'catalogue.complete',
    label: 'Scrivere regole, titoli e sintesi delle edizioni del piano nazionale',
    refusal: 'completare le edizioni del piano nazionale',
    heldBy: ['platformAdministrator'],
  }),
} as const
