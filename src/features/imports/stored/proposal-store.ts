// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AdministrationId } from '../../../kernel/ids.ts'
import type { Reader, Writer } from '../../../platform/db/tenants.ts'
import type { PlanRecord, RecordKind, Source } from '../model.ts'
import type { Decision, NewProposal, Proposal } from '../review/model.ts'

/** The rows in one statement: PostgreSQL takes at most 65,535 values. */
const most = 1000

/** Replaces the proposals of an import. */
export async function replaceProposals(
  { db, administration }: Writer,
  importId: number,
  proposals: readonly NewProposal[],
): Promise<void> {
  await db
    .deleteFrom('proposal')
    .where('administration_id', '=', administration)
    .where('import_id', '=', importId)
    .execute()
  const rows = proposals.map(({ kind, record, carries, source, confidence, warnings }, index) => ({
    administration_id: administration,
    import_id: importId,
    id: index + 1,
    kind,
    carries: [...carries],
    confidence,
    record: toJson(record),
    source: toJson(source),
    warnings: warnings.map(storable),
    decision: 'pending' satisfies Decision,
    edited: null,
  }))
  for (let start = 0; start < rows.length; start += most) {
    await db
      .insertInto('proposal')
      .values(rows.slice(start, start + most))
      .execute()
  }
}

/** Removes characters that PostgreSQL refuses. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed()

const toJson = (value: object): string =>
  JSON.stringify(value, (_, member: unknown) => (typeof member === 'string' ? storable(member) : member))

/** The proposals of an import, in the order of the file. Those that a person corrected are complete. */
export async function readProposals(
  { db }: Reader,
  administration: AdministrationId,
  importId: number,
): Promise<readonly Proposal[]> {
  const rows = await db
    .selectFrom('proposal')
    .selectAll()
    .where('administration_id', '=', administration)
    .where('import_id', '=', importId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, kind, record, edited, carries, source, confidence, warnings, decision }) => ({
    id,
    confidence,
    warnings,
    kind: kind as RecordKind,
    record: (edited ?? record) as PlanRecord,
    carries,
    source: source as Source,
    decision: decision as Decision,
    edited: edited !== null,
  }))
}

/** The number of proposals of each import of a body, by decision. */
export async function countProposals(
  { db }: Reader,
  administration: AdministrationId,
): Promise<ReadonlyMap<number, Readonly<Record<Decision, number>>>> {
  const rows = await db
    .selectFrom('proposal')
    .select((is) => ['import_id', 'decision', is.fn.countAll<string>().as('count')])
    .where('administration_id', '=', administration)
    .groupBy(['import_id', 'decision'])
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.import_id)].map(([id, counts]) => {
      const of = (decision: Decision) => Number(counts.find((row) => row.decision === decision)?.count ?? 0)
      return [id, { pending: of('pending'), accepted: of('accepted'), discarded: of('discarded') }]
    }),
  )
}

/** Records the decision on proposals of the writer's body. */
export async function decideProposals(
  { db, administration }: Writer,
  importId: number,
  ids: readonly number[],
  decision: Decision,
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('proposal')
    .set({ decision })
    .where('administration_id', '=', administration)
    .where('import_id', '=', importId)
    .where('id', 'in', [...ids])
    .execute()
}

/** Stores a person's version of a proposal beside the original. The proposal is open again. */
export async function saveEdited(
  { db, administration }: Writer,
  importId: number,
  id: number,
  { record, carries }: Pick<NewProposal, 'record' | 'carries'>,
): Promise<void> {
  await db
    .updateTable('proposal')
    .set({ edited: toJson(record), carries: [...carries], decision: 'pending' satisfies Decision })
    .where('administration_id', '=', administration)
    .where('import_id', '=', importId)
    .where('id', '=', id)
    .execute()
}
