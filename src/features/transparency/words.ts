// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatLongDate } from '../../kernel/dates.ts'
import { formatNumber } from '../../kernel/money.ts'
import { plural } from '../../kernel/text.ts'
import type { Act } from '../administrations/index.ts'
import type { PublishedDocument, PublishedPlan } from './model.ts'

/** `Giunta comunale, n. 41 del 12 marzo 2026`. */
export const actWords = ({ body, number, date }: Act): string => `${body}, n. ${number} del ${formatLongDate(date)}`

/** `1.234 byte`, `235 kB`, `1,4 MB`: decimal units, as operating systems print them. */
export function formatSize(bytes: number): string {
  if (bytes < 10_000) return `${formatNumber(bytes)} byte`
  return bytes < 1_000_000 ? `${formatNumber(Math.round(bytes / 1000))} kB` : `${decimal.format(bytes / 1_000_000)} MB`
}

const decimal = new Intl.NumberFormat('it-IT', { maximumFractionDigits: 1 })

/** The length of a document: `48 pagine`, `120 righe`; empty when it is not counted. */
export function lengthWords({ pages, rows }: PublishedDocument): string | undefined {
  if (pages !== undefined) return plural(pages, 'pagina', 'pagine')
  return rows === undefined ? undefined : plural(rows, 'riga', 'righe')
}

/** A plan in a sentence, for search engines. */
export const planDescription = ({ publisher, triennium, current }: PublishedPlan): string =>
  `${publisher.name}: Piano triennale per l’informatica ${triennium}, ${actWords(current.act)}. ` +
  `Versione ${current.number} pubblicata il ${formatLongDate(current.publishedOn)}, con i documenti e i dati aperti.`

/** Where in «Amministrazione trasparente» plans belong (d.lgs. 33/2013, art. 12 and annex A of its guidelines). */
export const section = 'Amministrazione trasparente › Disposizioni generali › Atti generali'
