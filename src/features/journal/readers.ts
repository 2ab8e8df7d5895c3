// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug } from '../../kernel/ids.ts'
import type { Administration } from '../administrations/index.ts'
import type { JournalActor, JournalQuery, NumberedLine } from '../audit/index.ts'

/** Lines of a journal, newest first, and everybody who ever wrote one. */
export type Found = {
  readonly lines: readonly NumberedLine[]
  readonly actors: readonly JournalActor[]
}

/** The reader for the pages of the journals. */
export type HistoryReader = {
  /** The journal of a body; undefined when there is no such body. */
  journal(slug: Slug, query: JournalQuery): Promise<(Found & { readonly administration: Administration }) | undefined>
  /** The journal of accounts, roles, bodies and associations. */
  access(query: JournalQuery): Promise<Found>
}
