// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Actor, Viewer } from '../../../kernel/access.ts'
import { invalidInput, notNow } from '../../../kernel/errors.ts'
import { demand } from '../../../kernel/permission.ts'
import type { Writer } from '../../../platform/db/tenants.ts'
import { record } from '../../audit/index.ts'
import { type Catalogue, newerEditions } from '../../catalogue/index.ts'
import { appendRevisions, findRevisionNumbers, type RecordChange, subjectOf } from '../../records/index.ts'
import {
  deleteEntries,
  editable,
  entryKind,
  initiativeKind,
  initiativeStore,
  insertEntries,
  type KeptEntry,
  type PlanAddress,
  type PlanRow,
  planActions,
  planStateLabel,
  readEntries,
  updatePlan,
  writePlanAt,
} from '../plan/index.ts'
import type { CycleDependencies } from './begin-plan.ts'
import { rebaseEntries } from './carry-entries.ts'
import { cycleEvents } from './events.ts'
import { type TracedLine, traceLines } from './trace-lines.ts'

/** What a change of edition did to the entries of a plan. */
export type EditionChange = {
  /** Entries to be gone through. */
  readonly toReview: number
  /** Codes of the entries whose lines are retired. */
  readonly retired: readonly string[]
}

/**
 * Moves a plan that is being written to a newer edition of the same cycle, in place: entries of lines that changed are
 * to be gone through, those of retired lines stay in their revisions, new lines are empty.
 * @throws {TimoneError} `forbidden`, `not-found`, `not-now` for a plan that is not being written, or `invalid-input`.
 */
export async function changeEdition(
  { tenants, catalogue }: Pick<CycleDependencies, 'tenants' | 'catalogue'>,
  { slug, triennium }: PlanAddress,
  edition: string,
  viewer: Viewer,
): Promise<EditionChange> {
  demand(viewer, planActions.create, { slug })
  return await writePlanAt(tenants, { slug, triennium }, async ({ db: writer, plan }) => {
    if (editable(plan.state) !== 'everything') throw notBeingWritten(plan)
    if (!newerEditions(plan.edition, catalogue).includes(edition)) throw unfit(plan, edition, catalogue)
    const traced = traceLines(catalogue.edition(plan.edition), catalogue.edition(edition), catalogue.lineage())
    const { entries, retired } = rebaseEntries(
      { triennium: plan.triennium, entries: await readEntries(writer, plan) },
      traced,
    )
    await deleteEntries(writer, plan)
    await updatePlan(writer, plan, { edition, from: { triennium: plan.triennium, edition: plan.edition } })
    await insertEntries(writer, { ...plan, edition }, entries)
    const changes = [
      ...retired.map((kept) => retiredPart(plan, kept)),
      ...(await freeInitiatives(writer, plan, traced)),
    ]
    await keepRevisions(writer, plan, changes, viewer.actor)
    const change = {
      toReview: entries.filter(({ toReview }) => toReview).length,
      retired: retired.map(({ entry }) => entry.code),
    }
    await record(writer, viewer.actor, cycleEvents.editionChanged, {
      triennium: plan.triennium,
      before: plan.edition,
      after: edition,
      ...change,
    })
    return change
  })
}

const notBeingWritten = ({ triennium, state }: PlanRow) =>
  notNow(`Il piano ${triennium} è ${planStateLabel[state].toLowerCase()}: non può cambiare edizione.`, {
    place: `piano ${triennium}`,
    message: 'si cambia edizione a un piano in bozza',
    remedy: 'aprire una nuova versione, o ritirarlo dalla revisione',
  })

function unfit({ edition: present }: PlanRow, asked: string, catalogue: Catalogue) {
  const possible = newerEditions(present, catalogue)
  return invalidInput('L’edizione non è stata cambiata.', [
    {
      place: 'edizione',
      message: `da ${present} non si può passare a «${asked.slice(0, 60)}»`,
      remedy:
        possible.length > 0
          ? `usare una di: ${possible.join(', ')}`
          : 'per un altro ciclo del Piano nazionale, cominciare un nuovo piano da questo',
    },
  ])
}

function retiredPart(plan: PlanRow, { entry: { code, ...said }, ownerOffice, ownerPerson }: KeptEntry): RecordChange {
  const before = { ...said, ...(ownerOffice && { ownerOffice }), ...(ownerPerson && { ownerPerson }) }
  return { subject: subjectOf(entryKind, plan, code), before, after: undefined }
}

/** Initiatives serve lines that there are: those that are retired leave them. */
async function freeInitiatives(writer: Writer, plan: PlanRow, traced: readonly TracedLine[]): Promise<RecordChange[]> {
  const gone = new Set(traced.flatMap(({ kind, code }) => (kind === 'retired' ? [code] : [])))
  const changes: RecordChange[] = []
  for (const { number, content: initiative } of await initiativeStore.list(writer, plan)) {
    const lines = initiative.lines?.filter((code) => !gone.has(code))
    if (lines?.length === initiative.lines?.length) continue
    const after = { ...initiative, ...(lines && { lines }) }
    await initiativeStore.write(writer, plan, number, after)
    changes.push({ subject: subjectOf(initiativeKind, plan, String(number)), before: initiative, after })
  }
  return changes
}

async function keepRevisions(
  writer: Writer,
  plan: PlanRow,
  changes: readonly RecordChange[],
  actor: Actor,
): Promise<void> {
  const numbers = await findRevisionNumbers(writer, plan, `plan:${plan.id}/`)
  await appendRevisions(
    writer,
    changes.map((change) => ({ ...change, revision: numbers.get(change.subject) ?? 0 })),
    actor,
  )
}
