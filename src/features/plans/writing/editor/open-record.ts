// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug } from '../../../../kernel/ids.ts'
import type { Tenants, Writer } from '../../../../platform/db/tenants.ts'
import { type Catalogue, newestEdition } from '../../../catalogue/index.ts'
import type { RecordOwner } from '../../../records/index.ts'
import {
  noBody,
  noPlan,
  type OpenBody,
  type OpenPlan,
  type PlanAddress,
  type PlanRow,
  readBodyAt,
  readPlanAt,
  readPlanRows,
  writeAsideAt,
  writeBodyAsideAt,
  writeBodyAt,
  writePlanAt,
} from '../../plan/index.ts'
import type { Edited, EditedBody, EditedPlan, OpenRecord } from './record-form.ts'

/** What the way to a record needs. */
type OpeningDependencies = { readonly tenants: Tenants; readonly catalogue: Catalogue }

/** A place that is written to. */
type Written<Owner extends RecordOwner> = { readonly db: Writer; readonly edited: Edited<Owner> }

/**
 * The way to the records of a plan, or to those of a body: where their addresses lead, in one transaction.
 * @throws {TimoneError} `not-found`
 */
export type RecordPath<Address extends { readonly slug: Slug }, Owner extends RecordOwner> = {
  read<T>(
    dependencies: OpeningDependencies,
    address: Address,
    work: (open: OpenRecord<Owner>) => Promise<T>,
  ): Promise<T>
  /** Nobody else changes them meanwhile. */
  write<T>(dependencies: OpeningDependencies, address: Address, work: (open: Written<Owner>) => Promise<T>): Promise<T>
  /** For what no page that is kept in memory shows. */
  aside<T>(dependencies: OpeningDependencies, address: Address, work: (open: Written<Owner>) => Promise<T>): Promise<T>
}

const inPlan = ({ administration, plan }: Omit<OpenPlan, 'db'>, catalogue: Catalogue): EditedPlan => ({
  administration,
  plan,
  owner: plan,
  edition: catalogue.edition(plan.edition),
})

/** The way to the records of a plan. */
export const ofPlan: RecordPath<PlanAddress, PlanRow> = {
  async read({ tenants, catalogue }, address, work) {
    const done = await readPlanAt(tenants, address, async ({ db, plans, ...open }) => ({
      result: await work({ db, plans, ...inPlan(open, catalogue) }),
    }))
    if (!done) throw noPlan(address)
    return done.result
  },
  write: ({ tenants, catalogue }, address, work) =>
    writePlanAt(tenants, address, ({ db, ...open }) => work({ db, edited: inPlan(open, catalogue) })),
  aside: ({ tenants, catalogue }, address, work) =>
    writeAsideAt(tenants, address, ({ db, ...open }) => work({ db, edited: inPlan(open, catalogue) })),
}

const inBody = (
  { administration }: Omit<OpenBody, 'db'>,
  [newest]: readonly PlanRow[],
  catalogue: Catalogue,
): EditedBody => ({
  administration,
  plan: newest,
  owner: { administration: administration.id },
  edition: newest ? catalogue.edition(newest.edition) : newestEdition(catalogue),
})

/** The way to the records of a body, whichever plans it has. */
export const ofBody: RecordPath<{ readonly slug: Slug }, RecordOwner> = {
  async read({ tenants, catalogue }, { slug }, work) {
    const done = await readBodyAt(tenants, slug, async ({ db, ...open }) => {
      const plans = await readPlanRows(db)
      return { result: await work({ db, plans, ...inBody(open, plans, catalogue) }) }
    })
    if (!done) throw noBody(slug)
    return done.result
  },
  write: ({ tenants, catalogue }, { slug }, work) =>
    writeBodyAt(tenants, slug, async ({ db, ...open }) =>
      work({ db, edited: inBody(open, await readPlanRows(db), catalogue) }),
    ),
  aside: ({ tenants, catalogue }, { slug }, work) =>
    writeBodyAsideAt(tenants, slug, async ({ db, ...open }) =>
      work({ db, edited: inBody(open, await readPlanRows(db), catalogue) }),
    ),
}
