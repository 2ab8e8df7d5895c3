// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { page } from '../../../../platform/http/answer.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import { administrationActions } from '../../../administrations/index.ts'
import { planPaths } from '../../addresses.ts'
import { choicesKind, initiativeKind, noPlan, planActions, textKeyAt, titleKind } from '../../plan/index.ts'
import type { WritingPageDependencies } from '../editor/dependencies.ts'
import { editorRoutes } from '../editor/editor-routes.tsx'
import { ofPlan } from '../editor/open-record.ts'
import { PlanParams } from '../editor/requests.ts'
import { bodyPages } from './body-pages.tsx'
import { contentsForm } from './contents-form.ts'
import { changedVerdicts } from './facts-editor.tsx'
import { numberedPages } from './numbered-pages.tsx'
import type { ContentsReader } from './readers.ts'
import { textForm } from './text-editor.tsx'
import { ContentsPage } from './views/contents-page.tsx'

const word = z.string().max(60).optional()

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
      of: ofPlan,
      path: planPaths.planText,
      params: PlanParams.extend({ text: z.string().max(40) }),
      permission: planActions.write,
      form(edited, { text }) {
        const key = textKeyAt(text)
        return key === undefined ? undefined : textForm(edited, key, dependencies.catalogue)
      },
    },
    dependencies,
  ),
  ...editorRoutes(
    {
      of: ofPlan,
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
      of: ofPlan,
      path: planPaths.planChoices,
      params: PlanParams,
      permission: planActions.write,
      form: (edited) => ({
        ...contentsForm(edited, choicesKind(edited.edition), '', 'Linee facoltative', (_, change) => ({
          cambiate: String(changedVerdicts(change)),
        })),
        comparesPlan: true,
        lead: 'Queste linee chiedono una scelta: l’ente può attuarle o no. Finché non decide sono «a scelta dell’ente»: non contano fra quelle che si applicano.',
      }),
    },
    dependencies,
  ),
  ...numberedPages(
    initiativeKind,
    {
      added: 'Nuova iniziativa',
      lead: 'Un’azione propria dell’ente: un intervento, un progetto, un obiettivo. Può servire più linee del Piano nazionale, o nessuna.',
    },
    dependencies,
  ),
  ...bodyPages(dependencies),
]
