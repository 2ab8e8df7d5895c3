// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '../../../../kernel/clock.ts'
import { readRoles } from '../../../administrations/index.ts'
import type { Catalogue } from '../../../catalogue/index.ts'
import { readEntries } from '../entries/entry-store.ts'
import { readPlan } from '../store.ts'
import { tailorFor } from '../tailoring/read-tailored-plan.ts'
import { assessCompleteness } from './assess-completeness.ts'
import type { CompletenessCheck } from './completeness.ts'

/** What a plan lacks of what it says itself: its texts, its entries, the roles and facts of its body. */
export const checkPlan =
  ({ catalogue, clock }: { readonly catalogue: Catalogue; readonly clock: Clock }): CompletenessCheck =>
  async (reader, administration, row) => {
    const tailored = tailorFor(administration, await readPlan(reader, row), catalogue)
    const entries = await readEntries(reader, row)
    const roles = await readRoles(reader, administration.id)
    return assessCompleteness({ tailored, entries, roles }, clock.today())
  }
