// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import {
  createDemonstrationAccounts,
  hasAdministrator,
  readAdministrations,
  readAssociations,
  roleTable,
} from '../features/administrations/index.ts'
import type { Identity } from '../features/identity/index.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Config } from '../platform/config/config.ts'
import type { Tenants } from '../platform/db/tenants.ts'
import { policy } from './actions.ts'

type Welcome = {
  readonly config: Pick<Config, 'dataDirectory' | 'demonstration'>
  readonly tenants: Tenants
  readonly identity: Identity
  readonly clock: Clock
  /** Where people reach Timone, without final slash. */
  readonly address: string
}

/**
 * What Timone prints when it starts: its address, and how to sign in. The demonstration has its own people. An
 * installation without an administrator has a link for the first one; every start makes a new link until one is used.
 */
export async function welcome({ config, tenants, identity, clock, address }: Welcome): Promise<readonly string[]> {
  const ready = `Timone è pronto: ${address}`
  const { bodies, associations } = await tenants.readMany([], async (reader) => ({
    bodies: (await readAdministrations(reader)).filter(({ demonstration }) => demonstration),
    associations: await readAssociations(reader, clock.today()),
  }))
  const association = associations.find(({ members }) => bodies.some(({ slug }) => members.includes(slug)))
  const alone = bodies.find(({ slug }) => !association?.members.includes(slug))
  if (config.demonstration && association && alone) {
    const file = join(config.dataDirectory, 'demo-accounts.txt')
    const accounts = await createDemonstrationAccounts(
      { tenants, clock, policy, accounts: identity },
      { association: association.slug, administration: alone.slug, file },
    )
    return [
      ready,
      `Enti dimostrativi: ${bodies.length}. Per provare si entra come una di queste persone (sono anche in ${file}):`,
      ...accounts.map(
        ({ email, password, role }) =>
          `  ${email.padEnd(26)} ${(password ?? '(cambiata)').padEnd(22)} ${roleTable[role].label}`,
      ),
      'Quello che è pubblicato si legge senza entrare.',
    ]
  }
  if (await hasAdministrator(tenants, clock)) return [ready]
  return [
    ready,
    'Nessuno amministra ancora questa installazione. Collegamento per il primo amministratore, da usare una volta sola:',
    `  ${address}${await identity.firstAdministratorLink()}`,
  ]
}
