// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import type { Viewer } from '../../../kernel/access.ts'
import type { IsoDate } from '../../../kernel/dates.ts'
import { forbidden, notFound } from '../../../kernel/errors.ts'
import { page, seeOther } from '../../../platform/http/answer.ts'
import { formRoute, type Refusal } from '../../../platform/http/form-route.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { administrationActions } from '../actions.ts'
import { administrationPaths } from '../addresses.ts'
import { maySee } from '../may-see.ts'
import { AssociationSlug, Slug } from '../model.ts'
import type { OrganisationDependencies } from '../organisation-dependencies.ts'
import { foundAssociation } from './found-association.ts'
import { joinAssociation } from './join-association.ts'
import { leaveAssociation } from './leave-association.ts'
import { AssociationNewPage, chosenBodies } from './views/association-new-page.tsx'
import { AssociationPage } from './views/association-page.tsx'

const Params = z.object({ association: AssociationSlug })
const Day = z.string('indicare il giorno').max(10, 'non è una data')

/** The pages of one association, and the one that registers it. */
export const associationPages = (dependencies: OrganisationDependencies): readonly Route[] => {
  const { organisation, site } = dependencies

  const show = async (slug: string, viewer: Viewer, today: IsoDate, more: { outcome?: string; refusal?: Refusal }) => {
    const [sheet, bodies] = await Promise.all([organisation.association(slug), organisation.bodies()])
    if (!sheet) throw notFound(`Gestione associata «${slug}»`)
    const current = sheet.memberships.filter(({ leftOn }) => leftOn === undefined || leftOn > today)
    const members = current.map(({ administration }) => administration.slug)
    if (!maySee(viewer, { slug, members })) throw forbidden('vedere questa gestione associata')
    const open = sheet.memberships.filter(({ leftOn }) => leftOn === undefined)
    const candidates = bodies.filter(({ slug }) => !open.some(({ administration }) => administration.slug === slug))
    return <AssociationPage site={site} sheet={sheet} today={today} candidates={candidates} {...more} />
  }
  const showNew = async (today: IsoDate, refusal?: Refusal) => (
    <AssociationNewPage site={site} today={today} bodies={await organisation.bodies()} refusal={refusal} />
  )

  return [
    route({
      method: 'GET',
      path: administrationPaths.associationNew,
      permission: administrationActions.manageAssociations,
      handle: async ({ today }) => page(await showNew(today)),
    }),
    formRoute({
      method: 'POST',
      path: administrationPaths.associationNew,
      permission: administrationActions.manageAssociations,
      body: z.looseObject({
        nome: z.string().trim().min(3, 'ha meno di tre caratteri').max(200, 'supera i 200 caratteri'),
        dal: Day,
      }),
      async handle({ body: { nome, dal, ...boxes }, viewer }) {
        const members = chosenBodies(boxes).map((administration) => ({ administration, joinedOn: dal }))
        const association = await foundAssociation(dependencies, { name: nome, members }, viewer)
        return seeOther(administrationPaths.association({ association }, { esito: 'registrata' }))
      },
      again: ({ today }, refusal) => showNew(today, refusal),
    }),
    // People who work with a member see it too: the page checks that itself.
    route({
      method: 'GET',
      path: administrationPaths.association,
      permission: 'signed-in',
      params: Params,
      query: z.object({ esito: z.string().max(20).optional() }),
      handle: async ({ params: { association }, query: { esito }, viewer, today }) =>
        page(await show(association, viewer, today, { ...(esito !== undefined && { outcome: esito }) })),
    }),
    formRoute({
      method: 'POST',
      path: administrationPaths.associationMembers,
      permission: administrationActions.manageAssociations,
      params: Params,
      body: z.object({ ente: z.string('scegliere l’ente').pipe(Slug), dal: Day }),
      async handle({ params: { association }, body: { ente, dal }, viewer }) {
        await joinAssociation(dependencies, association, { administration: ente, joinedOn: dal }, viewer)
        return seeOther(administrationPaths.association({ association }, { esito: 'entrato' }))
      },
      again: ({ params: { association }, viewer, today }, refusal) => show(association, viewer, today, { refusal }),
    }),
    formRoute({
      method: 'POST',
      path: administrationPaths.associationLeavings,
      permission: administrationActions.manageAssociations,
      params: Params,
      body: z.object({ ente: Slug, al: Day }),
      async handle({ params: { association }, body: { ente, al }, viewer }) {
        await leaveAssociation(dependencies, association, { administration: ente, leftOn: al }, viewer)
        return seeOther(administrationPaths.association({ association }, { esito: 'uscito' }))
      },
      again: ({ params: { association }, viewer, today }, refusal) => show(association, viewer, today, { refusal }),
    }),
  ]
}
