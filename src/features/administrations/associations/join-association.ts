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
import type { Membership } from '../readers.ts'
import { findAdministration } from '../store.ts'
import { announceBodies } from './announce-bodies.ts'
import { findAssociation, insertMember, lockAssociation } from './association-store.ts'

/**
 * Makes a body a member from a day on, past or future. From then on the roles on the association count on the body.
 * Only people who may register bodies may do it: no RTD can take in somebody else's body.
 * @throws {TimoneError} `forbidden`, `not-found` for the association, `invalid-input` with what is wrong by field.
 */
export async function joinAssociation(
  { tenants }: { readonly tenants: Tenants },
  association: string,
  { administration, joinedOn }: { readonly administration: Slug; readonly joinedOn: IsoDate },
  viewer: Viewer,
): Promise<void> {
  demand(viewer, administrationActions.manageAssociations, { association })
  const id = await tenants.writeNational(async (writer) => {
    await lockAssociation(writer, association)
    const sheet = await findAssociation(writer, association)
    if (!sheet) throw notFound(`Gestione associata «${association}»`)
    const body = await findAdministration(writer, administration)
    if (!body) throw refused([{ place: 'ente', message: 'non è registrato', remedy: 'sceglierne uno dell’elenco' }])
    const earlier = sheet.memberships.filter(({ administration: { slug } }) => slug === administration)
    refuseIfAny(joinProblems(joinedOn, earlier))
    await insertMember(writer, association, body.id, joinedOn)
    await recordAccess(writer, viewer.actor, administrationEvents.associationJoined, {
      association,
      administration,
      joinedOn,
    })
    return body.id
  })
  await announceBodies(tenants, [id])
}

function joinProblems(joinedOn: IsoDate, earlier: readonly Membership[]): Problem[] {
  if (!isIsoDate(joinedOn)) return [{ place: 'dal', message: 'la data non esiste' }]
  if (earlier.some(({ leftOn }) => leftOn === undefined)) {
    return [{ place: 'ente', message: 'fa già parte della gestione associata' }]
  }
  // A membership that ended on its first day was a mistake and does not count.
  const last = earlier
    .flatMap(({ joinedOn, leftOn }) => (leftOn === undefined || leftOn === joinedOn ? [] : [leftOn]))
    .toSorted()
    .at(-1)
  if (last !== undefined && joinedOn < last) {
    return [
      {
        place: 'dal',
        message: `in quel giorno l’ente ne faceva già parte, fino al ${formatDate(last)}`,
        remedy: 'indicare quel giorno o uno successivo',
      },
    ]
  }
  return earlier.some((one) => one.joinedOn === joinedOn)
    ? [{ place: 'dal', message: 'l’ente vi era già entrato quel giorno', remedy: 'indicare un giorno successivo' }]
    : []
}

function refuseIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw refused(problems)
}

const refused = (problems: readonly Problem[]) => invalidInput('L’ente non è stato aggiunto.', problems)
