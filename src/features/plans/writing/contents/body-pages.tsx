// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { Path } from '../../../../kernel/path.ts'
import { redirect } from '../../../../platform/http/answer.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import { administrationPaths, officesKind, rolesKind, Slug } from '../../../administrations/index.ts'
import { planPaths } from '../../addresses.ts'
import { type PlanAddress, planActions } from '../../plan/index.ts'
import type { WritingPageDependencies } from '../editor/dependencies.ts'
import { editorRoutes } from '../editor/editor-routes.tsx'
import { ofBody } from '../editor/open-record.ts'
import { PlanParams } from '../editor/requests.ts'
import { bodyForm } from './contents-form.ts'
import { factsForm } from './facts-editor.tsx'

const BodyParams = z.object({ slug: Slug })
const forAllPlans = 'Sono dell’ente: valgono per tutti i suoi piani.'

/** The pages where what is of a body is written: they stand under the body, with or without plans. */
export const bodyPages = (dependencies: WritingPageDependencies): readonly Route[] => [
  ...editorRoutes(
    {
      of: ofBody,
      path: administrationPaths.facts,
      params: BodyParams,
      permission: planActions.write,
      form: factsForm(dependencies.catalogue),
    },
    dependencies,
  ),
  ...editorRoutes(
    {
      of: ofBody,
      path: administrationPaths.offices,
      params: BodyParams,
      permission: planActions.write,
      form: (edited) => ({
        ...bodyForm(edited, officesKind, 'Uffici che attuano il piano'),
        lead: `Gli uffici che si vedono nelle schede, e che le tengono aggiornate. ${forAllPlans}`,
      }),
    },
    dependencies,
  ),
  ...editorRoutes(
    {
      of: ofBody,
      path: administrationPaths.roles,
      params: BodyParams,
      permission: planActions.write,
      form: (edited) => ({
        ...bodyForm(edited, rolesKind, 'Ruoli della transizione digitale'),
        lead: `Chi risponde di che cosa, e con quale atto: il responsabile per la transizione digitale (art. 17 del CAD) e gli altri. Si scrivono le posizioni, mai i nomi delle persone. ${forAllPlans}`,
      }),
    },
    dependencies,
  ),
  moved(planPaths.formerFacts, ({ slug }) => administrationPaths.facts({ slug })),
  moved(planPaths.formerOffices, ({ slug }) => administrationPaths.offices({ slug })),
  moved(planPaths.formerRoles, ({ slug }) => administrationPaths.roles({ slug })),
]

/** Where what is of the body was written in earlier versions, under each plan. */
const moved = <const Pattern extends string>(path: Path<Pattern>, to: (address: PlanAddress) => string): Route =>
  route({
    method: 'GET',
    path: path as Path<'/enti/:slug/piano/:triennium'>,
    permission: planActions.write,
    params: PlanParams,
    handle: async ({ params }) => redirect(to(params)),
  })
