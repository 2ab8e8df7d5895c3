// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusLabel } from '../../plans/index.ts'
import type { Profile } from '../../profiles/index.ts'
import { type ExactRecord, type ImportedPlan, type Reading, recordKinds } from '../model.ts'
import { kinds } from '../review/kinds.ts'
import { contractLists } from './contract-lists.ts'

/** The contents of one of our own documents: the exact profile, and the same in the form of the import contract. */
export function importProfile(profile: Profile): ImportedPlan {
  const { administration, plan } = profile
  const { triennium, edition, entries = [] } = plan
  const records = recordKinds
    .filter((kind) => kind !== 'ownObjective')
    .flatMap((kind): readonly ExactRecord[] =>
      kinds[kind].list(profile).map((record) => ({
        kind,
        record,
        carries: kinds[kind].fields.map(({ name }) => name),
        ...reading(kinds[kind].subject(record)),
      })),
    )
  return {
    document: { administration: administration.name, triennium, edition },
    entries: entries.map((entry) => ({
      code: entry.code,
      codeAsPrinted: entry.code,
      objective: null,
      expectedResult: null,
      timing: null,
      officialText: null,
      activity: entry.activity ?? null,
      status: entry.statusLabel ?? (entry.status ? statusLabel[entry.status] : null),
      responsible: entry.offices ?? [],
      funding: entry.funding ?? [],
      plannedDate: entry.planned ?? null,
      completedDate: entry.completed ?? null,
      notes: entry.notes ?? null,
      ...reading(entry.code),
    })),
    ...contractLists(records),
    ownObjectives: [],
    indicators: [],
    glossary: [],
    warnings: [],
    exact: [
      {
        administration: {
          name: administration.name,
          code: administration.cadastralCode ?? administration.ipaCode ?? '',
        },
        triennium,
        edition,
        records,
      },
    ],
  }
}

const reading = (subject: string): Reading => ({
  source: { text: `${subject}: dai dati che il documento porta con sé` },
  confidence: 1,
  warnings: [],
})
