// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { Viewer } from '../../../kernel/access.ts'
import { formatInstant } from '../../../kernel/dates.ts'
import { path as makePath, type ParameterNames, type Path } from '../../../kernel/path.ts'
import { fragment, seeOther } from '../../../platform/http/answer.ts'
import { type FormRoute, formRoute } from '../../../platform/http/form-route.ts'
import { changedFields } from '../parts/rules.ts'
import type { PlanAddress } from '../plan/model.ts'
import { formLimit, Revision, Typed } from '../writing/page-requests.ts'
import type { TypedFields } from '../writing/typed-values.ts'
import { type DraftDependencies, dropDraft, keepDraft } from './keep-draft.ts'
import type { PartSheet } from './readers.ts'

/** What the form of a part sends. */
export const PartBody = z
  .object({ azione: z.string().default('salva'), base: Revision, theirs: Revision.optional() })
  .catchall(Typed)

/** The page of a part, and how it is found. */
export type DraftedPart<Pattern extends string, Parameters extends PlanAddress, Content extends object> = {
  readonly path: Path<Pattern>
  readonly params: z.ZodType<Parameters, Record<ParameterNames<Pattern>, string>>
  readonly find: (parameters: Parameters, viewer: Viewer) => Promise<PartSheet<Content>>
}

/** Where a script keeps what is being typed of a part, and where the person drops it: the part's address and `/bozza`. */
export function draftRoute<Pattern extends string, Parameters extends PlanAddress, Content extends object>(
  { path, params, find }: DraftedPart<Pattern, Parameters, Content>,
  dependencies: DraftDependencies,
): FormRoute {
  return formRoute({
    method: 'POST',
    path: makePath(`${path.pattern}/bozza`),
    permission: 'plan.write',
    // The longer pattern has the same parameters, which the compiler cannot tell of a pattern that it does not know.
    params: params as z.ZodType<Parameters, never>,
    limit: formLimit,
    body: PartBody.extend({ base: Revision.optional() }),
    async handle({ params: parameters, body: { azione, base, theirs: _, ...fields }, viewer }) {
      const sheet = await find(parameters, viewer)
      const place = { ...parameters, ...sheet.form }
      if (azione === 'scarta' || base === undefined) {
        await dropDraft(dependencies, place, viewer)
        return seeOther(addressOf(path, parameters))
      }
      if (base === sheet.revision && saysTheSame(sheet, fields)) {
        await dropDraft(dependencies, place, viewer)
        return fragment(<>Nessuna modifica da salvare</>)
      }
      const savedAt = await keepDraft(dependencies, place, { base, fields }, viewer)
      return fragment(<>Bozza salvata {formatInstant(savedAt).slice(11)}</>)
    },
  })
}

/** True for what was typed of a part that says no more than what is stored. */
function saysTheSame<Content extends object>({ form, content }: PartSheet<Content>, fields: TypedFields): boolean {
  const { value, problems } = form.read(fields)
  return problems.length === 0 && changedFields(form.kind, content, value).length === 0
}

/** The address of a page, with the parameters that its own address had. */
export const addressOf = <Pattern extends string>(path: Path<Pattern>, parameters: object): string =>
  path(parameters as Record<ParameterNames<Pattern>, string>)
