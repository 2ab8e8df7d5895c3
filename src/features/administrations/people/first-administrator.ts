// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor, PersonId } from '../../../kernel/access.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { notNow } from '../../../kernel/errors.ts'
import type { NationalWriter, Tenants } from '../../../platform/db/tenants.ts'
import { isCurrent } from '../policy.ts'
import { storeGrant } from './grant-role.ts'
import { readGrants } from './grant-store.ts'
import { findPerson } from './person-store.ts'

const start: Actor = { id: 'program:start', name: 'Timone (avvio)' }

/**
 * True when the platform has an administrator who is not kept out. Otherwise Timone offers a link for the first one
 * when it starts.
 */
export const hasAdministrator = (tenants: Tenants, clock: Clock): Promise<boolean> =>
  tenants.writeNational((source) => isAdministered(source, clock.today()))

/**
 * Makes a person the first administrator, within the transaction that makes their account.
 * @throws {TimoneError} `not-now` when one exists already.
 */
export const appointFirstAdministrator =
  (clock: Clock) =>
  async (writer: NationalWriter, id: PersonId): Promise<void> => {
    const today = clock.today()
    const person = await findPerson(writer, id)
    if (!person || (await isAdministered(writer, today))) throw alreadyAdministered()
    const wish = { person: id, role: 'platformAdministrator', on: { kind: 'platform' }, startsOn: today } as const
    await storeGrant(writer, wish, person, start)
  }

async function isAdministered(source: Pick<NationalWriter, 'db'>, today: string): Promise<boolean> {
  const { grants } = await readGrants(source, today)
  // A delegated role counts only while the delegator's does, and so does what was given by delegation.
  return grants.some(
    (grant) =>
      grant.role === 'platformAdministrator' &&
      grant.account !== 'disabled' &&
      !grant.delegation &&
      !grant.under &&
      isCurrent(grant, today),
  )
}

const alreadyAdministered = () =>
  notNow('La piattaforma ha già un amministratore.', {
    place: 'ruolo',
    message: 'questo collegamento serve solo finché non ce n’è uno',
    remedy: 'chiedere un invito all’amministratore',
  })
