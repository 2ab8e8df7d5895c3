// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import { slug } from '../../../../kernel/text.ts'
import { verdictLabel } from '../../../catalogue/index.ts'
import { type StatusOrUnsaid, statusOrUnsaidLabel } from '../model.ts'
import type { LineFilters } from '../tailoring/filter-lines.ts'

/** Statuses and verdicts as addresses write them: `?stato=in-corso&applicabilita=da-verificare`. */
export const StatusWord = choice(statusOrUnsaidLabel)
export const VerdictWord = choice(verdictLabel)

/** A value as its address word: the label without capitals, accents and spaces. */
export const statusWord = (status: StatusOrUnsaid): string => slug(statusOrUnsaidLabel[status])
export const verdictWord = (verdict: keyof typeof verdictLabel): string => slug(verdictLabel[verdict])

/** What is filtered, as the address of the list says it. */
export const filterWords = ({ chapter, status, verdict, text }: LineFilters) => ({
  capitolo: chapter === undefined ? undefined : String(chapter),
  stato: status && statusWord(status),
  applicabilita: verdict && verdictWord(verdict),
  testo: text,
})

function choice<Value extends string>(labels: Readonly<Record<Value, string>>) {
  const values = new Map((Object.keys(labels) as Value[]).map((value) => [slug(labels[value]), value]))
  return z.enum([...values.keys()]).transform((word) => values.get(word))
}
