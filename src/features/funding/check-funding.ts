// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Triennium } from '../../kernel/ids.ts'
import type { CompletenessCheck, Missing } from '../plans/index.ts'
import type { Spending } from './spending-fields.ts'
import { spendingKind } from './spending-kind.ts'
import { readSpending } from './spending-store.ts'

/** What a plan's money still lacks. */
export const checkFunding: CompletenessCheck = async (reader, { id }, plan) =>
  assessFunding(plan.triennium, await readSpending(reader, id, plan.id))

/** The years of a triennium (`2025-2027`) with neither actual nor forecast spending. Only advice. */
export function assessFunding(triennium: Triennium, spending: readonly Spending[]): readonly Missing[] {
  const first = Number(triennium.slice(0, 4))
  return [first, first + 1, first + 2]
    .filter((year) => !spending.some((row) => row.year === year))
    .map((year) => ({
      severity: 'advised',
      kind: spendingKind,
      key: '',
      subject: `Spesa del ${year}`,
      message: 'la spesa di un anno non è indicata',
      remedy: 'scrivere il consuntivo, o la previsione',
    }))
}
