// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { seeOther } from '../../../platform/http/answer.ts'
import { formRoute } from '../../../platform/http/form-route.ts'
import type { Route } from '../../../platform/http/route.ts'
import { paths } from '../../../ui/paths.ts'
import type { Initiative } from '../plan/model.ts'
import { PlanParams, Revision } from '../writing/page-requests.ts'
import { addInitiative } from './add-initiative.ts'
import { deleteInitiative } from './delete-initiative.ts'
import { initiativeForm } from './forms/initiative-form.tsx'
import { type PartPageDependencies, partRoutes } from './part-routes.tsx'
import { restoreInitiative } from './restore-initiative.ts'
import { DeleteInitiative } from './views/delete-initiative.tsx'

const InitiativeParams = PlanParams.extend({ number: z.string().regex(/^\d{1,6}$/) })

/** The pages of a plan's initiatives: add, write, take away, bring back. */
export const initiativePages = (dependencies: PartPageDependencies): readonly Route[] => [
  ...partRoutes<typeof paths.initiativeNew.pattern, z.infer<typeof PlanParams>, Initiative>(
    {
      path: paths.initiativeNew,
      params: PlanParams,
      form: ({ tailored }) => initiativeForm('', tailored, 'Nuova iniziativa'),
      // A form without a title was refused before.
      save: async (address, content, viewer) =>
        await addInitiative(dependencies.tenants, address, content as Initiative, viewer),
    },
    dependencies,
  ),
  ...partRoutes(
    {
      path: paths.initiative,
      params: InitiativeParams,
      form({ tailored, initiatives }, { number }) {
        const title = initiatives.get(Number(number))
        return title === undefined ? undefined : initiativeForm(number, tailored, title)
      },
      below: (sheet) => <DeleteInitiative sheet={sheet} />,
    },
    dependencies,
  ),
  formRoute({
    method: 'POST',
    path: paths.initiativeDeleted,
    permission: 'plan.write',
    params: InitiativeParams,
    body: z.object({ base: Revision }),
    async handle({ params, body, viewer }) {
      await deleteInitiative(dependencies.tenants, params, body.base, viewer)
      return seeOther(`${paths.contents(params, { esito: 'eliminata' })}#esito`)
    },
  }),
  formRoute({
    method: 'POST',
    path: paths.initiativeRestored,
    permission: 'plan.write',
    params: InitiativeParams,
    body: z.object({}),
    async handle({ params, viewer }) {
      await restoreInitiative(dependencies.tenants, params, viewer)
      return seeOther(`${paths.contents(params, { esito: 'ripristinata' })}#esito`)
    },
  }),
]
