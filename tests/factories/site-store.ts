// SPDX-License-Identifier: AGPL-3.0-or-later
import { readAdministrations } from '../../src/features/administrations/index.ts'
import { readJournal } from '../../src/features/audit/index.ts'
import { type PlanRow, readEntries, readPlanRows } from '../../src/features/plans/index.ts'
import { assembleProfile } from '../../src/features/profiles/index.ts'
import type { AdministrationId, Triennium } from '../../src/kernel/ids.ts'
import type { Reader, Tenants } from '../../src/platform/db/tenants.ts'

/**
 * What is stored of a body.
 * @param body absent: there is none yet, and reading fails.
 * @param usual the triennium that is meant when none is given
 */
export function storedIn(tenants: Tenants, body: AdministrationId | undefined, usual: Triennium) {
  const read = <T>(work: (reader: Reader) => Promise<T>): Promise<T> => {
    if (body === undefined) throw new Error('no body')
    return tenants.tenant(body).read(work)
  }
  const ofPlan = <T>(triennium: Triennium, work: (reader: Reader, row: PlanRow) => Promise<T>) =>
    read(async (reader) => {
      const row = (await readPlanRows(reader)).find((plan) => plan.triennium === triennium)
      if (!row) throw new Error(`no plan ${triennium}`)
      return await work(reader, row)
    })
  return {
    read,
    /** The row of a plan. */
    row: (triennium = usual) => ofPlan(triennium, async (_, row) => row),
    /** Its entries. */
    entries: (triennium = usual) => ofPlan(triennium, readEntries),
    /** The plan, whole. */
    profile: (triennium = usual) =>
      ofPlan(triennium, async (reader, row) => {
        const administration = (await readAdministrations(reader)).find(({ id }) => id === body)
        if (!administration) throw new Error('the body is missing')
        return await assembleProfile(reader, administration, row)
      }),
    /** The newest lines of the body's journal. */
    journal: (most = 1000) => read((reader) => readJournal(reader, most)),
  }
}
