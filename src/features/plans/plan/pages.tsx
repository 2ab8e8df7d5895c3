// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { invalidInput, notFound } from '../../../kernel/errors.ts'
import { page } from '../../../platform/http/answer.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { administrationActions, Slug } from '../../administrations/index.ts'
import { ActionLineCode } from '../../catalogue/index.ts'
import { planPaths } from '../addresses.ts'
import { planActions } from './actions.ts'
import type { PlanSite } from './menu.ts'
import { type TailoredPlan, Triennium } from './model.ts'
import type { PlanCharts } from './progress/charts.ts'
import type { AdministrationPlan, PlanReader } from './readers.ts'
import { filterLines } from './tailoring/filter-lines.ts'
import type { LineReview, LineWriting } from './tailoring/line-tools.ts'
import { filterWords, StatusWord, VerdictWord } from './views/address-words.ts'
import { LinePage } from './views/line-page.tsx'
import { PlanPage } from './views/plan-page.tsx'
import { TimelinePage } from './views/timeline-page.tsx'

/** What the pages of a plan are made with. */
export type PlanPageDependencies = {
  readonly plans: PlanReader
  /** What pages tell of whoever writes the entries; absent: nobody writes here. */
  readonly writing?: LineWriting
  /** What pages tell of what reviewers said; absent: nobody reviews here. */
  readonly review?: LineReview
  readonly charts: PlanCharts
  /** Markdown as people wrote it → elements; no HTML of theirs passes. */
  readonly richText: (markdown: string) => ComponentChildren
  readonly site: PlanSite
}

const PlanParams = z.object({ slug: Slug, triennium: Triennium })
const LineParams = PlanParams.extend({ code: ActionLineCode })

const PlanQuery = z.object({
  capitolo: z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9']).transform(Number).optional(),
  stato: StatusWord.optional(),
  applicabilita: VerdictWord.optional(),
  testo: z.string().trim().max(100, 'il testo supera i 100 caratteri').optional(),
  modo: z.enum(['aggiorna']).optional(),
  esito: z.string().max(20).optional(),
})

/** The pages of one body's plan: its lines, one line, its timeline. */
export const planPages = ({
  plans,
  writing,
  review,
  charts,
  richText,
  site,
}: PlanPageDependencies): readonly Route[] => [
  route({
    method: 'GET',
    path: planPaths.plan,
    permission: administrationActions.read,
    params: PlanParams,
    query: PlanQuery,
    keptWhile: ({ params, query }) => (query.testo || query.esito ? undefined : params.slug),
    async handle({ params, query, today, viewer }) {
      const plan = await findPlan(plans, params)
      refuseUnknownChapter(plan.tailored, query.capitolo)
      const { capitolo: chapter, stato: status, applicabilita: verdict, testo: text } = query
      const filters = { chapter, status, verdict, text }
      const found = filterLines(plan.tailored, filters)
      const opened = query.modo !== undefined && viewer.may(planActions.writeEntries, { slug: params.slug })
      const list = new URLSearchParams(given({ ...filterWords(filters), modo: query.modo })).toString()
      const tools = opened ? await writing?.listTools(params, list) : undefined
      return page(
        <PlanPage
          site={site}
          plan={plan}
          filters={filters}
          found={found}
          today={today}
          charts={charts}
          tools={tools}
          outcome={query.esito}
        />,
      )
    },
  }),
  route({
    method: 'GET',
    path: planPaths.line,
    permission: administrationActions.read,
    params: LineParams,
    query: z.object({ esito: z.string().max(20).optional() }),
    keptWhile: ({ params, query }) => (query.esito ? undefined : params.slug),
    async handle({ params, query, today }) {
      const plan = await findPlan(plans, params)
      const lines = plan.tailored.chapters.flatMap((chapter) => chapter.lines)
      const index = lines.findIndex(({ line }) => line.code === params.code)
      const tailored = lines[index]
      if (!tailored) {
        throw notFound(`Codice ${params.code} nell’edizione ${plan.tailored.edition.id} del Piano nazionale`)
      }
      const neighbours = { previous: lines[index - 1]?.line, next: lines[index + 1]?.line }
      const sheet = await writing?.sheet(params)
      const comments = await review?.(params)
      const shown = { site, plan, tailored, neighbours, today, richText, sheet, comments, outcome: query.esito }
      return page(<LinePage {...shown} />)
    },
  }),
  route({
    method: 'GET',
    path: planPaths.timeline,
    permission: administrationActions.read,
    params: PlanParams,
    keptWhile: ({ params }) => params.slug,
    async handle({ params, today }) {
      const plan = await findPlan(plans, params)
      return page(<TimelinePage site={site} plan={plan} today={today} charts={charts} />)
    },
  }),
]

const given = (query: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined))

async function findPlan(
  plans: PlanReader,
  { slug, triennium }: z.infer<typeof PlanParams>,
): Promise<AdministrationPlan> {
  const plan = await plans.tailored(slug, triennium)
  if (!plan) throw notFound(`Piano ${triennium} dell’ente «${slug}»`)
  return plan
}

function refuseUnknownChapter({ chapters }: TailoredPlan, chapter: number | undefined): void {
  const numbers = chapters.map(({ chapter: { number } }) => number)
  if (chapter === undefined || numbers.includes(chapter)) return
  throw invalidInput('L’indirizzo contiene un valore che non è ammesso.', [
    {
      place: 'parametro «capitolo»',
      message: 'il Piano nazionale non ha questo capitolo',
      remedy: `usare uno di: ${numbers.join(', ')}`,
    },
  ])
}
