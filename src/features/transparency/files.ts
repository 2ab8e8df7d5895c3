// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { file } from '../../platform/http/answer.ts'
import { type Route, route } from '../../platform/http/route.ts'
import type { Site } from '../../ui/page/site.ts'
import { formats, formatWords, layouts } from '../documents/index.ts'
import { notPublished, PlanParams, transparencyPaths, VersionParams } from './addresses.ts'
import { robotsText, sitemapXml } from './feeds.ts'
import { originOf } from './origin.ts'
import type { TransparencyReader } from './readers.ts'

/** The published files: documents as they were approved, open data, and files for search engines. */
export const transparencyFiles = (published: TransparencyReader, site: Site): readonly Route[] => [
  route({
    method: 'GET',
    path: transparencyPaths.publishedDocument,
    permission: 'everyone',
    params: VersionParams.extend({ format: z.enum(formats) }),
    query: z.object({ layout: z.enum(layouts).default('fiches') }),
    async handle({ params, query: { layout } }) {
      const { format, ...address } = params
      const found = await published.document(address, format, layout)
      if (!found) throw notPublished(address)
      return file(found.bytes, formatWords[format].contentType, plainName(found.filename), {
        cache: 'public',
        hash: found.sha256,
      })
    },
  }),
  route({
    method: 'GET',
    path: transparencyPaths.publishedData,
    permission: 'everyone',
    params: PlanParams,
    async handle({ params }) {
      const found = await published.data(params)
      if (!found) throw notPublished(params)
      return file(found.bytes, formatWords.json.contentType, found.filename, {
        cache: 'public',
        hash: found.sha256,
        inline: true,
      })
    },
  }),
  route({
    method: 'GET',
    path: transparencyPaths.sitemap,
    permission: 'everyone',
    async handle({ client }) {
      const [plans, associations] = await Promise.all([published.plans(), published.associations()])
      const xml = sitemapXml(originOf(site, client), plans, associations)
      return text(xml, 'application/xml; charset=utf-8', 'sitemap.xml')
    },
  }),
  route({
    method: 'GET',
    path: transparencyPaths.robots,
    permission: 'everyone',
    handle: ({ client }) => text(robotsText(originOf(site, client)), 'text/plain; charset=utf-8', 'robots.txt'),
  }),
]

const text = (content: string, contentType: string, filename: string) =>
  file(new TextEncoder().encode(content), contentType, filename, { cache: 'public', inline: true })

/** A file name that an HTTP header can carry. */
const plainName = (filename: string): string => filename.replace(/[^\w.-]+/g, '-')
