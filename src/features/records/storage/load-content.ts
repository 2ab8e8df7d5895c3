// SPDX-License-Identifier: AGPL-3.0-or-later
import { invalidInput } from '../../../kernel/errors.ts'
import type { Reader } from '../../../platform/db/tenants.ts'
import { type RecordKind, type RecordOwner, subjectOf } from '../record-kind.ts'
import { findRevision, findRevisionNumber } from './revision-store.ts'

/**
 * A part as it is, with its revision. The number is read before the content: if somebody saves in between, who then
 * saves on what they read learns it; the other way round they would overwrite it.
 */
export async function loadCurrent<Content extends object, Owner extends RecordOwner>(
  reader: Reader,
  kind: RecordKind<Content, Owner>,
  owner: Owner,
  key: string,
): Promise<{ readonly revision: number; readonly content: Content | undefined }> {
  const revision = await findRevisionNumber(reader, owner, subjectOf(kind, owner, key))
  return { revision, content: await kind.find(reader, owner, key) }
}

/** A part as it was at a revision that somebody worked on. @throws {TimoneError} `invalid-input` when there is none. */
export async function loadContentAt<Content extends object>(
  reader: Reader,
  owner: RecordOwner,
  subject: string,
  number: number,
): Promise<Content | undefined> {
  const revision = await findRevision<Content>(reader, owner, subject, number)
  if (revision) return revision.content
  throw invalidInput('La pagina da cui si è salvato non è di questo piano, e niente è cambiato.', [
    { place: subject, message: `la revisione ${number} non esiste`, remedy: 'ricaricare la pagina e riprovare' },
  ])
}
