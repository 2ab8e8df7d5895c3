// SPDX-License-Identifier: AGPL-3.0-or-later

import { notFound } from '../../../../kernel/errors.ts'
import { page } from '../../../../platform/http/answer.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import { administrationActions } from '../../../administrations/index.ts'
import { planPaths } from '../../addresses.ts'
import type { PlanSite } from '../../plan/index.ts'
import { PlanParams } from '../editor/requests.ts'
import type { CompletenessReader } from './open-completeness-reader.ts'
import { CompletenessPage } from './views/completeness-page.tsx'

/** What the page of what is missing is made with. */
export type CompletenessPageDependencies = { readonly completeness: CompletenessReader; readonly site: PlanSite }

/** The page of what a plan lacks. */
export const completenessPages = ({ completeness, site }: CompletenessPageDependencies): readonly Route[] => [
  route({
    method: 'GET',
    path: planPaths.completeness,
    permission: administrationActions.read,
    params: PlanParams,
    async handle({ params }) {
      const found = await completeness(params)
      if (!found) throw notFound(`Piano ${params.triennium} dell’ente «${params.slug}»`)
      return page(<CompletenessPage site={site} {...found} />)
    },
  }),
]
