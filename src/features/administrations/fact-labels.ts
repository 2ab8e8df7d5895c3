// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FactName, FactsSchema } from './model.ts'

/** The names of the facts that decide which lines bind a body, in the order of the profile. */
export const factNames = Object.keys(FactsSchema.shape) as readonly FactName[]

/** What each fact asks, as people read it. */
export const factLabels: Readonly<Record<FactName, string>> = {
  ...(Object.fromEntries(factNames.map((fact) => [fact, FactsSchema.shape[fact].description ?? fact])) as Record<
    FactName,
    string
  >),
  dataCentreGroup: 'Gruppo del data center di proprietà',
}
