// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../kernel/access.ts'
import { notFound } from '../../../kernel/errors.ts'
import { recordAccess } from '../../audit/index.ts'
import { administrationEvents } from '../events.ts'
import { checkRevocation, type HeldGrant, restsOn } from '../rules.ts'
import { delegationInJournal, demandPeopleOf, granterOf, placeInJournal, type RoleDependencies } from './grant-role.ts'
import { lockAdministrators, markRevoked, readGrants } from './grant-store.ts'
import { findPerson } from './person-store.ts'

/**
 * Revokes a role from now on. The viewer must manage the people of its place, or have delegated it. Roles delegated
 * from it stop counting too, and what was given because of it ends.
 * @throws {TimoneError} `forbidden`, `not-found`, `not-now` for the last administrator of the platform.
 */
export async function revokeRole({ tenants, clock }: RoleDependencies, id: number, viewer: Viewer): Promise<void> {
  const today = clock.today()
  await tenants.writeNational(async (writer) => {
    await lockAdministrators(writer)
    const { grants } = await readGrants(writer, today)
    const grant = grants.find((one) => one.id === id)
    if (!grant) throw notFound('Ruolo da revocare')
    if (viewer.person === undefined || grant.delegation?.by !== viewer.person.id) demandPeopleOf(viewer, grant.on)
    checkRevocation(grant, granterOf(viewer), grants, today)
    await markRevoked(writer, id)
    const inJournal = async (one: HeldGrant) => ({
      person: one.person,
      email: (await findPerson(writer, one.person))?.email ?? '',
      grant: one.id,
      role: one.role,
      place: placeInJournal(one.on),
    })
    const ended = []
    for (const one of grants) if (restsOn(one, id)) ended.push(await inJournal(one))
    const delegation = await delegationInJournal(writer, grant)
    await recordAccess(writer, viewer.actor, administrationEvents.roleRevoked, {
      ...(await inJournal(grant)),
      ...(delegation && { delegation }),
      ...(ended.length > 0 && { ended }),
    })
  })
}
