// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../kernel/access.ts'
import { type IsoDate, isIsoDate } from '../../../kernel/dates.ts'
import { invalidInput, type Problem } from '../../../kernel/errors.ts'
import type { Slug } from '../../../kernel/ids.ts'
import { demand } from '../../../kernel/permission.ts'
import { slug } from '../../../kernel/text.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'
import { recordAccess } from '../../audit/index.ts'
import { administrationActions } from '../actions.ts'
import { administrationEvents } from '../events.ts'
import { findAdministration } from '../store.ts'
import { announceBodies } from './announce-bodies.ts'
import { findAssociation, insertEmptyAssociation, insertMember } from './association-store.ts'

/** An association to register. */
export type AssociationInput = {
  readonly name: string
  /** The slugs of the bodies, each with its first day as a member. */
  readonly members: readonly { readonly administration: Slug; readonly joinedOn: IsoDate }[]
}

/** The address of the page that registers associations (`paths.associationNew`). */
const reserved = 'nuova'

/**
 * Registers an association with its first members, if any, and tells the access journal.
 * @returns its address.
 * @throws {TimoneError} `forbidden`, `invalid-input` with what is wrong by field.
 */
export async function foundAssociation(
  { tenants }: { readonly tenants: Tenants },
  { name, members }: AssociationInput,
  viewer: Viewer,
): Promise<string> {
  demand(viewer, administrationActions.manageAssociations)
  const address = slug(name)
  const ids = await tenants.writeNational(async (writer) => {
    const bodies = await Promise.all(members.map(({ administration }) => findAdministration(writer, administration)))
    const problems: Problem[] = []
    if (address === '')
      problems.push({ place: 'nome', message: 'non ha lettere né cifre', remedy: 'scriverlo per esteso' })
    else if (address === reserved || (await findAssociation(writer, address))) {
      problems.push({
        place: 'nome',
        message: 'una gestione associata si chiama già così',
        remedy: 'sceglierne un altro',
      })
    }
    if (bodies.includes(undefined)) problems.push({ place: 'enti', message: 'un ente scelto non è registrato' })
    if (new Set(members.map(({ administration }) => administration)).size < members.length) {
      problems.push({ place: 'enti', message: 'un ente è stato scelto due volte' })
    }
    if (!members.every(({ joinedOn }) => isIsoDate(joinedOn))) {
      problems.push({ place: 'dal', message: 'la data non esiste' })
    }
    if (problems.length > 0) throw invalidInput('La gestione associata non è stata registrata.', problems)
    await insertEmptyAssociation(writer, { slug: address, name })
    const joining = bodies.flatMap((body, index) => {
      const joinedOn = members[index]?.joinedOn
      return body && joinedOn ? [{ id: body.id, joinedOn }] : []
    })
    for (const { id, joinedOn } of joining) await insertMember(writer, address, id, joinedOn)
    await recordAccess(writer, viewer.actor, administrationEvents.associationFounded, {
      association: address,
      name,
      members,
    })
    return joining.map(({ id }) => id)
  })
  await announceBodies(tenants, ids)
  return address
}
