// SPDX-License-Identifier: AGPL-3.0-or-later
import { redirect } from '../../platform/http/answer.ts'
import { type Route, route } from '../../platform/http/route.ts'
import {
  contentsForm,
  editorRoutes,
  numberedPages,
  ofPlan,
  PlanParams,
  planActions,
  planPaths,
  type WritingPageDependencies,
} from '../plans/index.ts'
import { fundingPaths } from './addresses.ts'
import { fundingProjectKind } from './funding-project-kind.ts'
import { spendingKind } from './spending-kind.ts'

/** The pages of a plan’s money: its ICT spending and its PNRR projects. */
export const fundingPages = (dependencies: WritingPageDependencies): readonly Route[] => [
  ...editorRoutes(
    {
      of: ofPlan,
      path: fundingPaths.spending,
      params: PlanParams,
      permission: planActions.write,
      form: (edited) => ({
        ...contentsForm(edited, spendingKind, '', 'Spesa ICT'),
        lead: 'La spesa per anno e fonte: il consuntivo di ciò che è stato speso, la previsione di ciò che si spenderà. Il commento è fra i testi.',
      }),
    },
    dependencies,
  ),
  ...numberedPages(
    fundingProjectKind,
    {
      added: 'Nuovo progetto PNRR',
      lead: 'Un progetto finanziato dal PNRR, da tenere e provare: gli avvisi sono chiusi, restano asseverazione, erogazione e cinque anni di mantenimento. Il codice è come 1.4.1, l’importo come 1.234,50.',
    },
    dependencies,
  ),
  route({
    method: 'GET',
    path: fundingPaths.formerMeasures,
    permission: planActions.write,
    params: PlanParams,
    handle: async ({ params }) => redirect(`${planPaths.contents(params)}#gruppo-money`),
  }),
]
