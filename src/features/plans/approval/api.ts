// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { Viewer } from '../../../kernel/access.ts'
import { notFound } from '../../../kernel/errors.ts'
import { json } from '../../../platform/http/answer.ts'
import { formRoute } from '../../../platform/http/form-route.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { administrationActions, Slug } from '../../administrations/index.ts'
import { planPaths } from '../addresses.ts'
import { type PlanAddress, Triennium, transitionsFrom } from '../plan/index.ts'
import { StepInputSchema, TransitionSchema } from './model.ts'
import type { ApprovalReader } from './read-approval.ts'
import { stepOf } from './rules.ts'
import { movePlan } from './steps/move-plan.ts'
import type { StepDependencies } from './steps/take-step.ts'

type ApiDependencies = { readonly approval: ApprovalReader; readonly useCases: StepDependencies }

const PlanParams = z.object({ slug: Slug, triennium: Triennium })

/** A file in JSON: its content in Base64. */
const FileInJson = z
  .object({ name: z.string().min(1).max(200), content: z.base64('è un file in Base64') })
  .transform(({ name, content }) => ({ name, bytes: new Uint8Array(Buffer.from(content, 'base64')) }))

const StepInJson = StepInputSchema.extend({ file: FileInJson.optional(), transition: TransitionSchema })

/** Bytes of the largest file in Base64, and the rest. */
const limit = 28 * 2 ** 20

/**
 * The way of a plan for programs, as the ModI guidelines have it: JSON, problem details (RFC 9457), dates in ISO 8601.
 * A program comes in with a person's session, and may do what the person may.
 */
export const apiRoutes = ({ approval, useCases }: ApiDependencies): readonly Route[] => [
  route({
    method: 'GET',
    path: planPaths.apiPlan,
    permission: administrationActions.read,
    params: PlanParams,
    handle: async ({ params, viewer }) => json(await standingOf(approval, params, viewer)),
  }),
  formRoute({
    method: 'POST',
    path: planPaths.apiTransitions,
    permission: administrationActions.read,
    params: PlanParams,
    encoding: 'json',
    limit,
    body: StepInJson,
    async handle({ params, body, viewer }) {
      const { before, after, version, sha256 } = await movePlan(useCases, params, body, viewer)
      const step = { transition: body.transition, before, after, version, ...(sha256 && { sha256 }) }
      return json({ ...step, plan: await standingOf(approval, params, viewer) }, 201)
    },
  }),
]

/** A plan's standing for a program: the steps that can be taken from here, and which of them the person may take. */
async function standingOf(approval: ApprovalReader, { slug, triennium }: PlanAddress, viewer: Viewer) {
  const sheet = await approval.sheet(slug, triennium)
  if (!sheet) throw notFound(`Piano ${triennium} dell’ente «${slug}»`)
  const { administration, tailored, standing, missing, comments, versions } = sheet
  return {
    administration: { slug: administration.slug, name: administration.name },
    triennium,
    edition: tailored.edition.id,
    state: standing.state,
    version: standing.version,
    revision: standing.revision,
    sha256: standing.sha256,
    missing: missing.filter(({ severity }) => severity === 'necessary').length,
    openComments: comments.filter(({ resolved }) => !resolved).length,
    transitions: transitionsFrom(standing.state).map((name) => {
      const { label, to, needs, action } = stepOf(name)
      return { name, label, to, needs, allowed: viewer.may(action, { slug }) }
    }),
    versions: versions.map(({ number, state, sha256, act, approvedAt, inForceOn, publishedAt, supersededAt }) => ({
      number,
      state,
      sha256,
      act,
      approvedAt,
      inForceOn,
      publishedAt,
      supersededAt,
    })),
  }
}
