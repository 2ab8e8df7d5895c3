// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { notFound } from '../../kernel/errors.ts'
import { file, page } from '../../platform/http/answer.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { administrationActions, Slug } from '../administrations/index.ts'
import { type PlanSite, Triennium, type VersionReader } from '../plans/index.ts'
import { documentPaths } from './addresses.ts'
import { formats, layouts } from './model.ts'
import type { DocumentService } from './serving/service.ts'
import { DocumentsPage } from './views/documents-page.tsx'
import { formatWords } from './views/formats.ts'

/** What the pages of a plan's documents need. */
export type DocumentPageDependencies = {
  readonly versions: Pick<VersionReader, 'sheet'>
  readonly documents: DocumentService
  readonly site: PlanSite
}

const PlanParams = z.object({ slug: Slug, triennium: Triennium })
const DocumentParams = PlanParams.extend({ format: z.enum(formats) })
const DocumentQuery = z.object({ layout: z.enum(layouts).default('fiches') })

/** The page of a plan's documents, and the downloads. */
export const documentPages = ({ versions, documents, site }: DocumentPageDependencies): readonly Route[] => [
  route({
    method: 'GET',
    path: documentPaths.documents,
    permission: administrationActions.read,
    params: PlanParams,
    keptWhile: ({ params }) => params.slug,
    async handle({ params: { slug, triennium } }) {
      const sheet = await versions.sheet(slug, triennium)
      if (!sheet) throw unknownPlan(slug, triennium)
      return page(<DocumentsPage site={site} sheet={sheet} />)
    },
  }),
  route({
    method: 'GET',
    path: documentPaths.document,
    permission: administrationActions.read,
    params: DocumentParams,
    query: DocumentQuery,
    async handle({ params: { slug, triennium, format }, query: { layout } }) {
      const written = await documents.write({ slug, triennium, format, layout })
      if (!written) throw unknownPlan(slug, triennium)
      return file(written.bytes, formatWords[format].contentType, written.filename)
    },
  }),
]

const unknownPlan = (slug: Slug, triennium: Triennium) => notFound(`Piano ${triennium} dell’ente «${slug}»`)
