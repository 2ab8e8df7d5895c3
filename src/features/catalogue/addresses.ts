// SPDX-License-Identifier: AGPL-3.0-or-later
import { path } from '../../kernel/path.ts'

/** The addresses of the pages that complete the editions of the national plan. */
export const cataloguePaths = {
  editions: path('/edizioni'),
  edition: path('/edizioni/:edition'),
  editionLine: path('/edizioni/:edition/linee/:code/scrivi'),
  editionLineReset: path('/edizioni/:edition/linee/:code/riporta'),
} as const
