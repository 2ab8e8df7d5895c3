// SPDX-License-Identifier: AGPL-3.0-or-later
import { path } from '../../kernel/path.ts'

/** The addresses of the journals: a body’s, and that of accounts and roles. */
export const journalPaths = {
  journal: path('/enti/:slug/registro'),
  journalFile: path('/enti/:slug/registro/csv'),
  accessJournal: path('/registro-accessi'),
  accessJournalFile: path('/registro-accessi/csv'),
} as const
