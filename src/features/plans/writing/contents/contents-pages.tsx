// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { page, seeOther } from '../../../../platform/http/answer.ts'
import { formRoute } from '../../../../platform/http/form-route.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import { administrationActions, officesKind, rolesKind } from '../../../administrations/index.ts'
import { planPaths } from '../../addresses.ts'
import { choicesKind, noPlan, planActions, titleKind } from '../../plan/index.ts'
import type { WritingPageDependencies } from '../editor/dependencies.ts'
import { editorRoutes } from '../editor/editor-routes.tsx'
import { PlanParams, Revision } from '../editor/requests.ts'
import { contentsForm } from './contents-form.ts'
import { changedVerdicts, factsForm } from './facts-editor.tsx'
import { initiativeForm, newInitiativeForm } from './initiative-editor.tsx'
import type { ContentsReader } from './readers.ts'
import { textKey } from './record-address.ts'
import { bringInitiativeBack, takeInitiativeAway } from './take-initiative-away.ts'
import { textForm } from './text-editor.tsx'
import { ContentsPage } from './views/contents-page.tsx'

const word = z.string().max(60).optional()
const InitiativeParams = PlanParams.extend({ number: z.string().regex(/^\d{1,6}$/) })
const ofBody = 'Sono dell’ente: valgono per tutti i suoi piani.'

/** What the pages of a plan’s contents are made with. */
export type ContentsPageDependencies = WritingPageDependencies & { readonly contents: ContentsReader }

/** The pages of what a plan is made of besides its entries: the list, and a form for each record. */
export const contentsPages = (dependencies: ContentsPageDependencies): readonly Route[] => [
  route({
    method: 'GET',
    path: planPaths.contents,
    permission: administrationActions.read,
    params: PlanParams,
    query: z.object({ esito: word, parte: word, cambiate: word }),
    async handle({ params, query: outcome, viewer }) {
      const contents = await dependencies.contents.list(params, viewer.person?.id)
      if (!contents) throw noPlan(params)
      return page(<ContentsPage site={dependencies.site} contents={contents} outcome={outcome} />)
    },
  }),
  ...editorRoutes(
    {
      path: planPaths.planText,
      params: PlanParams.extend({ text: z.string().max(40) }),
      permission: planActions.write,
      form(edited, { text }) {
        const key = textKey(text)
        return key === undefined ? undefined : textForm(edited, key, dependencies.catalogue)
      },
    },
    dependencies,
  ),
  ...editorRoutes(
    {
      path: planPaths.planTitle,
      params: PlanParams,
      permission: planActions.write,
      form: (edited) => ({
        ...contentsForm(edited, titleKind, '', 'Titolo del piano'),
        lead: 'Quello sulla copertina. Senza titolo, i documenti portano quello consueto: «Piano triennale per l’informatica».',
      }),
    },
    dependencies,
  ),
  ...editorRoutes(
    {
      path: planPaths.offices,
      params: PlanParams,
      permission: planActions.write,
      scope: 'body',
      form: (edited) => ({
        ...contentsForm(edited, officesKind, '', 'Uffici che attuano il piano'),
        lead: `Gli uffici che si vedono nelle schede, e che le tengono aggiornate. ${ofBody}`,
      }),
    },
    dependencies,
  ),
  ...editorRoutes(
    {
      path: planPaths.roles,
      params: PlanParams,
      permission: planActions.write,
      scope: 'body',
      form: (edited) => ({
        ...contentsForm(edited, rolesKind, '', 'Ruoli della transizione digitale'),
        lead: `Chi risponde di che cosa, e con quale atto: il responsabile per la transizione digitale (art. 17 del CAD) e gli altri. Si scrivono le posizioni, mai i nomi delle persone. ${ofBody}`,
      }),
    },
    dependencies,
  ),
  ...editorRoutes(
    {
      path: planPaths.planChoices,
      params: PlanParams,
      permission: planActions.write,
      form: (edited) => ({
        ...contentsForm(edited, choicesKind(edited.edition), '', 'Linee facoltative', (_, change) => ({
          cambiate: String(changedVerdicts(change)),
        })),
        comparesPlan: true,
        lead: 'Queste linee chiedono una scelta: l’ente può attuarle o no. Finché non decide, restano da verificare.',
      }),
    },
    dependencies,
  ),
  ...editorRoutes(
    { path: planPaths.facts, params: PlanParams, permission: planActions.write, scope: 'body', form: factsForm },
    dependencies,
  ),
  ...editorRoutes(
    { path: planPaths.initiativeNew, params: PlanParams, permission: planActions.write, form: newInitiativeForm },
    dependencies,
  ),
  ...editorRoutes(
    {
      path: planPaths.initiative,
      params: InitiativeParams,
      permission: planActions.write,
      form: (edited, { number }) => initiativeForm(edited, number),
    },
    dependencies,
  ),
  formRoute({
    method: 'POST',
    path: planPaths.initiativeDeleted,
    permission: planActions.write,
    params: InitiativeParams,
    body: z.object({ base: Revision }),
    async handle({ params, body, viewer }) {
      await takeInitiativeAway(dependencies, params, body.base, viewer)
      return seeOther(`${planPaths.contents(params, { esito: 'eliminata' })}#esito`)
    },
  }),
  formRoute({
    method: 'POST',
    path: planPaths.initiativeRestored,
    permission: planActions.write,
    params: InitiativeParams,
    body: z.object({}),
    async handle({ params, viewer }) {
      await bringInitiativeBack(dependencies, params, viewer)
      return seeOther(`${planPaths.contents(params, { esito: 'ripristinata' })}#esito`)
    },
  }),
]
