// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../kernel/access.ts'
import { formatDate, type IsoDate, isIsoDate } from '../../../kernel/dates.ts'
import { invalidInput, notFound, type Problem } from '../../../kernel/errors.ts'
import type { Slug } from '../../../kernel/ids.ts'
import { demand } from '../../../kernel/permission.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'
import { recordAccess } from '../../audit/index.ts'
import { administrationActions } from '../actions.ts'
import { administrationEvents } from '../events.ts'
import { findAdministration } from '../store.ts'
import { announceBodies } from './announce-bodies.ts'
import { endMembership, findAssociation, lockAssociation } from './association-store.ts'

/**
 * Ends a body's membership: from that day the roles on the association do not count on the body. What was written in
 * the meantime stays the body's.
 * @param leftOn the first day on which it is not a member; the day it joined, to undo a mistaken membership.
 * @throws {TimoneError} `forbidden`, `not-found` for a body that is not a member, `invalid-input` for a day before it
 * joined.
 */
export async function leaveAssociation(
  { tenants }: { readonly tenants: Tenants },
  association: string,
  { administration, leftOn }: { readonly administration: Slug; readonly leftOn: IsoDate },
  viewer: Viewer,
): Promise<void> {
  demand(viewer, administrationActions.manageAssociations, { association })
  const id = await tenants.writeNational(async (writer) => {
    await lockAssociation(writer, association)
    const sheet = await findAssociation(writer, association)
    const body = await findAdministration(writer, administration)
    const membership = sheet?.memberships.find(
      (one) => one.administration.slug === administration && one.leftOn === undefined,
    )
    if (!body || !membership) throw notFound(`Ente «${administration}» nella gestione associata`)
    if (!isIsoDate(leftOn)) throw refused({ place: 'al', message: 'la data non esiste' })
    if (leftOn < membership.joinedOn) {
      throw refused({
        place: 'al',
        message: `l’ente è entrato il ${formatDate(membership.joinedOn)}`,
        remedy: 'indicare quel giorno o uno successivo',
      })
    }
    await endMembership(writer, association, body.id, leftOn)
    await recordAccess(writer, viewer.actor, administrationEvents.associationLeft, {
      association,
      administration,
      leftOn,
    })
    return body.id
  })
  await announceBodies(tenants, [id])
}

const refused = (problem: Problem) => invalidInput('L’uscita non è stata registrata.', [problem])
