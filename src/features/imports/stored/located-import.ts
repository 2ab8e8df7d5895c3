// SPDX-License-Identifier: AGPL-3.0-or-later

import { notFound, notNow } from '../../../kernel/errors.ts'
import type { Slug } from '../../../kernel/ids.ts'
import type { Reader, Tenant, Tenants, Writer } from '../../../platform/db/tenants.ts'
import { type Administration, findAdministration, lockAdministration } from '../../administrations/index.ts'
import { readPlanRows } from '../../plans/index.ts'
import { assembleProfile, type Profile, profileAround } from '../../profiles/index.ts'
import { type ImportAction, may } from '../lifecycle.ts'
import type { Destination, Import } from '../review/model.ts'
import { readImport } from './import-store.ts'

/** A body's slug and the key of one of its imports, as in addresses. */
export type ImportAddress = { readonly slug: Slug; readonly id: number }

/** @throws {TimoneError} `not-found` when no body has this slug. */
async function requireAdministration(reader: Pick<Reader, 'db'>, slug: Slug): Promise<Administration> {
  const administration = await findAdministration(reader, slug)
  if (!administration) throw notFound(`Ente «${slug}»`)
  return administration
}

/** The key to the data of the body with this slug. @throws {TimoneError} `not-found` */
export async function findTenant(tenants: Tenants, slug: Slug): Promise<Tenant> {
  const { id } = await tenants.readMany([], (reader) => requireAdministration(reader, slug))
  return tenants.tenant(id)
}

/** An import with its body. @throws {TimoneError} `not-found` */
export async function locateImport(reader: Reader, { slug, id }: ImportAddress) {
  const administration = await requireAdministration(reader, slug)
  const imported = await readImport(reader, administration.id, id)
  if (!imported) throw notFound(`Importazione ${id} di ${administration.name}`)
  return { administration, imported }
}

/**
 * Loads an import for a change and locks its body until the transaction ends.
 * @throws {TimoneError} `not-found`, or `not-now` when its state does not allow it.
 */
export async function claimImport(writer: Writer, address: ImportAddress, action: ImportAction, now: Date) {
  await lockAdministration(writer)
  const located = await locateImport(writer, address)
  if (!may(action, located.imported, now)) throw refusals[action](located.imported)
  return located
}

const refusals: Readonly<Record<ImportAction, (imported: Import) => Error>> = {
  decide: ({ filename }) =>
    notNow('Le proposte di questa importazione non si possono decidere adesso.', {
      place: filename,
      message: 'il file è ancora in lettura, non è stato letto, o è stato messo da parte',
      remedy: 'aprire l’importazione per vedere a che punto è',
    }),
  readAgain: ({ filename }) =>
    notNow('Il file non si può rileggere adesso.', {
      place: filename,
      message: 'la lettura è in corso o è già riuscita',
      remedy: 'aprire l’importazione per vedere a che punto è',
    }),
  discard: ({ filename }) =>
    notNow('L’importazione non si può mettere da parte adesso.', {
      place: filename,
      message: 'la lettura è in corso, o le proposte sono già state decise',
      remedy: 'aprire l’importazione per vedere a che punto è',
    }),
}

/** The stored profile of the body with its plan for that triennium; the plan is empty when there is none. */
export async function readStoredProfile(
  reader: Reader,
  administration: Administration,
  { triennium, edition }: Destination,
): Promise<Profile> {
  const row = (await readPlanRows(reader)).find((plan) => plan.triennium === triennium)
  return row
    ? await assembleProfile(reader, administration, row)
    : await profileAround(reader, administration, { triennium, edition })
}
