// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Route } from '../../platform/http/route.ts'
import {
  contentsForm,
  editorRoutes,
  PlanParams,
  planActions,
  planPaths,
  type WritingPageDependencies,
} from '../plans/index.ts'
import { measuresKind } from './measures-kind.ts'
import { spendingKind } from './spending-kind.ts'

/** The pages of a plan’s money: its ICT spending and its PNRR measures. */
export const fundingPages = (dependencies: WritingPageDependencies): readonly Route[] => [
  ...editorRoutes(
    {
      path: planPaths.spending,
      params: PlanParams,
      permission: planActions.write,
      form: (edited) => ({
        ...contentsForm(edited, spendingKind, '', 'Spesa ICT'),
        lead: 'La spesa per anno e fonte: il consuntivo di ciò che è stato speso, la previsione di ciò che si spenderà. Il commento è fra i testi.',
      }),
    },
    dependencies,
  ),
  ...editorRoutes(
    {
      path: planPaths.measures,
      params: PlanParams,
      permission: planActions.write,
      form: (edited) => ({
        ...contentsForm(edited, measuresKind, '', 'Misure PNRR'),
        lead: 'I progetti finanziati dal PNRR, da tenere e provare: gli avvisi sono chiusi, restano asseverazione, erogazione e cinque anni di mantenimento.',
      }),
    },
    dependencies,
  ),
]
