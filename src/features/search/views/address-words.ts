// SPDX-License-Identifier: AGPL-3.0-or-later
import { searchPaths } from '../addresses.ts'
import type { SearchRequest } from '../model.ts'
import type { SearchKind } from '../search-kinds.ts'

/** The address of results. */
export const searchAddress = ({ text, body, kind, page }: SearchRequest, kinds: readonly SearchKind[]): string =>
  searchPaths.search(
    {},
    {
      q: text || undefined,
      ente: body,
      tipo: kind && kinds.find(({ name }) => name === kind)?.word,
      pagina: page > 1 ? String(page) : undefined,
    },
  )
