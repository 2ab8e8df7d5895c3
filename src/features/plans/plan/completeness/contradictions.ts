// SPDX-License-Identifier: AGPL-3.0-or-later

import { formatDate, type IsoDate, isIsoDate } from '../../../../kernel/dates.ts'
import { dayMeant, meantDate } from '../../../../kernel/printed-dates.ts'
import { fold } from '../../../../kernel/text.ts'
import type { Entry } from '../model.ts'
import { isCarriedOut, isSetAside, statusLabel } from '../progress/status.ts'

/** Two things that an entry says and that cannot both be so. */
export type Contradiction = {
  /** The field to look at first. */
  readonly field: 'status' | 'planned' | 'completed'
  readonly message: string
  readonly remedy: string
}

type Told = Pick<Entry, 'status' | 'planned' | 'completed'>
type Rule = (told: Told, today: IsoDate) => Contradiction | undefined

const says = (words: RegExp, text: string | undefined) => text !== undefined && words.test(fold(text))

/** Every contradiction that there may be within one entry. */
const rules: readonly Rule[] = [
  ({ status, completed }) =>
    status && isCarriedOut(status) && says(/^non (applicabil|realizzabil|avviat|previst)/, completed)
      ? {
          field: 'completed',
          message: `lo stato è «${statusLabel[status]}» e il completamento dice «${completed}»`,
          remedy: 'correggere lo stato, o togliere le parole dal completamento',
        }
      : undefined,
  ({ status, completed }) =>
    status && dayMeant(completed) !== undefined && !isCarriedOut(status)
      ? {
          field: 'completed',
          message: `lo stato è «${statusLabel[status]}» e c’è una data di completamento`,
          remedy: 'scegliere «Completata» o «Continuativa», oppure togliere la data',
        }
      : undefined,
  ({ status, planned }) =>
    status && isSetAside(status) && dayMeant(planned) !== undefined
      ? {
          field: 'planned',
          message: `lo stato è «${statusLabel[status]}» e c’è una data prevista`,
          remedy: 'togliere la data, o correggere lo stato',
        }
      : undefined,
  ({ completed }, today) =>
    completed !== undefined && isIsoDate(completed) && completed > today
      ? {
          field: 'completed',
          message: 'la data di completamento è nel futuro',
          remedy: `indicare un giorno fino al ${formatDate(today)}, o scriverla come data prevista`,
        }
      : undefined,
  ({ planned, completed }) => impossible('planned', planned) ?? impossible('completed', completed),
]

const impossible = (field: 'planned' | 'completed', words: string | undefined): Contradiction | undefined =>
  words !== undefined && meantDate(words)?.kind === 'impossible'
    ? { field, message: `«${words}» non è una data che esiste`, remedy: 'controllare giorno e mese' }
    : undefined

/** What an entry says against itself, and the dates in it that do not exist. */
export const contradictionsOf = (told: Told, today: IsoDate): readonly Contradiction[] =>
  rules.flatMap((rule) => rule(told, today) ?? [])
