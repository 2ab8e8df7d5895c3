// SPDX-License-Identifier: AGPL-3.0-or-later
import { romanDay } from '../../../kernel/dates.ts'
import { plural } from '../../../kernel/text.ts'
import type { WorkKind, WorkSource } from '../../administrations/index.ts'
import { importActions } from '../actions.ts'
import { importPaths } from '../addresses.ts'
import { readOpenImports } from './work-store.ts'

/** Files with proposals that nobody has decided. */
export const proposalsKind: WorkKind = {
  heading: 'Importazioni con proposte da decidere',
  count: 'importazioni aperte',
  tone: 'info',
}

/** The open imports of bodies, for those who may decide them. One query for any number of bodies. */
export const importWorkSource: WorkSource = {
  kinds: [proposalsKind],
  actions: [importActions.importPlans],
  async read(reader, bodies) {
    const imports = Map.groupBy(await readOpenImports(reader), ({ body }) => body)
    return new Map(
      bodies.map(({ id: body, slug }) => {
        const work = (imports.get(body) ?? []).map(({ id, filename, count, uploadedAt }) => ({
          kind: proposalsKind,
          name: filename,
          address: importPaths.import({ slug, id: String(id) }),
          why: `${plural(count, 'proposta aspetta', 'proposte aspettano')} di essere accettate o scartate`,
          date: romanDay(uploadedAt),
        }))
        return [body, ({ viewer }) => (viewer.may(importActions.importPlans, { slug }) ? work : [])]
      }),
    )
  },
}
