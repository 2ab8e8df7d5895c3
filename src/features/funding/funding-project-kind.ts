// SPDX-License-Identifier: AGPL-3.0-or-later

import type { PlanRow } from '../plans/index.ts'
import { numberedKind, numberedPaths } from '../records/index.ts'
import { fundingPaths } from './addresses.ts'
import { type FundingProject, FundingProjectSchema, fundingProjectFields } from './funding-project-fields.ts'
import { fundingProjectStore, projectName } from './funding-project-store.ts'

/** The PNRR projects of a plan, by their number in it. */
export const fundingProjectKind = numberedKind<FundingProject, PlanRow>({
  name: 'fundingProject',
  words: { one: 'il progetto PNRR', many: 'Progetti PNRR' },
  called: (number) => (number === '' ? 'i progetti PNRR' : `il progetto PNRR n. ${Number(number) + 1}`),
  comments: 'whole',
  fields: fundingProjectFields,
  schema: FundingProjectSchema,
  numbered: {
    section: 'money',
    most: 200,
    words: {
      all: 'Progetti PNRR',
      add: 'Aggiungi un progetto PNRR',
      takeAway: 'Togli questo progetto dal piano',
      kept: 'Non si perde: resta fra i progetti tolti, in fondo ai contenuti, e si può ripristinare.',
      taken: 'Progetto PNRR tolto dal piano: resta fra quelli tolti, in fondo all’elenco, e si può ripristinare.',
      restored: 'Progetto PNRR ripristinato.',
      gone: 'Progetti PNRR tolti',
      goneBy: 'tolto da',
    },
    nameOf: projectName,
    paths: numberedPaths({
      added: fundingPaths.fundingProjectNew,
      one: fundingPaths.fundingProject,
      deleted: fundingPaths.fundingProjectDeleted,
      restored: fundingPaths.fundingProjectRestored,
    }),
    store: fundingProjectStore,
  },
})
