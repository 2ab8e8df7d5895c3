// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod'
import {
  AdministrationSchema,
  FactsSchema,
  factLabels,
  factNames,
  findAdministrationById,
  replaceFacts,
} from '../../administrations/index.ts'
import type { PartKind } from '../parts/part-kind.ts'
import { touchPlans } from '../plan/store.ts'

const DecidingSchema = FactsSchema.extend({ population: AdministrationSchema.shape.population })

/** What decides which lines bind a body: its facts and, for a municipality, its inhabitants. Absent: not known. */
export type FactsContent = z.infer<typeof DecidingSchema>

/** The facts of a body. They are of the body, not of a plan: they may change whatever plan is being looked at. */
export const factsPart: PartKind<FactsContent> = {
  name: 'facts',
  schema: DecidingSchema,
  labels: { population: 'Abitanti', ...factLabels },
  progress: ['population', ...factNames],
  reserved: [],
  ofBody: true,
  async read(reader, { administration }) {
    const known = await findAdministrationById(reader, administration)
    if (!known) throw new Error(`administration ${administration} is not there`)
    const { facts, population } = known
    return { ...facts, ...(population !== undefined && { population }) }
  },
  async write(writer, _, __, content = {}) {
    const { population, ...facts } = content
    await replaceFacts(writer, facts, population)
    await touchPlans(writer)
  },
}
