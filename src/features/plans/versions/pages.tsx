// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import { notFound } from '../../../kernel/errors.ts'
import { file, page } from '../../../platform/http/answer.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { administrationActions, Slug } from '../../administrations/index.ts'
import { planPaths } from '../addresses.ts'
import { type PlanReader, type PlanSite, Triennium } from '../plan/index.ts'
import type { DocumentLinks } from './document-links.ts'
import type { StoredFile, VersionReader } from './read-versions.ts'
import { ReferenceWord, readReference } from './version-reference.ts'
import { ComparisonPage } from './views/comparison-page.tsx'
import { VersionsPage } from './views/versions-page.tsx'

/** What the pages of a plan's versions are made with. */
export type VersionPageDependencies = {
  readonly versions: VersionReader
  readonly plans: PlanReader
  readonly documents: DocumentLinks
  readonly site: PlanSite
}

const PlanParams = z.object({ slug: Slug, triennium: Triennium })
const VersionParams = PlanParams.extend({ number: z.string().regex(/^[1-9]\d{0,3}$/) })

/** The versions of a plan: what was frozen, byte for byte, and what changed from one to another. */
export const versionPages = ({ versions, plans, documents, site }: VersionPageDependencies): readonly Route[] => [
  route({
    method: 'GET',
    path: planPaths.versions,
    permission: administrationActions.read,
    params: PlanParams,
    keptWhile: ({ params }) => params.slug,
    async handle({ params: { slug, triennium } }) {
      const sheet = await versions.sheet(slug, triennium)
      if (!sheet) throw notFound(`Piano ${triennium} dell’ente «${slug}»`)
      return page(<VersionsPage site={site} sheet={sheet} documents={documents} />)
    },
  }),
  route({
    method: 'GET',
    path: planPaths.versionDocument,
    permission: administrationActions.read,
    params: VersionParams.extend({ format: z.string().regex(/^[a-z]{2,5}$/) }),
    query: z.object({ layout: z.enum(['fiches', 'tables']).default('fiches') }),
    async handle({ params: { slug, triennium, number, format }, query: { layout } }) {
      const found = await versions.document(slug, triennium, { version: Number(number), format, layout })
      return stored(found, `Documento ${format.toUpperCase()} della versione ${number}`)
    },
  }),
  route({
    method: 'GET',
    path: planPaths.versionAct,
    permission: administrationActions.read,
    params: VersionParams,
    async handle({ params: { slug, triennium, number } }) {
      return stored(await versions.act(slug, triennium, Number(number)), `Atto della versione ${number}`)
    },
  }),
  route({
    method: 'GET',
    path: planPaths.comparison,
    permission: administrationActions.read,
    params: PlanParams,
    query: z.object({ da: ReferenceWord, a: ReferenceWord, parte: z.string().max(40).optional() }),
    async handle({ params: { slug, triennium }, query: { da, a, parte } }) {
      const [before, after] = [readReference(da, triennium), readReference(a, triennium)]
      const plan = await plans.tailored(slug, triennium)
      const comparison = await versions.compare(slug, before, after)
      if (!plan || !comparison) throw notFound(`Versioni «${da}» e «${a}» del piano ${triennium}`)
      return page(<ComparisonPage site={site} plan={plan} comparison={comparison} part={parte} documents={documents} />)
    },
  }),
]

/** What was stored, as it was stored: browsers save it, whatever it is. */
function stored(found: StoredFile | undefined, what: string) {
  if (!found) throw notFound(what)
  return file(found.bytes, found.mediaType ?? 'application/octet-stream', asciiName(found.filename))
}

/** A name that a header can carry. */
const asciiName = (filename: string): string => filename.normalize('NFKD').replace(/[^\w .()-]+/g, '') || 'file'
