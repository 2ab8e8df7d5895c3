// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Viewer } from '../../../../kernel/access.ts'
import { notFound, TimoneError } from '../../../../kernel/errors.ts'
import type { Slug } from '../../../../kernel/ids.ts'
import { demand } from '../../../../kernel/permission.ts'
import type { Tenants } from '../../../../platform/db/tenants.ts'
import { recordAccess } from '../../../audit/index.ts'
import { administrationActions } from '../../actions.ts'
import { administrationEvents } from '../../events.ts'
import { findBodyId, forgetBody } from '../../find-body.ts'
import type { Administration } from '../../model.ts'
import { findAdministrationById } from '../../store.ts'
import {
  type Belongings,
  deleteBody,
  findBelongings,
  findHolders,
  findJournalHead,
  lockForRemoval,
} from './removal-store.ts'

/** What the removal of bodies works with. */
export type RemovalDependencies = { readonly tenants: Tenants }

/** A body, and what goes with it when it is removed. */
export type Removal = Belongings & {
  readonly administration: Administration
  /** The e-mail addresses of those who hold a role on it. */
  readonly holders: readonly string[]
}

/**
 * What the removal of a body would take away.
 * @throws {TimoneError} `forbidden`, `not-found`.
 */
export async function readRemoval({ tenants }: RemovalDependencies, slug: Slug, viewer: Viewer): Promise<Removal> {
  demand(viewer, administrationActions.manageAssociations)
  const id = await findBodyId(tenants, slug)
  const found =
    id &&
    (await tenants.tenant(id).read(async (reader) => {
      const administration = await findAdministrationById(reader, id)
      return administration && { administration, ...(await findBelongings(reader, id)) }
    }))
  if (!found) throw notFound(`Ente «${slug}»`)
  const holders = await tenants.readAccess((source) => findHolders(source, found.administration.id))
  return { ...found, holders }
}

/**
 * Removes a body that was registered by mistake, with its plans, its files, its journal and the roles held on it, in one
 * transaction. The access journal keeps who did it, and the hash that the body's journal ended with.
 * @returns the body as it was.
 * @throws {TimoneError} `forbidden`, `not-found`, `not-now` for a body that has approved a plan.
 */
export async function removeAdministration(
  { tenants }: RemovalDependencies,
  slug: Slug,
  viewer: Viewer,
): Promise<Administration> {
  demand(viewer, administrationActions.manageAssociations)
  const id = await findBodyId(tenants, slug)
  if (id === undefined) throw notFound(`Ente «${slug}»`)
  const removed = await tenants.tenant(id).remove(async (remover) => {
    await lockForRemoval(remover)
    const administration = await findAdministrationById(remover, id)
    if (!administration) throw notFound(`Ente «${slug}»`)
    const { plans, approved, attachments } = await findBelongings(remover, id)
    if (approved.length > 0) throw hasApproved(administration, approved)
    const holders = await findHolders(remover, id)
    const head = await findJournalHead(remover)
    const { name, kind, cadastralCode, ipaCode } = administration
    await deleteBody(remover)
    await recordAccess(remover, viewer.actor, administrationEvents.administrationRemoved, {
      administration: administration.slug,
      name,
      kind,
      ...(cadastralCode !== undefined && { cadastralCode }),
      ...(ipaCode !== undefined && { ipaCode }),
      plans,
      attachments,
      holders,
      ...(head && { lines: head.sequence, head: head.hash }),
    })
    return administration
  })
  forgetBody(tenants, slug)
  return removed
}

/** Why a body that has approved a plan stays, and what can be done instead. */
export const hasApproved = ({ name }: Administration, approved: Belongings['approved']) =>
  new TimoneError(
    'not-now',
    `${name} non si può eliminare: ha un piano approvato.`,
    approved.map(({ triennium, number }) => ({
      place: `piano ${triennium}, versione ${number}`,
      message: 'quello che un ente ha approvato resta, con il suo registro',
      remedy:
        'se sono sbagliati i dati dell’ente, correggerli; se l’ente non serve più, togliere i ruoli delle persone',
    })),
  )
