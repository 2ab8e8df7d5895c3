// SPDX-License-Identifier: AGPL-3.0-or-later
import { slug } from '../../../kernel/text.ts'
import { home } from '../../../ui/home.ts'
import type { WorkKind } from '../../administrations/index.ts'
import type { WorkFilter } from '../model.ts'

/** A kind of work in addresses: `in-ritardo`. */
export const kindWord = (kind: WorkKind): string => slug(kind.count)

/** The address of the list, filtered. */
export const worklistAddress = ({ kind, body }: WorkFilter, page = 1): string =>
  home(
    {},
    {
      tipo: kind && kindWord(kind),
      ente: body,
      pagina: page > 1 ? String(page) : undefined,
    },
  )
