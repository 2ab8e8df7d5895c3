// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { searchPaths } from '../addresses.ts'
import type { HitKind, SearchRequest } from '../model.ts'

/** Kinds of results in addresses: `?tipo=schede`. */
const words: Readonly<Record<HitKind, string>> = {
  nationalLine: 'linee-nazionali',
  entry: 'schede',
  initiative: 'iniziative',
  narrative: 'testi',
  evidence: 'prove',
  version: 'versioni',
  comment: 'osservazioni',
  attachment: 'allegati',
  import: 'importazioni',
  published: 'pubblicati',
}

const kinds = new Map((Object.keys(words) as HitKind[]).map((kind) => [words[kind], kind]))

export const KindWord = z.enum([...kinds.keys()]).transform((word) => kinds.get(word))

/** The address word of a kind. */
export const kindWord = (kind: HitKind): string => words[kind]

/** The address of results. */
export const searchAddress = ({ text, body, kind, page }: SearchRequest): string =>
  searchPaths.search(
    {},
    { q: text || undefined, ente: body, tipo: kind && kindWord(kind), pagina: page > 1 ? String(page) : undefined },
  )
