// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { notFound } from '../../kernel/errors.ts'
import { path } from '../../kernel/path.ts'
import { Slug } from '../administrations/index.ts'
import { Triennium } from '../plans/index.ts'
import type { VersionAddress } from './readers.ts'

/** The addresses of what everybody may read. */
export const transparencyPaths = {
  transparency: path('/trasparenza'),
  publishedAssociation: path('/trasparenza/gestioni-associate/:association'),
  publishedBody: path('/trasparenza/:slug'),
  publishedPlan: path('/trasparenza/:slug/:triennium'),
  publishedData: path('/trasparenza/:slug/:triennium/dati.json'),
  embeddedPlan: path('/trasparenza/:slug/:triennium/incorpora'),
  publishedVersions: path('/trasparenza/:slug/:triennium/versioni'),
  publishedVersion: path('/trasparenza/:slug/:triennium/versioni/:number'),
  publishedDocument: path('/trasparenza/:slug/:triennium/versioni/:number/:format'),
  sitemap: path('/sitemap.xml'),
  robots: path('/robots.txt'),
} as const

/** The parameters in the addresses of published plans and versions. */
export const PlanParams = z.object({ slug: Slug, triennium: Triennium })
export const VersionParams = PlanParams.extend({
  number: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number),
})

/** The same error for what does not exist and what is not published. */
export const notPublished = ({ slug, triennium, number }: VersionAddress) =>
  notFound(`Piano ${triennium} dell’ente «${slug}»${number === undefined ? '' : `, versione ${number}`}`)
