// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Viewer } from '../../../kernel/access.ts'
import { invalidInput, notNow } from '../../../kernel/errors.ts'
import type { Slug } from '../../../kernel/ids.ts'
import { demand } from '../../../kernel/permission.ts'
import type { Tenants } from '../../../platform/db/tenants.ts'
import { recordAccess } from '../../audit/index.ts'
import { administrationActions } from '../actions.ts'
import { announceBodies } from '../associations/announce-bodies.ts'
import { administrationEvents } from '../events.ts'
import type { AdministrationDetails } from '../model.ts'
import { findAdministration, findAdministrationId, insertAdministration, isAddressTaken } from '../store.ts'
import { addressesOf } from './addresses.ts'
import { municipalityDetails } from './municipality-details.ts'
import type { Registry } from './registry/open-registry.ts'

/**
 * Registers a body as an empty tenant, and tells the access journal.
 * @param details valid; municipalities come from the registry (`registerMunicipality`).
 * @returns its address.
 * @throws {TimoneError} `forbidden`, `not-now` for a body that is registered already, `invalid-input` for a name from
 * which no slug can be made.
 */
export async function registerAdministration(
  { tenants }: { readonly tenants: Tenants },
  details: AdministrationDetails,
  viewer: Viewer,
): Promise<Slug> {
  demand(viewer, administrationActions.manageAssociations)
  const [short, long] = addressesOf(details)
  if (short === '') {
    throw invalidInput('L’ente non è stato registrato.', [
      { place: 'nome', message: 'non ha lettere né cifre', remedy: 'scrivere la denominazione per esteso' },
    ])
  }
  const { id, address } = await tenants.writeNational(async (writer) => {
    const homonym = await findAdministration(writer, short)
    const address = homonym || short === reserved ? long : short
    const known = details.cadastralCode
      ? (await findAdministrationId(writer, details, short)) !== undefined
      : homonym?.kind === details.kind && homonym.province === details.province
    if (known || (await isAddressTaken(writer, address))) throw alreadyThere(details.name)
    const id = await insertAdministration(writer, details, { slug: address, demonstration: false })
    await recordAccess(writer, viewer.actor, administrationEvents.administrationRegistered, {
      administration: address,
      name: details.name,
      kind: details.kind,
    })
    return { id, address }
  })
  await announceBodies(tenants, [id])
  return address
}

/**
 * Registers a municipality of the national registry.
 * @param code its cadastral code, or another that the registry knows.
 * @throws {TimoneError} as `registerAdministration`, and the registry's error for an unknown code.
 */
export async function registerMunicipality(
  dependencies: { readonly tenants: Tenants; readonly registry: Pick<Registry, 'find'> },
  code: string,
  viewer: Viewer,
): Promise<Slug> {
  demand(viewer, administrationActions.manageAssociations)
  return await registerAdministration(dependencies, municipalityDetails(dependencies.registry.find(code)), viewer)
}

/**
 * Registers a municipality that the national registry does not have yet, by what a person knows of it.
 * @param details of a municipality; its cadastral code tells it from all others.
 * @throws {TimoneError} as `registerAdministration`, and `invalid-input` without a code, or with one that the registry has.
 */
export async function registerUnlistedMunicipality(
  dependencies: { readonly tenants: Tenants; readonly registry: Pick<Registry, 'all'> },
  details: AdministrationDetails,
  viewer: Viewer,
): Promise<string> {
  demand(viewer, administrationActions.manageAssociations)
  const { cadastralCode } = details
  const listed = dependencies.registry.all().find((municipality) => municipality.cadastralCode === cadastralCode)
  if (cadastralCode === undefined || listed) {
    const problem = listed
      ? {
          message: `è del comune di ${listed.name}, che è nel registro`,
          remedy: 'cercarlo lì sopra e registrarlo da lì',
        }
      : { message: 'per un comune è obbligatorio', remedy: 'scrivere una lettera e tre cifre, es. B731' }
    throw invalidInput('Il comune non è stato registrato.', [{ place: 'catastale', ...problem }])
  }
  return await registerAdministration(dependencies, details, viewer)
}

/** The address of the page that registers bodies (`paths.administrationNew`). */
const reserved = 'nuovo'

const alreadyThere = (name: string) =>
  notNow(`${name} è già registrato.`, {
    place: 'nome',
    message: 'è già fra gli enti di Timone',
    remedy: 'cercarlo nell’elenco degli enti',
  })
