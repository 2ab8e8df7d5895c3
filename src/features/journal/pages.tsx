// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import type { Viewer } from '../../kernel/access.ts'
import { notFound, unauthenticated } from '../../kernel/errors.ts'
import { file, page } from '../../platform/http/answer.ts'
import { type Route, route } from '../../platform/http/route.ts'
import type { Site } from '../../ui/page/site.ts'
import { Slug } from '../administrations/index.ts'
import type { JournalQuery } from '../audit/index.ts'
import { identityActions } from '../identity/index.ts'
import type { ToldKind } from '../records/index.ts'
import { journalActions } from './actions.ts'
import { journalPaths } from './addresses.ts'
import { type DeclaredEvents, tellerOf } from './event-words.ts'
import { writeJournalCsv } from './journal-csv.ts'
import { journalAddressSchema, toQuery } from './query.ts'
import type { HistoryReader } from './readers.ts'
import { AccessJournalPage, DelegationJournalPage, JournalPage } from './views/journal-pages.tsx'
import { vocabularyOf } from './vocabulary.ts'

/** What the pages of the journals are made with. */
export type JournalPageDependencies = {
  readonly history: HistoryReader
  readonly events: DeclaredEvents
  /** The kinds of records that events are about. */
  readonly kinds: readonly ToldKind[]
  readonly site: Site
}

/** Lines of one page, and of one file: more are had by choosing a shorter time. */
const pageLength = 50
const fileLength = 20_000

/** What a page shows of lines of which one more was asked for, to know whether there are others. */
const onePage = <Line,>(lines: readonly Line[]) => ({
  lines: lines.slice(0, pageLength),
  more: lines.length > pageLength,
})

const BodyParams = z.object({ slug: Slug })
const csv = 'text/csv; charset=utf-8'

/** Only what rests on a delegation by the viewer. */
function byDelegationOf({ person }: Viewer, query: JournalQuery): JournalQuery {
  if (!person) throw unauthenticated()
  return { ...query, saying: { delegation: { by: person.id } } }
}

/** The journal of a body, that of accounts and roles, what of it rests on one's own delegations, and all as files. */
export const journalPages = ({ history, events, kinds, site }: JournalPageDependencies): readonly Route[] => {
  const ofBody = tellerOf(events.body)
  const inBody = { labels: ofBody.labels, kinds }
  const ofAccess = tellerOf(events.access)
  const inAccess = { labels: ofAccess.labels, kinds }
  const BodyQuery = journalAddressSchema(inBody)
  const AccessQuery = journalAddressSchema(inAccess)
  const journalOf = async (slug: Slug, query: ReturnType<typeof toQuery>) => {
    const found = await history.journal(slug, query)
    if (!found) throw notFound(`Ente «${slug}»`)
    return found
  }
  return [
    route({
      method: 'GET',
      path: journalPaths.journal,
      permission: journalActions.read,
      params: BodyParams,
      query: BodyQuery,
      async handle({ params, query }) {
        const { administration, lines, actors } = await journalOf(params.slug, toQuery(query, inBody, pageLength + 1))
        return page(
          <JournalPage
            site={site}
            administration={administration}
            teller={ofBody}
            kinds={kinds}
            actors={actors}
            address={query}
            {...onePage(lines)}
          />,
        )
      },
    }),
    route({
      method: 'GET',
      path: journalPaths.journalFile,
      permission: journalActions.read,
      params: BodyParams,
      query: BodyQuery,
      async handle({ params, query }) {
        const { lines, actors } = await journalOf(params.slug, toQuery(query, inBody, fileLength))
        const vocabulary = vocabularyOf(kinds, actors)
        const bytes = writeJournalCsv(lines, (event) => ofBody.tell(event, vocabulary))
        return file(bytes, csv, `registro-${params.slug}.csv`)
      },
    }),
    route({
      method: 'GET',
      path: journalPaths.accessJournal,
      permission: identityActions.managePlatform,
      query: AccessQuery,
      async handle({ query }) {
        const { lines, actors } = await history.access(toQuery(query, inAccess, pageLength + 1))
        return page(
          <AccessJournalPage
            site={site}
            teller={ofAccess}
            kinds={kinds}
            actors={actors}
            address={query}
            {...onePage(lines)}
          />,
        )
      },
    }),
    route({
      method: 'GET',
      path: journalPaths.accessJournalFile,
      permission: identityActions.managePlatform,
      query: AccessQuery,
      async handle({ query }) {
        const { lines, actors } = await history.access(toQuery(query, inAccess, fileLength))
        const vocabulary = vocabularyOf(kinds, actors)
        const bytes = writeJournalCsv(lines, (event) => ofAccess.tell(event, vocabulary))
        return file(bytes, csv, 'registro-accessi.csv')
      },
    }),
    route({
      method: 'GET',
      path: journalPaths.delegationJournal,
      permission: 'signed-in',
      query: AccessQuery,
      async handle({ query, viewer }) {
        const { lines } = await history.access(byDelegationOf(viewer, toQuery(query, inAccess, pageLength + 1)))
        return page(
          <DelegationJournalPage site={site} teller={ofAccess} kinds={kinds} address={query} {...onePage(lines)} />,
        )
      },
    }),
    route({
      method: 'GET',
      path: journalPaths.delegationJournalFile,
      permission: 'signed-in',
      query: AccessQuery,
      async handle({ query, viewer }) {
        const { lines } = await history.access(byDelegationOf(viewer, toQuery(query, inAccess, fileLength)))
        const bytes = writeJournalCsv(lines, (event) => ofAccess.tell(event, vocabularyOf(kinds, [])))
        return file(bytes, csv, 'registro-deleghe.csv')
      },
    }),
  ]
}
