// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { notFound } from '../../kernel/errors.ts'
import { page, seeOther } from '../../platform/http/answer.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { home } from '../../ui/home.ts'
import type { Site } from '../../ui/page/site.ts'
import { Slug, type WorkKind } from '../administrations/index.ts'
import { transparencyPaths } from '../transparency/index.ts'
import type { WorklistReader } from './readers.ts'
import { filterWork } from './summarise.ts'
import { kindWord } from './views/address-words.ts'
import { WorklistPage } from './views/worklist-page.tsx'

/** What the start page needs. */
export type WorklistPageDependencies = {
  readonly worklist: WorklistReader
  /** Every kind of work, most urgent first. */
  readonly kinds: readonly WorkKind[]
  readonly site: Site
}

/** The number of items on one page of a list. */
const pageLength = 50

const worklistQuery = (kinds: readonly WorkKind[]) => {
  const kindOf = new Map(kinds.map((kind): [string, WorkKind] => [kindWord(kind), kind]))
  return z.object({
    tipo: z
      .enum([...kindOf.keys()])
      .transform((word) => kindOf.get(word))
      .optional(),
    ente: Slug.optional(),
    pagina: z.coerce.number('non è il numero di una pagina').int().positive().max(10_000).optional(),
  })
}

/** The start page: the worklist of the person who signed in. Visitors are led to the public pages. */
export const worklistPages = ({ worklist, kinds, site }: WorklistPageDependencies): readonly Route[] => [
  route({
    method: 'GET',
    path: home,
    permission: 'everyone',
    query: worklistQuery(kinds),
    keptWhile: ({ viewer }) => (viewer.person && viewer.detour === undefined ? 'everything' : undefined),
    async handle({ query: { tipo: kind, ente: body, pagina = 1 }, viewer, today }) {
      if (!viewer.person) return seeOther(transparencyPaths.transparency({}))
      if (viewer.detour !== undefined) return seeOther(viewer.detour)
      const list = await worklist.list(viewer, today)
      const found = filterWork(list.items, { kind, body })
      const pages = kind ? Math.max(1, Math.ceil(found.length / pageLength)) : 1
      if (pagina > pages) throw notFound(`Pagina ${pagina} dell’elenco`)
      const shown = kind ? found.slice((pagina - 1) * pageLength, pagina * pageLength) : found
      return page(
        <WorklistPage
          site={site}
          list={list}
          filter={{ kind, body }}
          found={found}
          shown={shown}
          page={pagina}
          pages={pages}
          kinds={kinds}
        />,
      )
    },
  }),
]
