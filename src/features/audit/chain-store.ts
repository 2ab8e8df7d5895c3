// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely'
import type { AdministrationId, Slug, Triennium } from '../../kernel/ids.ts'
import type { NationalWriter, Reader } from '../../platform/db/tenants.ts'
import type { ChainLine } from './chain.ts'

/** A body that has a journal. */
export type JournalOwner = { readonly id: AdministrationId; readonly slug: Slug; readonly name: string }

/** The hash of a journal's line as it was kept elsewhere, and where. */
export type Anchor = { readonly hash: string; readonly triennium: Triennium; readonly version: number }

/** How many lines are read at a time. */
const pageLength = 500

/** Every body, in the order of their keys. */
export const readJournalOwners = ({ db }: Pick<Reader, 'db'>): Promise<readonly JournalOwner[]> =>
  db.selectFrom('administration').select(['id', 'slug', 'name']).orderBy('id').execute()

/** The heads of a body's journal that its frozen versions keep, oldest first. */
export const readAnchors = ({ db }: Reader, body: AdministrationId): Promise<readonly Anchor[]> =>
  db
    .selectFrom('plan_version')
    .select(['journal_hash as hash', 'triennium', 'number as version'])
    .where('administration_id', '=', body)
    .orderBy('approved_at')
    .execute()

/** The lines of a body's journal in order, a page at a time, so that long journals need no more memory. */
export const readChain = ({ db }: Reader, body: AdministrationId): AsyncGenerator<readonly ChainLine[]> =>
  inPages((after) =>
    db
      .selectFrom('journal')
      .select(lineColumns)
      .where('administration_id', '=', body)
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(pageLength)
      .execute(),
  )

/** The lines of the access journal, in the same way. */
export const readAccessChain = ({ db }: Pick<NationalWriter, 'db'>): AsyncGenerator<readonly ChainLine[]> =>
  inPages((after) =>
    db
      .selectFrom('access_journal')
      .select(lineColumns)
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(pageLength)
      .execute(),
  )

/**
 * How many lines a body's journal has up to a given one. It is more than the line's number when numbers are repeated.
 */
export const countChain = async ({ db }: Reader, body: AdministrationId, last: number): Promise<number> =>
  countOf(await db.selectFrom('journal').select(upTo(last)).where('administration_id', '=', body).executeTakeFirst())

/** How many lines the access journal has up to a given one. */
export const countAccessChain = async ({ db }: Pick<NationalWriter, 'db'>, last: number): Promise<number> =>
  countOf(await db.selectFrom('access_journal').select(upTo(last)).executeTakeFirst())

const upTo = (last: number) => sql<string>`count(*) filter (where sequence is null or sequence <= ${last})`.as('count')

const countOf = (row: { readonly count: string } | undefined): number => Number(row?.count ?? 0)

const lineColumns = [
  sql<number>`sequence`.as('sequence'),
  sql<string | null>`case when isfinite(at) then trunc(extract(epoch from at) * 1000000)::text end`.as('at'),
  sql<string>`actor_id`.as('actorId'),
  sql<string>`actor_name`.as('actorName'),
  sql<string>`event::text`.as('event'),
  sql<string>`previous`.as('previous'),
  sql<string>`hash`.as('hash'),
] as const

async function* inPages(
  readPage: (after: number) => Promise<readonly ChainLine[]>,
): AsyncGenerator<readonly ChainLine[]> {
  let after = -(2 ** 31)
  for (;;) {
    const page = await readPage(after)
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (!last || page.length < pageLength) return
    after = last.sequence
  }
}
