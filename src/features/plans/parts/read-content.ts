// SPDX-License-Identifier: AGPL-3.0-or-later
import { invalidInput } from '../../../kernel/errors.ts'
import type { Reader } from '../../../platform/db/tenants.ts'
import type { PlanRow } from '../plan/store.ts'
import { type PartKind, subjectOf } from './part-kind.ts'
import { readRevision, readRevisionNumber } from './part-store.ts'

/**
 * A part as it is, with its revision. The number is read before the content: if somebody saves in between, who then
 * saves on what they read learns it; the other way round they would overwrite it.
 */
export async function readCurrent<Content extends object>(
  reader: Reader,
  kind: PartKind<Content>,
  plan: PlanRow,
  key: string,
): Promise<{ readonly revision: number; readonly content: Content | undefined }> {
  const revision = await readRevisionNumber(reader, plan, subjectOf(kind, plan, key))
  return { revision, content: await kind.read(reader, plan, key) }
}

/** A part as it was at a revision that somebody worked on. @throws {TimoneError} `invalid-input` when there is none. */
export async function readContentAt<Content extends object>(
  reader: Reader,
  plan: PlanRow,
  subject: string,
  number: number,
): Promise<Content | undefined> {
  const revision = await readRevision<Content>(reader, plan, subject, number)
  if (revision) return revision.content
  throw invalidInput('La pagina da cui si è salvato non è di questo piano, e niente è cambiato.', [
    { place: subject, message: `la revisione ${number} non esiste`, remedy: 'ricaricare la pagina e riprovare' },
  ])
}
