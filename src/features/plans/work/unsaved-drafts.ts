// SPDX-License-Identifier: AGPL-3.0-or-later
import { romanDay } from '../../../kernel/dates.ts'
import { type PlanId, trienniumOf } from '../../../kernel/ids.ts'
import type { UnfinishedSource, Work } from '../../administrations/index.ts'
import { parseRecordName, recordTeller } from '../../records/index.ts'
import { type RecordKinds, readPlanRows } from '../plan/index.ts'
import { draftsKind } from './kinds.ts'
import { planName } from './words.ts'
import { readDrafts } from './work-store.ts'

/**
 * What a person typed and did not save, of bodies and of plans that still exist. One query; two when there is a draft.
 * @param kinds of records that people may have left unsaved.
 */
export const unsavedDrafts = (kinds: RecordKinds): UnfinishedSource => ({
  kinds: [draftsKind],
  async read(reader, bodies, person) {
    const drafts = await readDrafts(reader, person)
    if (drafts.length === 0) return new Map()
    const teller = recordTeller(kinds)
    const plans = Map.groupBy(await readPlanRows(reader), ({ administration }) => administration)
    const ofBodies = Map.groupBy(drafts, ({ body }) => body)
    return new Map(
      bodies.map(({ id: body, slug }) => {
        const rows = plans.get(body) ?? []
        const work = (ofBodies.get(body) ?? []).flatMap(({ subject, savedAt }): Work[] => {
          const [, id, part] = /^(?:plan:(\d+)|body)\/(.+)$/.exec(subject) ?? []
          const plan = rows.find((row) => row.id === (Number(id) as PlanId))
          if (part === undefined || (id !== undefined && !plan)) return []
          const kind = teller.kind(part)
          if (!kind) return []
          const name = teller.record(part)
          return [
            {
              kind: draftsKind,
              name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
              ...(plan && { note: planName(plan.triennium) }),
              address: kind.page({ slug, triennium: plan?.triennium ?? trienniumOf('') }, parseRecordName(part).key),
              why: 'quello che hai scritto non è ancora salvato',
              date: romanDay(savedAt),
            },
          ]
        })
        return [body, work] as const
      }),
    )
  },
})
