// SPDX-License-Identifier: AGPL-3.0-or-later
import { path } from '../../kernel/path.ts'

/** The addresses of the search and of an edition’s lines. */
export const searchPaths = {
  nationalLine: path('/edizioni/:edition/linee/:code'),
  search: path('/cerca'),
} as const
