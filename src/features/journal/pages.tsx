// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { notFound } from '../../kernel/errors.ts'
import { file, page } from '../../platform/http/answer.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { paths } from '../../ui/paths.ts'
import type { Site } from '../../ui/site.ts'
import { Slug } from '../administrations/index.ts'
import { accessLabel, accessWords } from './access-words.ts'
import { eventLabel, eventWords } from './event-words.ts'
import { writeJournalCsv } from './journal-csv.ts'
import { journalAddressSchema, toQuery } from './query.ts'
import type { HistoryReader } from './readers.ts'
import { AccessJournalPage, JournalPage, namesOf } from './views/journal-pages.tsx'

/** What the pages of the journals need. */
export type JournalPageDependencies = { readonly history: HistoryReader; readonly site: Site }

/** The most lines on a page and in a file; for more, a shorter period is chosen. */
const pageLength = 50
const fileLength = 20_000

const BodyParams = z.object({ slug: Slug })
const BodyQuery = journalAddressSchema(eventLabel)
const AccessQuery = journalAddressSchema(accessLabel)
const csv = 'text/csv; charset=utf-8'

/** The journal of a body, the journal of accounts and roles, and both as files. */
export const journalPages = ({ history, site }: JournalPageDependencies): readonly Route[] => {
  const journalOf = async (slug: string, query: ReturnType<typeof toQuery>) => {
    const found = await history.journal(slug, query)
    if (!found) throw notFound(`Ente «${slug}»`)
    return found
  }
  return [
    route({
      method: 'GET',
      path: paths.journal,
      permission: 'journal.read',
      params: BodyParams,
      query: BodyQuery,
      async handle({ params, query }) {
        const { administration, lines, actors } = await journalOf(
          params.slug,
          toQuery(query, eventLabel, pageLength + 1),
        )
        const shown = lines.slice(0, pageLength)
        const more = lines.length > pageLength
        return page(
          <JournalPage
            site={site}
            administration={administration}
            actors={actors}
            address={query}
            lines={shown}
            more={more}
          />,
        )
      },
    }),
    route({
      method: 'GET',
      path: paths.journalFile,
      permission: 'journal.read',
      params: BodyParams,
      query: BodyQuery,
      async handle({ params, query }) {
        const { lines, actors } = await journalOf(params.slug, toQuery(query, eventLabel, fileLength))
        const names = namesOf(actors)
        const bytes = writeJournalCsv(lines, (event) => eventWords(event, names))
        return file(bytes, csv, `registro-${params.slug}.csv`)
      },
    }),
    route({
      method: 'GET',
      path: paths.accessJournal,
      permission: 'platform.manage',
      query: AccessQuery,
      async handle({ query }) {
        const { lines, actors } = await history.access(toQuery(query, accessLabel, pageLength + 1))
        const shown = lines.slice(0, pageLength)
        return page(
          <AccessJournalPage
            site={site}
            actors={actors}
            address={query}
            lines={shown}
            more={lines.length > pageLength}
          />,
        )
      },
    }),
    route({
      method: 'GET',
      path: paths.accessJournalFile,
      permission: 'platform.manage',
      query: AccessQuery,
      async handle({ query }) {
        const { lines } = await history.access(toQuery(query, accessLabel, fileLength))
        return file(writeJournalCsv(lines, accessWords), csv, 'registro-accessi.csv')
      },
    }),
  ]
}
