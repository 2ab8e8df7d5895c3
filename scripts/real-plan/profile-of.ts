// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Municipality } from '../../src/features/administrations/model.ts'
import type { Profile } from '../../src/features/profiles/model.ts'
import { notAPlan } from '../../src/kernel/errors.ts'
import { FichesRecordSchema, profileOfFiches } from './fiches.ts'
import { profileOfTables, TablesRecordSchema } from './tables.ts'

/** Finds the body of a plan in the registry, by its name. */
export type FindMunicipality = (name: string) => Municipality

/**
 * The profile made from a recorded plan: its own words, nothing added.
 * @throws {TimoneError} `not-a-plan` for a record of another shape.
 */
export function profileOf(record: unknown, file: string, find: FindMunicipality): Profile {
  const tables = TablesRecordSchema.safeParse(record)
  if (tables.success) return profileOfTables(tables.data, find(tables.data.ente))
  const fiches = FichesRecordSchema.safeParse(record)
  if (fiches.success) return profileOfFiches(fiches.data, find(fiches.data.ente))
  const rows = 'le righe (righe: codice, azione_attuata…) o le schede (schede: codice_normalizzato, attivita…)'
  throw notAPlan(`${file} non è il piano registrato di un ente.`, {
    place: file,
    message: `mancano ente, triennio, edizione, e ${rows}`,
    remedy:
      'indicare il record di un piano per linee, come caravaggio-2025-2027.json o cremona-2024-2026-chapters-1-3.json',
  })
}
