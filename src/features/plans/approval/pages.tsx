// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { notFound } from '../../../kernel/errors.ts'
import { demand } from '../../../kernel/permission.ts'
import { page, seeOther } from '../../../platform/http/answer.ts'
import { formRoute } from '../../../platform/http/form-route.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { administrationActions, Slug } from '../../administrations/index.ts'
import { planPaths } from '../addresses.ts'
import { type PlanAddress, type PlanSite, Triennium } from '../plan/index.ts'
import { apiRoutes } from './api.ts'
import { type CommentDependencies, commentPlan } from './comments/comment-plan.ts'
import { resolveComment } from './comments/resolve-comment.ts'
import type { ApprovalReader, ApprovalSheet } from './read-approval.ts'
import { refuseState, stepOf } from './rules.ts'
import { movePlan } from './steps/move-plan.ts'
import { StepForm } from './steps/step-form.ts'
import type { StepDependencies } from './steps/take-step.ts'
import { ApprovalPage } from './views/approval-page.tsx'
import { StepPage } from './views/step-page.tsx'
import { StepWord, stepWords } from './views/step-words.ts'

/** What the pages and the API of a plan's way are made with. */
export type ApprovalPageDependencies = {
  readonly approval: ApprovalReader
  readonly useCases: StepDependencies & CommentDependencies
  /** Markdown as people wrote it → elements; no HTML of theirs passes. */
  readonly richText: (markdown: string) => ComponentChildren
  readonly site: PlanSite
}

const PlanParams = z.object({ slug: Slug, triennium: Triennium })
const StepParams = PlanParams.extend({ step: StepWord })
const CommentParams = PlanParams.extend({ id: z.string().regex(/^[1-9]\d{0,8}$/) })

/** Bytes of a step's form: the largest file, and its fields. */
const formLimit = 20 * 2 ** 20 + 64 * 1024

/** The way of a plan through its approval: where it stands, each step, what is said of it. */
export const approvalPages = ({ approval, useCases, richText, site }: ApprovalPageDependencies): readonly Route[] => [
  route({
    method: 'GET',
    path: planPaths.approval,
    permission: administrationActions.read,
    params: PlanParams,
    query: z.object({ parte: z.string().max(100).optional(), esito: z.string().max(40).optional() }),
    async handle({ params, query: { parte, esito } }) {
      const sheet = await findSheet(approval, params)
      return page(<ApprovalPage site={site} sheet={sheet} richText={richText} part={parte} outcome={esito} />)
    },
  }),
  route({
    method: 'GET',
    path: planPaths.planStep,
    permission: administrationActions.read,
    params: StepParams,
    async handle({ params: { step, ...where }, viewer }) {
      demand(viewer, stepOf(step).action, where)
      const sheet = await findSheet(approval, where)
      refuseState(where.triennium, sheet.standing.state, step)
      return page(<StepPage site={site} sheet={sheet} name={step} />)
    },
  }),
  formRoute({
    method: 'POST',
    path: planPaths.planStep,
    permission: administrationActions.read,
    params: StepParams,
    encoding: 'multipart',
    limit: formLimit,
    body: StepForm,
    async handle({ params: { step, ...where }, body, viewer }) {
      await movePlan(useCases, where, { ...body, transition: step }, viewer)
      return seeOther(planPaths.approval(where, { esito: stepWords[step].word }))
    },
    again: async ({ params: { step, ...where } }, refusal) => (
      <StepPage site={site} sheet={await findSheet(approval, where)} name={step} refusal={refusal} />
    ),
  }),
  formRoute({
    method: 'POST',
    path: planPaths.comments,
    permission: administrationActions.read,
    params: PlanParams,
    body: z.object({
      part: z.string().max(100).optional(),
      field: z.string().max(100).optional(),
      text: z
        .string('scrivere l’osservazione')
        .trim()
        .min(1, 'scrivere l’osservazione')
        .max(5000, 'supera i 5.000 caratteri: dividerla in più osservazioni'),
    }),
    async handle({ params, body, viewer }) {
      const comment = await commentPlan(useCases, params, body, viewer)
      return seeOther(`${planPaths.approval(params, { esito: 'osservazione' })}#osservazione-${comment}`)
    },
    again: async ({ params }, refusal) => (
      <ApprovalPage site={site} sheet={await findSheet(approval, params)} richText={richText} refusal={refusal} />
    ),
  }),
  formRoute({
    method: 'POST',
    path: planPaths.commentResolved,
    permission: administrationActions.read,
    params: CommentParams,
    body: z.object({}),
    async handle({ params: { id, ...where }, viewer }) {
      await resolveComment(useCases, { ...where, id: Number(id) }, viewer)
      return seeOther(`${planPaths.approval(where, { esito: 'chiusa' })}#esito`)
    },
  }),
  ...apiRoutes({ approval, useCases }),
]

async function findSheet(approval: ApprovalReader, { slug, triennium }: PlanAddress): Promise<ApprovalSheet> {
  const sheet = await approval.sheet(slug, triennium)
  if (!sheet) throw notFound(`Piano ${triennium} dell’ente «${slug}»`)
  return sheet
}
