// SPDX-License-Identifier: AGPL-3.0-or-later
import { path } from '../../kernel/path.ts'

/** The addresses of a plan’s documents. */
export const documentPaths = {
  comparisonDocument: path('/enti/:slug/piano/:triennium/versioni/confronto/:format'),
  documents: path('/enti/:slug/piano/:triennium/documenti'),
  document: path('/enti/:slug/piano/:triennium/documenti/:format'),
} as const
