// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reader } from '../../../platform/db/tenants.ts'

/** Imported files with undecided proposals. One query. */
export async function readOpenImports({ db, administrations }: Reader) {
  if (administrations.length === 0) return []
  const rows = await db
    .selectFrom('import')
    .innerJoin('proposal', (join) =>
      join
        .onRef('proposal.administration_id', '=', 'import.administration_id')
        .onRef('proposal.import_id', '=', 'import.id'),
    )
    .select(['import.administration_id as body', 'import.id', 'import.filename', 'import.triennium'])
    .select((is) => ['import.uploaded_at as uploadedAt', is.fn.countAll<string>().as('count')])
    .where('import.administration_id', 'in', [...administrations])
    .where('import.state', '=', 'ready')
    .where('proposal.decision', '=', 'pending')
    .groupBy(['import.administration_id', 'import.id', 'import.filename', 'import.triennium', 'import.uploaded_at'])
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}
