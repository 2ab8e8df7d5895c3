// SPDX-License-Identifier: AGPL-3.0-or-later

import { numberedKind, numberedPaths, type ToldKind } from '../../../records/index.ts'
import { planPaths } from '../../addresses.ts'
import type { PlanRow } from '../store.ts'
import { type Initiative, InitiativeSchema, initiativeFields } from './initiative-fields.ts'
import { initiativeStore } from './initiative-store.ts'

/** The body's own actions, by their number in the plan. */
export const initiativeKind = numberedKind<Initiative, PlanRow>({
  name: 'initiative',
  words: { one: 'l’iniziativa', many: 'Iniziative' },
  called: (number) => (number === '' ? 'le iniziative' : `l’iniziativa n. ${Number(number) + 1}`),
  comments: 'whole',
  fields: initiativeFields,
  schema: InitiativeSchema,
  asks: ['lines'],
  numbered: {
    section: 'initiatives',
    most: 500,
    words: {
      all: 'Iniziative e obiettivi propri',
      add: 'Aggiungi un’iniziativa',
      takeAway: 'Togli questa iniziativa dal piano',
      kept: 'Non si perde: resta fra le iniziative tolte, in fondo ai contenuti, e si può ripristinare.',
      taken: 'Iniziativa tolta dal piano: resta fra quelle tolte, in fondo all’elenco, e si può ripristinare.',
      restored: 'Iniziativa ripristinata.',
      gone: 'Iniziative tolte',
      goneBy: 'tolta da',
    },
    nameOf: ({ title }) => title,
    paths: numberedPaths({
      added: planPaths.initiativeNew,
      one: planPaths.initiative,
      deleted: planPaths.initiativeDeleted,
      restored: planPaths.initiativeRestored,
    }),
    store: initiativeStore,
  },
})

/** What earlier versions called all the initiatives of a plan together, in comments. */
export const formerInitiatives: ToldKind = {
  name: 'initiatives',
  words: { one: 'le iniziative', many: 'Iniziative' },
  fieldOf: () => undefined,
}
