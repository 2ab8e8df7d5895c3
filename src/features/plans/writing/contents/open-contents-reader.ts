// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader, Tenants } from '../../../../platform/db/tenants.ts'
import { type Catalogue, newerEditions } from '../../../catalogue/index.ts'
import {
  listDraftSubjects,
  listLastContents,
  listLastRevisions,
  recordName,
  subjectOf,
} from '../../../records/index.ts'
import {
  changeableNow,
  editable,
  type PlanAddress,
  type PlanRow,
  type RecordKinds,
  readEntries,
  readPlan,
  readPlanAt,
  tailorFor,
} from '../../plan/index.ts'
import { countEntries } from './count-entries.ts'
import type { ContentsReader, ListedPart, NumberedList } from './readers.ts'

/** Reads the contents of plans for the page that lists them. @param kinds of records that plans are made of. */
export const openContentsReader = (tenants: Tenants, catalogue: Catalogue, kinds: RecordKinds): ContentsReader => ({
  list: (address, person) =>
    readPlanAt(tenants, address, async ({ db, administration, plan: row, plans }) => {
      const tailored = tailorFor(administration, await readPlan(db, row), catalogue)
      const revisions = await listLastRevisions(db, row)
      const drafts = person ? await listDraftSubjects(db, row, person) : new Set<string>()
      const entries = await readEntries(db, row)
      const parts: ListedPart[] = []
      const numbered: NumberedList[] = []
      for (const kind of kinds) {
        if (kind.numbered) {
          numbered.push(await listNumbers(db, row, address, { kind, numbered: kind.numbered }, revisions))
        }
        const now = changeableNow(kind, row, plans).what
        for (const listed of await kind.list({ db, administration, plan: row, tailored })) {
          if (!listed.section) continue
          const subject = subjectOf(kind, row, listed.key)
          const last = revisions.get(subject)
          parts.push({
            ...listed,
            part: recordName(kind, listed.key),
            page: kind.page(address, listed.key),
            draft: drafts.has(subject),
            changeable: now === 'everything' || (now === 'progress' && kind.progress !== 'none'),
            ...(last && { last: { by: last.by, at: last.at } }),
          })
        }
      }
      const carried = entries.filter(({ carriedFrom }) => carriedFrom)
      return {
        plan: { administration, state: row.state, tailored },
        parts,
        chapters: countEntries(tailored, entries),
        numbered,
        carried: { total: carried.length, reviewed: carried.filter(({ toReview }) => !toReview).length },
        newerEditions: newerEditions(row.edition, catalogue),
      }
    }),
})

type ListedNumbers = NonNullable<RecordKinds[number]['numbered']>

/** What is told of the records that people add and take away. At most one query a kind. */
async function listNumbers(
  reader: Reader,
  row: PlanRow,
  where: PlanAddress,
  { kind, numbered }: { readonly kind: RecordKinds[number]; readonly numbered: ListedNumbers },
  revisions: Awaited<ReturnType<typeof listLastRevisions>>,
): Promise<NumberedList> {
  const { section, words, paths, nameOf } = numbered
  const prefix = `${subjectOf(kind, row, '')}:`
  const gone = [...revisions].filter(([subject, { present }]) => !present && subject.startsWith(prefix))
  const contents = await listLastContents(
    reader,
    row,
    gone.map(([subject]) => subject),
  )
  const what = editable(row.state)
  const adds = what === 'everything' || (what === 'progress' && kind.progress === 'all')
  return {
    kind: kind.name,
    section,
    words,
    ...(adds && { add: paths.added(where) }),
    gone: gone.flatMap(([subject, { by, at }]) => {
      const content = contents.get(subject)
      const restore = paths.restored({ ...where, number: subject.slice(prefix.length) })
      return content ? [{ name: nameOf(content), last: { by, at }, restore }] : []
    }),
  }
}
