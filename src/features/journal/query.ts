// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { isIsoDate } from '../../kernel/dates.ts'
import { slug } from '../../kernel/text.ts'
import type { JournalQuery } from '../audit/index.ts'
import type { ToldKind } from '../records/index.ts'
import { endOf, startOf } from './moments.ts'
import { searchTerms } from './search-terms.ts'

/** The filters in an address, in Italian words. */
export type JournalAddress = {
  readonly tipo?: string | undefined
  readonly chi?: string | undefined
  readonly testo?: string | undefined
  readonly dal?: string | undefined
  readonly al?: string | undefined
  readonly parte?: string | undefined
  readonly scheda?: string | undefined
  readonly prima?: number | undefined
}

const Day = z
  .string()
  .trim()
  .transform((value) => value.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1'))
  .refine(isIsoDate, 'non è una data: scriverla come gg/mm/aaaa')
  .optional()

/** The name of a kind of records in addresses: `schede`. */
export const partWord = ({ words }: Pick<ToldKind, 'words'>): string => slug(words.many)

/** What can be asked of a journal: addresses write both as words. */
export type Askable = {
  /** The kinds of event, by type. */
  readonly labels: Readonly<Record<string, string>>
  /** The kinds of records that events are about. */
  readonly kinds: readonly ToldKind[]
}

/** The query of a journal's page. */
export const journalAddressSchema = ({ labels, kinds }: Askable): z.ZodType<JournalAddress> =>
  z.object({
    tipo: z.enum(Object.values(labels).map(slug)).optional(),
    chi: z.string().max(200, 'il valore è troppo lungo').optional(),
    testo: z.string().trim().max(100, 'il testo supera i 100 caratteri').optional(),
    dal: Day,
    al: Day,
    parte: z.enum(kinds.map(partWord)).optional(),
    scheda: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^CAP\d\.PA\.(LA)?\d{2,3}$/, 'codice di una linea: per esempio CAP1.PA.07')
      .optional(),
    prima: z.coerce
      .number('non è il numero di una riga')
      .int()
      .positive()
      .max(2 ** 31 - 1)
      .optional(),
  })

/** The query for the store from an address. */
export function toQuery(
  { tipo, chi, testo, dal, al, parte, scheda, prima }: JournalAddress,
  { labels, kinds }: Askable,
  limit: number,
): JournalQuery {
  return {
    limit,
    ...(tipo && { types: Object.keys(labels).filter((type) => slug(labels[type] ?? '') === tipo) }),
    ...(chi && { actor: chi }),
    ...(testo && { texts: searchTerms(testo) }),
    ...(dal && { from: startOf(dal) }),
    ...(al && { before: endOf(al) }),
    ...(parte && { part: kinds.find((kind) => partWord(kind) === parte)?.name }),
    ...(scheda && { part: 'entry', key: scheda }),
    ...(prima && { below: prima }),
  }
}

/** The address without its cursor: the same lines, from the newest on. */
export const withoutCursor = ({ prima: _, ...address }: JournalAddress): Readonly<Record<string, string | undefined>> =>
  address
