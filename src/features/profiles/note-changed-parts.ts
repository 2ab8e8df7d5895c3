// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Actor } from '../../kernel/access.ts'
import type { Triennium } from '../../kernel/ids.ts'
import type { Writer } from '../../platform/db/tenants.ts'
import { factsKind, findAdministrationById, officesKind, rolesKind } from '../administrations/index.ts'
import { fundingProjectKind, fundingProjectStore, spendingKind } from '../funding/index.ts'
import { initiativeStore, type PlanRow, planRecords, readEntries, readPlanRows } from '../plans/index.ts'
import { appendRevisions, findRevisionNumbers, type RecordChange, recordName, subjectOf } from '../records/index.ts'
import { assembleProfile } from './assemble-profile.ts'
import { canonicalJson } from './canonical.ts'
import type { Profile } from './model.ts'

/** The parts of a body and of its plan as they are stored; the plan is absent when there is none. */
export type Written = {
  readonly row: PlanRow | undefined
  readonly parts: ReadonlyMap<string, object>
}

/** The parts of a body and of its plan for a triennium. */
export async function readWritten(reader: Writer, triennium: Triennium): Promise<Written> {
  const administration = await findAdministrationById(reader, reader.administration)
  const rows = await readPlanRows(reader)
  const row = rows.find((plan) => plan.triennium === triennium)
  const any = row ?? rows[0]
  if (!administration || !any) return { row, parts: new Map() }
  const profile = await assembleProfile(reader, administration, any)
  if (!row) return { row, parts: bodyParts(profile) }
  return { row, parts: new Map([...bodyParts(profile), ...(await planParts(reader, row, profile))]) }
}

/**
 * Stores a new revision of every part that a replaced profile changed, so that people who are editing one of them are
 * told when they save. The parts of a new plan have no revisions yet.
 */
export async function noteChangedParts(
  writer: Writer,
  { row, parts }: Written,
  triennium: Triennium,
  actor: Actor,
): Promise<void> {
  if (parts.size === 0) return
  const now = await readWritten(writer, triennium)
  const changes: RecordChange[] = [...new Set([...parts.keys(), ...now.parts.keys()])]
    .filter((subject) => row !== undefined || subject.startsWith('body/'))
    .map((subject) => ({ subject, before: parts.get(subject), after: now.parts.get(subject) }))
    .filter(({ before, after }) => canonicalJson(before ?? {}) !== canonicalJson(after ?? {}))
  const numbers = await readNumbers(writer, row)
  await appendRevisions(
    writer,
    changes.map((change) => ({ ...change, revision: numbers.get(change.subject) ?? 0 })),
    actor,
  )
}

const bodyParts = ({ administration: { population }, facts, offices, roles }: Profile): ReadonlyMap<string, object> =>
  present([
    [`body/${recordName(factsKind, '')}`, { ...facts, ...(population !== undefined && { population }) }],
    [`body/${recordName(officesKind, '')}`, offices && { offices }],
    [`body/${recordName(rolesKind, '')}`, roles && { roles }],
  ])

async function planParts(
  reader: Writer,
  row: PlanRow,
  { plan, spending }: Profile,
): Promise<ReadonlyMap<string, object>> {
  const kept = await readEntries(reader, row)
  return present([
    ...planRecords(row.id, plan, kept, await initiativeStore.list(reader, row)),
    [subjectOf(spendingKind, row, ''), spending && { rows: spending }],
    ...(await fundingProjectStore.list(reader, row)).map(
      ({ number, content }) => [subjectOf(fundingProjectKind, row, String(number)), content] as const,
    ),
  ])
}

const present = (parts: readonly (readonly [string, object | undefined])[]): ReadonlyMap<string, object> =>
  new Map(parts.flatMap(([subject, content]) => (content ? [[subject, content] as const] : [])))

/** The last revisions of the parts of the body and, if there is one, of the plan. */
async function readNumbers(reader: Writer, row: PlanRow | undefined): Promise<ReadonlyMap<string, number>> {
  const { administration } = reader
  const ofBody = await findRevisionNumbers(reader, { administration }, 'body/')
  return row ? new Map([...ofBody, ...(await findRevisionNumbers(reader, row, `plan:${row.id}/`))]) : ofBody
}
