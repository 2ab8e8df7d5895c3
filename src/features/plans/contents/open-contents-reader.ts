// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader, Tenants } from '../../../platform/db/tenants.ts'
import { type Administration, findAdministration, readOffices, readRoles } from '../../administrations/index.ts'
import { type Catalogue, newerEditions } from '../../catalogue/index.ts'
import { subjectOf } from '../parts/part-kind.ts'
import { readRevision } from '../parts/part-store.ts'
import { readCurrent } from '../parts/read-content.ts'
import { readEntries } from '../plan/entry-store.ts'
import { readInitiatives } from '../plan/initiative-store.ts'
import type { Initiative, PlanAddress } from '../plan/model.ts'
import { tailorFor } from '../plan/read-tailored-plan.ts'
import { type PlanRow, readPlan, readPlanRows } from '../plan/store.ts'
import { readDraft } from '../writing/draft-store.ts'
import { readDraftSubjects, readLastContents, readLastRevisions } from './contents-store.ts'
import { initiativePart } from './initiative-part.ts'
import { countEntries, listContents } from './list-contents.ts'
import { readTextSuggestions } from './read-text-suggestions.ts'
import type { ContentsItem, ContentsReader, DeletedInitiative, ListedPart, WorkingPlan } from './readers.ts'

/** The parts that another feature adds to a plan. */
export type ContentsOfFeature = (reader: Reader, plan: PlanRow) => Promise<readonly ContentsItem[]>

/** A plan in a transaction that reads it. */
type OpenPlan = {
  readonly reader: Reader
  readonly administration: Administration
  readonly row: PlanRow
  readonly rows: readonly PlanRow[]
}

/** Reads the parts of plans for the pages that write them. @param others the parts of later features. */
export function openContentsReader(
  tenants: Tenants,
  catalogue: Catalogue,
  others: readonly ContentsOfFeature[],
): ContentsReader {
  const within = async <T>(
    { slug, triennium }: PlanAddress,
    work: (open: OpenPlan) => Promise<T>,
  ): Promise<T | undefined> => {
    const administration = await tenants.readMany([], (reader) => findAdministration(reader, slug))
    if (!administration) return undefined
    return await tenants.tenant(administration.id).read(async (reader) => {
      const rows = await readPlanRows(reader)
      const row = rows.find((plan) => plan.triennium === triennium)
      return row && (await work({ reader, administration, row, rows }))
    })
  }
  const working = async ({ reader, administration, row }: OpenPlan): Promise<WorkingPlan> => ({
    administration,
    state: row.state,
    initiatives: new Map(
      (await readInitiatives(reader, row)).map(({ number, initiative }) => [number, initiative.title]),
    ),
    tailored: tailorFor(administration, await readPlan(reader, row), catalogue),
  })
  return {
    plan: (address) => within(address, working),
    part: (address, person, formOf) =>
      within(address, async (open) => {
        const plan = await working(open)
        const form = formOf(plan)
        const { revision, content } = await readCurrent(open.reader, form.kind, open.row, form.key)
        const subject = subjectOf(form.kind, open.row, form.key)
        const last = revision > 0 ? await readRevision(open.reader, open.row, subject, revision) : undefined
        const draft = person && (await readDraft(open.reader, open.row, { person, subject }))
        const changed = last && { last: { by: last.by, at: last.at } }
        return { plan, form, content, revision, ...changed, ...(draft && { draft }) }
      }),
    suggestions: async (address, text) =>
      (await within(address, (open) => readTextSuggestions(open.reader, open.row, open.rows, text, catalogue))) ?? [],
    list: (address, person) =>
      within(address, async (open) => {
        const { reader, administration, row } = open
        const plan = await working(open)
        const revisions = await readLastRevisions(reader, row)
        const drafts = person ? await readDraftSubjects(reader, row, person) : new Set<string>()
        const entries = await readEntries(reader, row)
        const items = [
          ...listContents({
            tailored: plan.tailored,
            facts: administration.facts,
            offices: await readOffices(reader, row.administration),
            roles: await readRoles(reader, row.administration),
            initiatives: await readInitiatives(reader, row),
          }),
        ]
        for (const read of others) items.push(...(await read(reader, row)))
        const carried = entries.filter(({ carriedFrom }) => carriedFrom)
        return {
          plan,
          parts: items.map((item): ListedPart => {
            const subject = `${item.group === 'body' ? 'body' : `plan:${row.id}`}/${item.part}`
            const last = revisions.get(subject)
            return { ...item, draft: drafts.has(subject), ...(last && { last: { by: last.by, at: last.at } }) }
          }),
          chapters: countEntries(plan.tailored, entries),
          deleted: await readDeleted(reader, row, revisions),
          carried: { total: carried.length, reviewed: carried.filter(({ toReview }) => !toReview).length },
          newerEditions: newerEditions(row.edition, catalogue),
        }
      }),
  }
}

async function readDeleted(
  reader: Reader,
  row: PlanRow,
  revisions: Awaited<ReturnType<typeof readLastRevisions>>,
): Promise<readonly DeletedInitiative[]> {
  const prefix = subjectOf(initiativePart, row, '')
  const gone = [...revisions].filter(([subject, { present }]) => !present && subject.startsWith(`${prefix}:`))
  const contents = await readLastContents(
    reader,
    row,
    gone.map(([subject]) => subject),
  )
  return gone.flatMap(([subject, { by, at }]) => {
    const content = contents.get(subject) as Initiative | undefined
    return content ? [{ number: Number(subject.slice(prefix.length + 1)), title: content.title, last: { by, at } }] : []
  })
}
