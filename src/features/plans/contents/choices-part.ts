// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { ActionLineCode, type Choices, type Edition, titleOf, withTitle } from '../../catalogue/index.ts'
import type { PartKind } from '../parts/part-kind.ts'
import { updatePlan } from '../plan/store.ts'

const ChoicesSchema = z.record(ActionLineCode, z.boolean())

/**
 * What a body decided of the lines of an edition that it may do or not, one field a line; undecided ones are absent.
 * Decisions on lines that the edition does not call voluntary stay as they are.
 */
export const choicesPart = ({ lines }: Pick<Edition, 'lines'>): PartKind<Choices> => {
  const voluntary = lines.filter(({ addressees }) => addressees?.voluntary)
  const labels = Object.fromEntries(voluntary.map((line) => [line.code, withTitle(line.code, titleOf(line))]))
  return {
    name: 'choices',
    schema: ChoicesSchema,
    labels,
    progress: [],
    reserved: [],
    read: async (_, { choices }) => choices,
    async write(writer, plan, _, content = {}) {
      const others = Object.entries(plan.choices ?? {}).filter(([code]) => !(code in labels))
      const choices = Object.fromEntries([...others, ...Object.entries(content)])
      await updatePlan(writer, plan, { choices: Object.keys(choices).length > 0 ? choices : undefined })
    },
  }
}
