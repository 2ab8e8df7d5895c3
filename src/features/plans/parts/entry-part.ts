// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { PersonId } from '../../../kernel/access.ts'
import { type KeptEntry, readEntry, writeEntry } from '../plan/entry-store.ts'
import { EntrySchema } from '../plan/model.ts'
import type { PartKind } from './part-kind.ts'

/** What an entry may hold; `EntryContent` says what it is. */
export const EntryContentSchema = EntrySchema.omit({ code: true }).extend({
  ownerOffice: z.string().trim().min(1).max(200).optional(),
  ownerPerson: z
    .string()
    .max(100)
    .transform((id) => id as PersonId)
    .optional(),
})

/** What is written of one line, and who keeps it up to date. Saving it says that it has been gone through. */
export type EntryContent = z.infer<typeof EntryContentSchema>

/** A stored entry as a part of its plan. */
export function entryContent({ entry, ownerOffice, ownerPerson }: KeptEntry): EntryContent {
  const { code: _, ...said } = entry
  return { ...said, ...(ownerOffice && { ownerOffice }), ...(ownerPerson && { ownerPerson }) }
}

/** The entries of a plan, by the code of their line. */
export const entryPart: PartKind<EntryContent> = {
  name: 'entry',
  schema: EntryContentSchema,
  labels: {
    activity: 'Che cosa fa l’ente',
    status: 'Stato',
    statusLabel: 'Stato con le parole dell’ente',
    planned: 'Data prevista',
    completed: 'Data di completamento',
    offices: 'Uffici incaricati',
    funding: 'Fonti di finanziamento',
    allocations: 'Importi per fonte e anno',
    notes: 'Note',
    evidence: 'Prove',
    ownerOffice: 'Ufficio che tiene aggiornata la scheda',
    ownerPerson: 'Persona che tiene aggiornata la scheda',
  },
  progress: ['status', 'statusLabel', 'completed', 'notes', 'evidence', 'ownerOffice', 'ownerPerson'],
  reserved: ['offices', 'ownerOffice', 'ownerPerson'],
  offices: ({ ownerOffice, offices }) => [...(ownerOffice ? [ownerOffice] : []), ...(offices ?? [])],
  async read(reader, plan, code) {
    const kept = await readEntry(reader, plan, code)
    return kept && entryContent(kept)
  },
  async write(writer, plan, code, content) {
    const { ownerOffice, ownerPerson, ...said } = content ?? {}
    const carriedFrom = (await readEntry(writer, plan, code))?.carriedFrom
    await writeEntry(writer, plan, {
      entry: { code, ...said },
      toReview: false,
      ...(carriedFrom && { carriedFrom }),
      ...(ownerOffice && { ownerOffice }),
      ...(ownerPerson && { ownerPerson }),
    })
  },
}
