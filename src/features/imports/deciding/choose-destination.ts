// SPDX-License-Identifier: AGPL-3.0-or-later
import { invalidInput } from '../../../kernel/errors.ts'
import { readPlanRows } from '../../plans/index.ts'
import { touches } from '../review/destination.ts'
import type { Destination } from '../review/model.ts'
import { updateImport } from '../stored/import-store.ts'
import { claimImport, findTenant, type ImportAddress } from '../stored/located-import.ts'
import type { DecisionDependencies } from './accept-proposals.ts'

/**
 * Sets the plan that an import's proposals are for: an existing plan, or a new one.
 * @throws {TimoneError} `not-found`, `not-now`, `unknown-edition`, or `invalid-input` when triennium and edition do not
 * fit together, or when the body's plan for that triennium is on another edition.
 */
export async function chooseDestination(
  { tenants, catalogue, clock }: DecisionDependencies,
  address: ImportAddress,
  { triennium, edition }: Destination,
): Promise<void> {
  const tenant = await findTenant(tenants, address.slug)
  if (!touches(triennium, edition, catalogue)) {
    throw invalidInput('Il triennio e l’edizione non vanno insieme.', [
      {
        place: 'edizione',
        message: `l’edizione ${edition} non ha anni in comune con il triennio ${triennium}`,
        remedy: 'scegliere un’altra edizione, o un altro triennio',
      },
    ])
  }
  await tenant.write(async (writer) => {
    await claimImport(writer, address, 'decide', clock.now())
    const plan = (await readPlanRows(writer)).find((row) => row.triennium === triennium)
    if (plan && plan.edition !== edition) {
      throw invalidInput(`L’ente ha già un piano ${triennium}, sull’edizione ${plan.edition}.`, [
        {
          place: 'edizione',
          message: `il piano ${triennium} dell’ente è sull’edizione ${plan.edition}`,
          remedy: 'scegliere quella',
        },
      ])
    }
    await updateImport(writer, address.id, { state: 'ready', destination: { triennium, edition } })
  })
}
