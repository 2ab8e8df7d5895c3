// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader, Tenants } from '../../../../platform/db/tenants.ts'
import { readOffices, readRoles } from '../../../administrations/index.ts'
import { type Catalogue, newerEditions } from '../../../catalogue/index.ts'
import { listDraftSubjects, listLastContents, listLastRevisions, subjectOf } from '../../../records/index.ts'
import {
  type Initiative,
  initiativeKind,
  type PlanRow,
  readEntries,
  readInitiatives,
  readPlan,
  readPlanAt,
  tailorFor,
} from '../../plan/index.ts'
import { countEntries, listContents } from './list-contents.ts'
import type { ContentsItem, ContentsReader, DeletedInitiative, ListedPart } from './readers.ts'

/** The parts that another feature adds to a plan. */
export type ContentsOfFeature = (reader: Reader, plan: PlanRow) => Promise<readonly ContentsItem[]>

/** Reads the contents of plans for the page that lists them. @param others the records of later features. */
export const openContentsReader = (
  tenants: Tenants,
  catalogue: Catalogue,
  others: readonly ContentsOfFeature[],
): ContentsReader => ({
  list: (address, person) =>
    readPlanAt(tenants, address, async ({ db, administration, plan: row }) => {
      const tailored = tailorFor(administration, await readPlan(db, row), catalogue)
      const revisions = await listLastRevisions(db, row)
      const drafts = person ? await listDraftSubjects(db, row, person) : new Set<string>()
      const entries = await readEntries(db, row)
      const items = [
        ...listContents({
          tailored,
          facts: administration.facts,
          offices: await readOffices(db, row.administration),
          roles: await readRoles(db, row.administration),
          initiatives: await readInitiatives(db, row),
        }),
      ]
      for (const read of others) items.push(...(await read(db, row)))
      const carried = entries.filter(({ carriedFrom }) => carriedFrom)
      return {
        plan: { administration, state: row.state, tailored },
        parts: items.map((item): ListedPart => {
          const subject = `${item.group === 'body' ? 'body' : `plan:${row.id}`}/${item.part}`
          const last = revisions.get(subject)
          return { ...item, draft: drafts.has(subject), ...(last && { last: { by: last.by, at: last.at } }) }
        }),
        chapters: countEntries(tailored, entries),
        deleted: await findDeleted(db, row, revisions),
        carried: { total: carried.length, reviewed: carried.filter(({ toReview }) => !toReview).length },
        newerEditions: newerEditions(row.edition, catalogue),
      }
    }),
})

async function findDeleted(
  reader: Reader,
  row: PlanRow,
  revisions: Awaited<ReturnType<typeof listLastRevisions>>,
): Promise<readonly DeletedInitiative[]> {
  const prefix = subjectOf(initiativeKind, row, '')
  const gone = [...revisions].filter(([subject, { present }]) => !present && subject.startsWith(`${prefix}:`))
  const contents = await listLastContents(
    reader,
    row,
    gone.map(([subject]) => subject),
  )
  return gone.flatMap(([subject, { by, at }]) => {
    const content = contents.get(subject) as Initiative | undefined
    return content ? [{ number: Number(subject.slice(prefix.length + 1)), title: content.title, last: { by, at } }] : []
  })
}
