// SPDX-License-Identifier: AGPL-3.0-or-later

import type { PartKind } from '../parts/part-kind.ts'
import { readInitiatives, writeInitiative } from '../plan/initiative-store.ts'
import { type Initiative, InitiativeSchema } from '../plan/model.ts'

/** The body's own actions, by their number in the plan. */
export const initiativePart: PartKind<Initiative> = {
  name: 'initiative',
  schema: InitiativeSchema,
  labels: {
    title: 'Titolo',
    description: 'Descrizione',
    office: 'Ufficio',
    responsible: 'Responsabile (una posizione)',
    planned: 'Data o periodo previsto',
    resources: 'Risorse',
    steps: 'Passi',
    expectedResults: 'Risultati attesi',
    lines: 'Linee d’azione che serve',
    status: 'Stato',
  },
  progress: ['status'],
  reserved: [],
  read: async (reader, plan, key) =>
    (await readInitiatives(reader, plan)).find(({ number }) => String(number) === key)?.initiative,
  write: (writer, plan, key, content) => writeInitiative(writer, plan, Number(key), content),
}
