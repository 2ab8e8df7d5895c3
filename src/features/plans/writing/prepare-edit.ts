// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../kernel/access.ts'
import { notFound, type TimoneError } from '../../../kernel/errors.ts'
import { demand } from '../../../kernel/permission.ts'
import type { Reader, Tenants } from '../../../platform/db/tenants.ts'
import { readOffices } from '../../administrations/index.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { type EntryContent, entryPart } from '../parts/entry-part.ts'
import { subjectOf } from '../parts/part-kind.ts'
import { readContentAt, readCurrent } from '../parts/read-content.ts'
import type { PlanRow } from '../plan/store.ts'
import type { EntryPlace, KeepersOf } from './model.ts'

/** What the use cases of writing need. */
export type WritingDependencies = {
  readonly tenants: Tenants
  readonly catalogue: Catalogue
  readonly keepersOf: KeepersOf
  /** The present instant. */
  readonly now: () => Date
}

/** What somebody who edits an entry had before them, and what is stored now. */
export type PreparedEdit = {
  readonly before: EntryContent | undefined
  readonly current: EntryContent | undefined
  /** The revision of what is stored now. */
  readonly revision: number
  readonly offices: readonly string[]
}

/**
 * Reads what an edit of an entry begins from, for whoever has the entry in their hands.
 * @param base the revision that the person had before them; absent: the last one.
 * @throws {TimoneError} `not-found` for a line that the edition does not have, `forbidden`, `invalid-input` for a revision
 *   that never was.
 */
export async function prepareEdit(
  reader: Reader,
  plan: PlanRow,
  { slug, code }: EntryPlace,
  base: number | undefined,
  viewer: Viewer,
  catalogue: Catalogue,
): Promise<PreparedEdit> {
  refuseUnknownLine(catalogue, plan.edition, code)
  const { revision, content: current } = await readCurrent(reader, entryPart, plan, code)
  demand(viewer, 'entry.write', { slug, offices: (current && entryPart.offices?.(current)) ?? [] })
  const subject = subjectOf(entryPart, plan, code)
  const before =
    base === undefined || base === revision ? current : await readContentAt<EntryContent>(reader, plan, subject, base)
  const offices = (await readOffices(reader, plan.administration)).map(({ name }) => name)
  return { before, current, revision, offices }
}

/** @throws {TimoneError} `not-found` */
function refuseUnknownLine(catalogue: Catalogue, edition: string, code: string): void {
  if (!catalogue.edition(edition).lines.some((line) => line.code === code)) throw unknownLine(code, edition)
}

/** What an address of a line that the edition does not have answers. */
export const unknownLine = (code: string, edition: string): TimoneError =>
  notFound(`Codice ${code} nell’edizione ${edition} del Piano nazionale`)
