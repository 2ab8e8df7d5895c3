// SPDX-License-Identifier: AGPL-3.0-or-later
import { transparencyPaths } from './addresses.ts'
import type { PublishedPlan } from './model.ts'
import type { AssociationPlans } from './readers.ts'

/**
 * `robots.txt`: search engines may read what is published, and nothing else. @param origin
 * `https://timone.comune.example`
 */
export const robotsText = (origin: string): string =>
  [
    'User-agent: *',
    `Allow: ${transparencyPaths.transparency({})}`,
    `Allow: ${transparencyPaths.sitemap({})}`,
    'Allow: /assets/',
    'Disallow: /',
    '',
    `Sitemap: ${origin}${transparencyPaths.sitemap({})}`,
    '',
  ].join('\n')

/** The public pages for search engines (sitemaps.org, 0.9), each with the day on which it last changed. */
export function sitemapXml(
  origin: string,
  plans: readonly PublishedPlan[],
  associations: readonly AssociationPlans[],
): string {
  const bodies = Map.groupBy(plans, ({ publisher }) => publisher.slug)
  const pages: readonly (readonly [address: string, plans: readonly PublishedPlan[]])[] = [
    [transparencyPaths.transparency({}), plans],
    ...associations.map(
      (found) =>
        [transparencyPaths.publishedAssociation({ association: found.association.slug }), found.plans] as const,
    ),
    ...[...bodies].map(([slug, own]) => [transparencyPaths.publishedBody({ slug }), own] as const),
    ...plans.map((plan) => {
      const where = { slug: plan.publisher.slug, triennium: plan.triennium }
      return [transparencyPaths.publishedPlan(where), [plan]] as const
    }),
  ]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages.map(([address, shown]) => urlOf(origin + address, shown)),
    '</urlset>',
    '',
  ].join('\n')
}

function urlOf(address: string, plans: readonly PublishedPlan[]): string {
  const last = plans
    .flatMap(({ versions }) => versions.map(({ publishedOn }) => publishedOn))
    .toSorted()
    .at(-1)
  return `  <url><loc>${escapeXml(address)}</loc>${last ? `<lastmod>${last}</lastmod>` : ''}</url>`
}

const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", '&apos;')
    .replaceAll('"', '&quot;')
