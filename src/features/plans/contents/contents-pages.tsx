// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { notFound } from '../../../kernel/errors.ts'
import { page } from '../../../platform/http/answer.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { paths } from '../../../ui/paths.ts'
import { PlanParams } from '../writing/page-requests.ts'
import { choicesForm } from './forms/choices-form.tsx'
import { factsForm } from './forms/facts-form.tsx'
import { officesForm } from './forms/offices-form.tsx'
import { rolesForm } from './forms/roles-form.tsx'
import { textForm } from './forms/text-form.tsx'
import { titleForm } from './forms/title-form.tsx'
import { initiativePages } from './initiative-pages.tsx'
import { textKey } from './part-address.ts'
import { type PartPageDependencies, partRoutes } from './part-routes.tsx'
import type { WorkingPlan } from './readers.ts'
import { ContentsPage } from './views/contents-page.tsx'

const word = z.string().max(60).optional()

/** The pages of what a plan is made of besides its entries: the list, and a form for each part. */
export const contentsPages = (dependencies: PartPageDependencies): readonly Route[] => [
  route({
    method: 'GET',
    path: paths.contents,
    permission: 'plan.read',
    params: PlanParams,
    query: z.object({ esito: word, parte: word, cambiate: word }),
    async handle({ params, query: outcome, viewer }) {
      const { site } = dependencies
      const contents = await dependencies.contents.list(params, viewer.person?.id)
      if (!contents) throw notFound(`Piano ${params.triennium} dell’ente «${params.slug}»`)
      return page(<ContentsPage site={site} contents={contents} outcome={outcome} />)
    },
  }),
  ...partRoutes(
    {
      path: paths.planText,
      params: PlanParams.extend({ text: z.string().max(40) }),
      form({ tailored }, { text }) {
        const key = textKey(text)
        return key === undefined ? undefined : textForm(key, tailored)
      },
    },
    dependencies,
  ),
  ...partRoutes({ path: paths.planTitle, params: PlanParams, form: () => titleForm }, dependencies),
  ...partRoutes({ path: paths.offices, params: PlanParams, form: () => officesForm }, dependencies),
  ...partRoutes({ path: paths.roles, params: PlanParams, form: () => rolesForm }, dependencies),
  ...partRoutes(
    {
      path: paths.planChoices,
      params: PlanParams,
      form: ({ tailored }) => choicesForm(tailored),
      outcome: (before, after) => ({ cambiate: String(changedVerdicts(before, after)) }),
    },
    dependencies,
  ),
  ...partRoutes(
    {
      path: paths.facts,
      params: PlanParams,
      form: ({ tailored }) => factsForm(tailored),
      outcome: (before, after) => ({ cambiate: String(changedVerdicts(before, after)) }),
    },
    dependencies,
  ),
  ...initiativePages(dependencies),
]

/** How many lines bind a body otherwise than before. */
function changedVerdicts(before: WorkingPlan, after: WorkingPlan): number {
  const verdicts = new Map(linesOf(before).map(({ line, applicability }) => [line.code, applicability.verdict]))
  return linesOf(after).filter(({ line, applicability }) => verdicts.get(line.code) !== applicability.verdict).length
}

const linesOf = ({ tailored }: WorkingPlan) => tailored.chapters.flatMap(({ lines }) => lines)
