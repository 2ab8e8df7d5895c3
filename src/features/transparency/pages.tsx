// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { invalidInput, notFound } from '../../kernel/errors.ts'
import { page } from '../../platform/http/answer.ts'
import { type Route, route } from '../../platform/http/route.ts'
import type { Site } from '../../ui/page/site.ts'
import { Slug } from '../administrations/index.ts'
import { notPublished, PlanParams, transparencyPaths, VersionParams } from './addresses.ts'
import { transparencyFiles } from './files.ts'
import { originOf } from './origin.ts'
import type { TransparencyReader, VersionAddress, VersionSheet } from './readers.ts'
import { isWanted } from './rules.ts'
import { AssociationPage } from './views/association-page.tsx'
import { BodyPage } from './views/body-page.tsx'
import { EmbeddedPage } from './views/embedded-page.tsx'
import { createKeptHtml } from './views/kept-html.tsx'
import { provincesOf, TransparencyPage } from './views/transparency-page.tsx'
import type { VersionTools } from './views/version-body.tsx'
import { VersionPage } from './views/version-page.tsx'
import { VersionsPage } from './views/versions-page.tsx'

/** What the public pages need. */
export type TransparencyPageDependencies = VersionTools & {
  readonly published: TransparencyReader
  readonly site: Site
}

const ListQuery = z.object({
  nome: z.string().trim().max(100, 'il testo supera i 100 caratteri').optional(),
  provincia: z.string().max(60, 'il nome supera i 60 caratteri').optional(),
})

/** The same for everybody: shared caches may keep it. */
const everybody = { cache: 'public' } as const

/** The public pages. What is not published does not exist here. */
export const transparencyPages = (dependencies: TransparencyPageDependencies): readonly Route[] => {
  const { published, site } = dependencies
  const kept = createKeptHtml(site, dependencies)
  return [
    route({
      method: 'GET',
      path: transparencyPaths.transparency,
      permission: 'everyone',
      query: ListQuery,
      async handle({ query: { nome, provincia } }) {
        const [all, associations] = await Promise.all([published.plans(), published.associations()])
        if (provincia && !provincesOf(all).includes(provincia)) throw unknownProvince(provincesOf(all))
        const filters = { name: nome, province: provincia }
        const found = all.filter(({ publisher }) => isWanted(publisher, filters))
        return page(
          <TransparencyPage site={site} all={all} found={found} filters={filters} associations={associations} />,
          everybody,
        )
      },
    }),
    route({
      method: 'GET',
      path: transparencyPaths.publishedAssociation,
      permission: 'everyone',
      params: z.object({ association: Slug }),
      async handle({ params }) {
        const found = (await published.associations()).find(
          ({ association }) => association.slug === params.association,
        )
        if (!found) throw notFound(`Piani pubblicati della gestione associata «${params.association}»`)
        const standings = await published.standings(found.plans)
        return page(<AssociationPage site={site} found={found} standings={standings} />, everybody)
      },
    }),
    route({
      method: 'GET',
      path: transparencyPaths.publishedBody,
      permission: 'everyone',
      params: z.object({ slug: Slug }),
      async handle({ params: { slug }, client }) {
        const plans = await published.plansOf(slug)
        const publisher = plans[0]?.publisher
        if (!publisher) throw notFound(`Piani pubblicati dell’ente «${slug}»`)
        return page(
          <BodyPage site={site} origin={originOf(site, client)} publisher={publisher} plans={plans} />,
          everybody,
        )
      },
    }),
    route({
      method: 'GET',
      path: transparencyPaths.publishedPlan,
      permission: 'everyone',
      params: PlanParams,
      async handle({ params }) {
        const sheet = await findVersion(published, params)
        return page(<VersionPage site={site} sheet={sheet} body={kept.body(sheet)} />, everybody)
      },
    }),
    route({
      method: 'GET',
      path: transparencyPaths.publishedVersions,
      permission: 'everyone',
      params: PlanParams,
      async handle({ params: { slug, triennium } }) {
        const plan = (await published.plansOf(slug)).find((one) => one.triennium === triennium)
        if (!plan) throw notPublished({ slug, triennium })
        return page(<VersionsPage site={site} plan={plan} />, everybody)
      },
    }),
    route({
      method: 'GET',
      path: transparencyPaths.publishedVersion,
      permission: 'everyone',
      params: VersionParams,
      async handle({ params }) {
        const sheet = await findVersion(published, params)
        return page(<VersionPage site={site} sheet={sheet} body={kept.body(sheet)} />, everybody)
      },
    }),
    route({
      method: 'GET',
      path: transparencyPaths.embeddedPlan,
      permission: 'everyone',
      params: PlanParams,
      async handle({ params }) {
        const sheet = await findVersion(published, params)
        return page(<EmbeddedPage site={site} sheet={sheet} progress={kept.progress(sheet)} />, {
          ...everybody,
          embeddable: true,
        })
      },
    }),
    ...transparencyFiles(published, site),
  ]
}

async function findVersion(published: TransparencyReader, address: VersionAddress): Promise<VersionSheet> {
  const sheet = await published.version(address)
  if (!sheet) throw notPublished(address)
  return sheet
}

const unknownProvince = (provinces: readonly string[]) =>
  invalidInput('L’indirizzo contiene un valore che non è ammesso.', [
    {
      place: 'parametro «provincia»',
      message: 'il valore non è fra quelli ammessi',
      remedy: `usare uno di: ${provinces.join(', ')}`,
    },
  ])
