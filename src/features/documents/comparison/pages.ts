// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { Clock } from '../../../kernel/clock.ts'
import { notFound } from '../../../kernel/errors.ts'
import { slug as slugOf } from '../../../kernel/text.ts'
import { file } from '../../../platform/http/answer.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { administrationActions, Slug } from '../../administrations/index.ts'
import { ReferenceWord, readReference, Triennium, type VersionReader } from '../../plans/index.ts'
import { documentPaths } from '../addresses.ts'
import type { DocumentTools } from '../drafting/write-plan.ts'
import { formatWords } from '../views/formats.ts'
import { comparisonFormats, writeComparison } from './write-comparison.ts'

/** What the pages of comparison documents need. */
export type ComparisonPageDependencies = {
  readonly versions: VersionReader
  readonly tools: DocumentTools
  readonly clock: Clock
}

/** The routes that answer the comparison of two versions as a document («quadro di raffronto»). */
export const comparisonPages = ({ versions, tools, clock }: ComparisonPageDependencies): readonly Route[] => [
  route({
    method: 'GET',
    path: documentPaths.comparisonDocument,
    permission: administrationActions.read,
    params: z.object({ slug: Slug, triennium: Triennium, format: z.enum(comparisonFormats) }),
    query: z.object({ da: ReferenceWord, a: ReferenceWord }),
    async handle({ params: { slug, triennium, format }, query: { da, a } }) {
      const comparison = await versions.compare(slug, readReference(da, triennium), readReference(a, triennium))
      if (!comparison) throw notFound(`Versioni «${da}» e «${a}» del piano ${triennium}`)
      const { bytes } = await writeComparison(comparison, format, tools, clock.today())
      const name = `raffronto-${slug}-${triennium}-${slugOf(`${da} ${a}`)}.${format}`
      return file(bytes, formatWords[format].contentType, name)
    },
  }),
]
