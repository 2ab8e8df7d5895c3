// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import type { Slug } from '../../../kernel/ids.ts'
import { importPaths } from '../addresses.ts'
import type { RecordKind } from '../model.ts'
import type { ReviewFilters, Shown } from '../review/filter-assessments.ts'

/** Filters as addresses write them, with their words for people: `?mostra=da-verificare&tipo=schede&capitolo=4`. */
export const shownWords = {
  'da-decidere': ['open', 'Da decidere'],
  'da-verificare': ['toVerify', 'Da verificare'],
  uguali: ['same', 'Uguali al piano'],
  accettate: ['accepted', 'Accettate'],
  scartate: ['discarded', 'Scartate'],
  tutte: ['all', 'Tutte'],
} as const satisfies Record<string, readonly [Shown, string]>

export const kindWords = {
  schede: ['entry', 'Schede delle linee d’azione'],
  iniziative: ['initiative', 'Iniziative'],
  obiettivi: ['ownObjective', 'Obiettivi propri'],
  misure: ['funding', 'Progetti PNRR'],
  spesa: ['spending', 'Spesa'],
  testi: ['narrative', 'Testi'],
  titolo: ['title', 'Titolo'],
  scelte: ['choice', 'Linee facoltative'],
  domande: ['facts', 'Domande sull’ente'],
  uffici: ['office', 'Uffici'],
  ruoli: ['role', 'Ruoli'],
} as const satisfies Record<string, readonly [RecordKind, string]>

export const differenceWords = {
  nuove: ['new', 'Nuove'],
  cambiate: ['changed', 'Cambiate'],
} as const satisfies Record<string, readonly ['new' | 'changed', string]>

/** A table of words as options for a form field. */
export const optionsOf = (words: Readonly<Record<string, readonly [string, string]>>) =>
  Object.entries(words).map(([word, [, label]]) => [word, label] as const)

const keysOf = <Word extends string>(words: Readonly<Record<Word, unknown>>) => Object.keys(words) as Word[]

/** The filters of a review in an address or a hidden field; `pagina` from 1. */
export const ReviewAddress = z.object({
  mostra: z.enum(keysOf(shownWords)).optional(),
  tipo: z.enum(keysOf(kindWords)).optional(),
  capitolo: z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9']).optional(),
  differenza: z.enum(keysOf(differenceWords)).optional(),
  pagina: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'è un numero da 1')
    .optional(),
})
export type ReviewAddress = z.infer<typeof ReviewAddress>

/** The filters in an address. */
export const filtersOf = ({ mostra = 'da-decidere', tipo, capitolo, differenza }: ReviewAddress): ReviewFilters => ({
  shown: shownWords[mostra][0],
  kind: tipo && kindWords[tipo][0],
  chapter: capitolo === undefined ? undefined : Number(capitolo),
  difference: differenza && differenceWords[differenza][0],
})

/** A body's slug and the key of one of its imports. */
export type ImportParams = { readonly slug: Slug; readonly id: string }

/** The address of a review with exactly these filters. */
export const reviewPath = (
  where: ImportParams,
  address: ReviewAddress & Readonly<Record<string, string | undefined>>,
) => importPaths.import(where, address)
