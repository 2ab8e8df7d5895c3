// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import { invalidInput, notFound } from '../../kernel/errors.ts'
import { compareItalian } from '../../kernel/text.ts'
import { page } from '../../platform/http/answer.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { administrationActions } from './actions.ts'
import { administrationPaths } from './addresses.ts'
import { AssociationsPage } from './associations/views/associations-page.tsx'
import { findAdministrations } from './find-administrations.ts'
import { maySee } from './may-see.ts'
import type { BodySite } from './menu.ts'
import { Slug } from './model.ts'
import type { AdministrationReader } from './readers.ts'
import { AdministrationPage } from './views/administration-page.tsx'
import { AdministrationsPage } from './views/administrations-page.tsx'

/** The number of bodies on one page of the list. */
const pageLength = 100

const ListQuery = z.object({
  nome: z.string().trim().max(100, 'il testo supera i 100 caratteri').optional(),
  provincia: z.string().max(60, 'il nome supera i 60 caratteri').optional(),
  associazione: z.string().max(120, 'il nome supera i 120 caratteri').optional(),
  pagina: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'è un numero da 1 in su')
    .default('1'),
  esito: z.string().max(20).optional(),
})

/** The pages about bodies, each showing those that the viewer may read: their list, one body, the associations. */
export const administrationPages = (administrations: AdministrationReader, site: BodySite): readonly Route[] => [
  route({
    method: 'GET',
    path: administrationPaths.administrations,
    permission: administrationActions.read,
    query: ListQuery,
    keptWhile: ({ query }) => (query.nome ? undefined : 'everything'),
    async handle({ query: { nome, provincia, associazione, pagina, esito }, viewer }) {
      const [all, everyAssociation] = await Promise.all([
        administrations.list((slug) => viewer.may(administrationActions.read, { slug })),
        administrations.associations(),
      ])
      const associations = everyAssociation.filter((association) => maySee(viewer, association))
      const provinces = provincesOf(all.map(({ administration }) => administration.province))
      const association = associations.find(({ slug }) => slug === associazione)
      if (provincia && !provinces.includes(provincia)) throw unknownChoice('provincia', provinces)
      if (associazione && !association) {
        throw unknownChoice(
          'associazione',
          associations.map(({ slug }) => slug),
        )
      }
      const filters = { name: nome, province: provincia, association }
      const found = findAdministrations(all, filters)
      const pages = Math.max(1, Math.ceil(found.length / pageLength))
      const shown = { page: Math.min(Number(pagina), pages), pages, length: pageLength }
      return page(
        <AdministrationsPage
          site={site}
          all={all}
          found={found}
          shown={shown}
          filters={filters}
          provinces={provinces}
          associations={associations}
          removed={esito === 'eliminato'}
        />,
      )
    },
  }),
  route({
    method: 'GET',
    path: administrationPaths.associations,
    permission: administrationActions.read,
    keptWhile: () => 'everything',
    async handle({ viewer }) {
      const [all, associations] = await Promise.all([
        administrations.list((slug) => viewer.may(administrationActions.read, { slug })),
        administrations.associations(),
      ])
      const visible = associations.filter((association) => maySee(viewer, association))
      return page(<AssociationsPage site={site} all={all} associations={visible} />)
    },
  }),
  route({
    method: 'GET',
    path: administrationPaths.administration,
    permission: administrationActions.read,
    params: z.object({ slug: Slug }),
    keptWhile: ({ params }) => params.slug,
    async handle({ params: { slug } }) {
      const sheet = await administrations.bySlug(slug)
      if (!sheet) throw notFound(`Ente «${slug}»`)
      return page(<AdministrationPage site={site} sheet={sheet} />)
    },
  }),
]

const provincesOf = (names: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(names.filter((name) => name !== undefined))].toSorted(compareItalian)

const unknownChoice = (parameter: string, allowed: readonly string[]) =>
  invalidInput('L’indirizzo contiene un valore che non è ammesso.', [
    {
      place: `parametro «${parameter}»`,
      message: 'il valore non è fra quelli ammessi',
      remedy: `usare uno di: ${allowed.join(', ')}`,
    },
  ])
