// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../kernel/text.ts'
import type { ListSource } from '../plans/index.ts'
import { type DeclaredKind, declareKind, listNumbered } from '../records/index.ts'
import { comparedProjects, comparedSpending, type WholeFunding } from './compared-kinds.ts'
import { formerMeasures } from './former-measures.ts'
import { fundingProjectKind } from './funding-project-kind.ts'
import { fundingProjectStore } from './funding-project-store.ts'
import { spendingKind } from './spending-kind.ts'
import { readSpending } from './spending-store.ts'

/** The ICT spending of a plan, as all kinds are. */
export const declaredSpending: DeclaredKind<ListSource, WholeFunding> = declareKind(spendingKind, {
  async list({ db, plan }) {
    const { length } = await readSpending(db, plan.administration, plan.id)
    const detail = plural(length, 'riga', 'righe')
    return [{ key: '', label: 'Spesa ICT', section: 'money', written: length > 0, ...(length > 0 && { detail }) }]
  },
  compared: [comparedSpending],
})

/** The PNRR projects of a plan, as all kinds are. */
export const declaredFundingProjects: DeclaredKind<ListSource, WholeFunding> = declareKind(fundingProjectKind, {
  list: async ({ db, plan }) =>
    listNumbered(
      fundingProjectKind.numbered,
      await fundingProjectStore.list(db, plan),
      (name) => `Progetto PNRR ${name}`,
    ),
  compared: [comparedProjects],
  former: [formerMeasures],
})
