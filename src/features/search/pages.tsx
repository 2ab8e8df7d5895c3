// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { invalidInput, notFound } from '../../kernel/errors.ts'
import { page } from '../../platform/http/answer.ts'
import { type Route, route } from '../../platform/http/route.ts'
import type { Site } from '../../ui/page/site.ts'
import { Slug } from '../administrations/index.ts'
import { ActionLineCode } from '../catalogue/index.ts'
import { searchPaths } from './addresses.ts'
import { type HitBody, longestQuery } from './model.ts'
import type { SearchReader } from './readers.ts'
import type { SearchKind } from './search-kinds.ts'
import { NationalLinePage } from './views/national-line-page.tsx'
import { SearchPage } from './views/search-page.tsx'

/** What the pages of the search need. */
export type SearchPageDependencies = {
  readonly search: SearchReader
  readonly kinds: readonly SearchKind[]
  readonly site: Site
}

const searchQuery = (kinds: readonly SearchKind[]) =>
  z.object({
    q: z.string().trim().max(longestQuery, `il testo supera i ${longestQuery} caratteri`).default(''),
    ente: Slug.optional(),
    tipo: z
      .enum(kinds.map(({ word }) => word))
      .transform((asked) => kinds.find(({ word }) => word === asked)?.name)
      .optional(),
    pagina: z
      .string()
      .regex(/^[1-9]\d{0,3}$/, 'un numero di pagina, da 1')
      .transform(Number)
      .default(1),
  })

/** The search page, and the page of a national line. Both are for everybody; each person finds what they may read. */
export const searchPages = ({ search, kinds, site }: SearchPageDependencies): readonly Route[] => [
  route({
    method: 'GET',
    path: searchPaths.search,
    permission: 'everyone',
    query: searchQuery(kinds),
    async handle({ query: { q, ente, tipo, pagina }, viewer }) {
      const request = { text: q, body: ente, kind: tipo, page: pagina }
      const outcome = await search.find(request, viewer)
      if (ente !== undefined && !outcome.bodies.some(({ slug }) => slug === ente)) throw unknownBody(outcome.bodies)
      return page(<SearchPage site={site} kinds={kinds} request={request} outcome={outcome} />)
    },
  }),
  route({
    method: 'GET',
    path: searchPaths.nationalLine,
    permission: 'everyone',
    params: z.object({ edition: z.string().max(60), code: ActionLineCode }),
    async handle({ params: { edition, code }, viewer }) {
      const sheet = await search.nationalLine(edition, code, viewer)
      if (!sheet) throw notFound(`Linea ${code} dell’edizione «${edition}» del Piano nazionale`)
      return page(<NationalLinePage site={site} sheet={sheet} />)
    },
  }),
]

const unknownBody = (bodies: readonly HitBody[]) =>
  invalidInput('L’indirizzo contiene un valore che non è ammesso.', [
    {
      place: 'parametro «ente»',
      message: 'il valore non è fra quelli ammessi',
      remedy: `usare uno di: ${bodies.map(({ slug }) => slug).join(', ')}`,
    },
  ])
