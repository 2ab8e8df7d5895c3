// SPDX-License-Identifier: AGPL-3.0-or-later
import { path } from '../../kernel/path.ts'

/** The addresses of the journals: a body’s, that of accounts and roles, and what of it was done by somebody’s delegation. */
export const journalPaths = {
  journal: path('/enti/:slug/registro'),
  journalFile: path('/enti/:slug/registro/csv'),
  accessJournal: path('/registro-accessi'),
  accessJournalFile: path('/registro-accessi/csv'),
  delegationJournal: path('/deleghe/registro'),
  delegationJournalFile: path('/deleghe/registro/csv'),
} as const
