// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../../kernel/access.ts'
import type { IsoDate } from '../../../../kernel/dates.ts'
import { invalidInput } from '../../../../kernel/errors.ts'
import type { ActionLineCode } from '../../../../kernel/ids.ts'
import { entryKind, type PlanAddress, writePlanAt } from '../../plan/index.ts'
import { changeRecord } from '../editor/change-record.ts'
import type { WritingDependencies } from '../editor/dependencies.ts'
import { type AssessedChange, assessChanges, assessWithin } from './assess-changes.ts'
import { type BulkChange, readBulkChange } from './bulk-change.ts'

/** Lines of which the same is to be said, each with the revision that the person had before them. */
export type BulkEdit = { readonly bases: ReadonlyMap<string, number>; readonly change: BulkChange }

/** What became of an update of many entries; `conflict`: somebody else saved some of them, and nothing was stored. */
export type BulkOutcome =
  | { readonly kind: 'saved'; readonly count: number }
  | { readonly kind: 'conflict'; readonly codes: readonly ActionLineCode[] }

/** The most lines that are updated together. */
const mostLines = 200

/**
 * What an update of many entries would change, line by line, as they are by now; nothing is stored.
 * @throws {TimoneError} `not-found`, or `invalid-input` for what was typed.
 */
export async function previewUpdate(
  dependencies: WritingDependencies,
  address: PlanAddress,
  { bases, change }: BulkEdit,
  viewer: Viewer,
  today: IsoDate,
): Promise<readonly AssessedChange[]> {
  const read = readBulkChange(change)
  refuseEmpty(bases)
  const keepers = await dependencies.keepersOf(address.slug)
  return await assessChanges(dependencies, address, { codes: [...bases.keys()], change: read, keepers }, viewer, today)
}

/**
 * Says the same of many entries, all or none: in one transaction, each with its revision and its line in the journal.
 * @throws {TimoneError} `not-found`, `forbidden`, `not-now`, or `invalid-input` naming the lines that cannot be so.
 */
export async function updateEntries(
  dependencies: WritingDependencies,
  address: PlanAddress,
  { bases, change }: BulkEdit,
  viewer: Viewer,
  today: IsoDate,
): Promise<BulkOutcome> {
  const read = readBulkChange(change)
  refuseEmpty(bases)
  const keepers = await dependencies.keepersOf(address.slug)
  const question = { codes: [...bases.keys()], change: read, keepers }
  return await writePlanAt(dependencies.tenants, address, async ({ db: writer, plan }) => {
    const { catalogue } = dependencies
    const changes = await assessWithin(writer, plan, { catalogue, slug: address.slug, question, viewer, today })
    const stale = changes.filter(({ code, revision }) => bases.get(code) !== revision).map(({ code }) => code)
    if (stale.length > 0) return { kind: 'conflict', codes: stale }
    const refused = changes.flatMap(({ code, problem }) => (problem ? [{ place: code, message: problem }] : []))
    if (refused.length > 0) throw invalidInput('Le linee non sono state aggiornate.', refused)
    let count = 0
    for (const { code, revision, after } of changes) {
      const edit = { base: revision, content: after }
      const outcome = await changeRecord(
        writer,
        entryKind,
        { slug: address.slug, owner: plan, key: code },
        edit,
        viewer,
      )
      if (outcome.kind === 'saved') count += 1
    }
    return { kind: 'saved', count }
  })
}

function refuseEmpty(bases: BulkEdit['bases']): void {
  if (bases.size > 0 && bases.size <= mostLines) return
  throw invalidInput('Nessuna linea è stata aggiornata.', [
    {
      place: 'linee',
      message: bases.size === 0 ? 'nessuna linea è selezionata' : `le linee sono più di ${mostLines}`,
      remedy: 'selezionarle nell’elenco',
    },
  ])
}
