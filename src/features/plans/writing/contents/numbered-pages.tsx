// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { seeOther } from '../../../../platform/http/answer.ts'
import { formRoute } from '../../../../platform/http/form-route.ts'
import type { Route } from '../../../../platform/http/route.ts'
import type { NumberedKind } from '../../../records/index.ts'
import { planPaths } from '../../addresses.ts'
import { type PlanRow, planActions } from '../../plan/index.ts'
import type { WritingPageDependencies } from '../editor/dependencies.ts'
import { editorRoutes } from '../editor/editor-routes.tsx'
import { ofPlan } from '../editor/open-record.ts'
import type { EditedPlan, RecordForm } from '../editor/record-form.ts'
import { PlanParams, Revision } from '../editor/requests.ts'
import { contentsForm } from './contents-form.ts'
import { newNumber } from './new-number.ts'
import { bringBack, takeAway } from './take-away.ts'
import { CarriedFrom, TakeAway } from './views/numbered-parts.tsx'

const NumberedParams = PlanParams.extend({ number: z.string().regex(/^\d{1,6}$/) })

/** What the forms of records with numbers are called: that of a new one, and what to write. */
export type NumberedForms = { readonly added: string; readonly lead: string }

/** The pages where people write records that have a number each: they add them, take them away, bring them back. */
export function numberedPages<Content extends object>(
  kind: NumberedKind<Content, PlanRow>,
  forms: NumberedForms,
  dependencies: WritingPageDependencies,
): readonly Route[] {
  const { paths: addresses } = kind.numbered
  return [
    ...editorRoutes(
      {
        of: ofPlan,
        path: addresses.added,
        params: PlanParams,
        permission: planActions.write,
        form: (edited) => addingForm(edited, kind, forms),
      },
      dependencies,
    ),
    ...editorRoutes(
      {
        of: ofPlan,
        path: addresses.one,
        params: NumberedParams,
        permission: planActions.write,
        form: (edited, { number }) => writtenForm(edited, kind, number, forms),
      },
      dependencies,
    ),
    formRoute({
      method: 'POST',
      path: addresses.deleted,
      permission: planActions.write,
      params: NumberedParams,
      body: z.object({ base: Revision }),
      async handle({ params, body, viewer }) {
        await takeAway(dependencies, kind, params, body.base, viewer)
        return seeOther(`${planPaths.contents(params, { esito: 'eliminata', parte: kind.name })}#esito`)
      },
    }),
    formRoute({
      method: 'POST',
      path: addresses.restored,
      permission: planActions.write,
      params: NumberedParams,
      body: z.object({}),
      async handle({ params, viewer }) {
        await bringBack(dependencies, kind, params, viewer)
        return seeOther(`${planPaths.contents(params, { esito: 'ripristinata', parte: kind.name })}#esito`)
      },
    }),
  ]
}

/** How one is written. @param number in its plan */
const writtenForm = <Content extends object>(
  edited: EditedPlan,
  kind: NumberedKind<Content, PlanRow>,
  number: string,
  { lead }: NumberedForms,
): RecordForm<Content, string | undefined> => ({
  ...contentsForm<Content, string | undefined>(edited, kind, number, kind.words.many),
  title: (content) => (content ? kind.numbered.nameOf(content) : kind.words.many),
  lead,
  mustExist: true,
  async load(reader, { owner }) {
    const found = await kind.numbered.store.find(reader, owner, Number(number))
    return { ...(found && { content: found.content }), more: found?.carriedFrom }
  },
  Above: ({ sheet }) => <CarriedFrom sheet={sheet} numbered={kind.numbered} />,
  Below: ({ sheet }) => <TakeAway sheet={sheet} numbered={kind.numbered} />,
})

/** How one is added, under a number that no other ever had. */
const addingForm = <Content extends object>(
  edited: EditedPlan,
  kind: NumberedKind<Content, PlanRow>,
  { added, lead }: NumberedForms,
): RecordForm<Content> => ({
  ...contentsForm(edited, kind, '', added),
  lead,
  load: async () => ({ more: undefined }),
  newKey: (writer, plan) => newNumber(writer, plan, kind),
})
