// SPDX-License-Identifier: AGPL-3.0-or-later

import { daysBetween, formatDate, type IsoDate } from '../../../kernel/dates.ts'
import type { Slug, Triennium } from '../../../kernel/ids.ts'
import { plural } from '../../../kernel/text.ts'
import { administrationPaths, type Work } from '../../administrations/index.ts'
import { recordPage } from '../../records/index.ts'
import { planPaths } from '../addresses.ts'
import { entryKind, type Lateness } from '../plan/index.ts'
import { planWorkKinds } from './kinds.ts'
import type { DatedWork, DateOwner, PlanWork } from './model.ts'

/** What waits in a body's plan, in words. */
export const inWords = (work: PlanWork, slug: Slug, today: IsoDate): Work => ({
  kind: planWorkKinds[work.kind],
  ...('code' in work
    ? { code: work.code, name: work.title, note: planName(work.triennium) }
    : { name: planName(work.triennium) }),
  address: addressOf(work, slug),
  why: whyOf(work, today),
  ...('date' in work && work.date && { date: work.date }),
  // What nobody keeps may be late too.
  ...(work.kind === 'unowned' && work.lateness && { countsAs: planWorkKinds[work.lateness] }),
})

/** `Piano 2025-2027`. */
export const planName = (triennium: Triennium): string => `Piano ${triennium}`

function addressOf(work: PlanWork, slug: Slug): string {
  const where = { slug, triennium: work.triennium }
  switch (work.kind) {
    case 'late':
    case 'toTell':
    case 'overdue':
    case 'due':
    case 'ahead':
    case 'stale':
      return recordPage(entryKind, where, work.code, 'status')
    case 'unowned':
      return recordPage(entryKind, where, work.code, 'ownerOffice')
    case 'carried':
      return 'code' in work ? recordPage(entryKind, where, work.code) : planPaths.carried(where)
    case 'questions':
      return administrationPaths.facts({ slug })
    case 'toSend':
      return planPaths.completeness(where)
    case 'review':
    case 'returned':
    case 'publish':
      return planPaths.approval(where)
  }
}

/** Why an item waits, as the end of a sentence. */
function whyOf(work: PlanWork, today: IsoDate): string {
  switch (work.kind) {
    case 'late':
    case 'toTell':
    case 'overdue':
    case 'due':
    case 'ahead':
      return dateWords(work, today)
    case 'stale':
      return `nessuno l’ha aggiornata da ${plural(work.days, 'giorno', 'giorni')}`
    case 'unowned':
      return work.date
        ? `nessuno la tiene aggiornata; ${work.lateness ? passedWords[work.lateness] : 'ha una data vicina'}`
        : 'nessuno la tiene aggiornata'
    case 'carried':
      return 'count' in work
        ? `${plural(work.count, 'scheda ripresa', 'schede riprese')} da un piano precedente`
        : 'ripresa da un piano precedente: confermala o correggila'
    case 'questions':
      return `${plural(work.count, 'domanda', 'domande')} sull’ente: ci sono linee che aspettano la risposta`
    case 'review':
      return `è in revisione${openComments(work.comments)}`
    case 'returned':
      return `è stato rinviato${openComments(work.comments)}`
    case 'publish':
      return work.step === 'publish' ? 'è esecutivo: si può pubblicare' : 'è approvato: si può dichiarare esecutivo'
    case 'toSend':
      return 'controlla che cosa manca per inviarlo in revisione'
  }
}

const passedWords = {
  late: 'è in ritardo',
  toTell: 'la data è passata e lo stato è da indicare',
} satisfies Record<Lateness, string>

const openComments = (count: number): string =>
  count === 0 ? '' : `, con ${plural(count, 'osservazione aperta', 'osservazioni aperte')}`

const whoseDate = {
  edition: ['la data del Piano nazionale', 'il Piano nazionale chiede il'],
  law: ['la data di legge', 'la legge chiede il'],
  body: ['la data prevista dall’ente', 'l’ente la prevede per il'],
} as const satisfies Record<DateOwner, readonly [nearest: string, other: string]>

function dateWords({ date, by, other, otherBy = 'body' }: DatedWork, today: IsoDate): string {
  const days = daysBetween(today, date)
  const [whose] = whoseDate[by]
  const [, otherWords] = whoseDate[otherBy]
  const first =
    days < 0
      ? `${whose} è passata da ${plural(-days, 'giorno', 'giorni')}`
      : `${whose} ${days === 0 ? 'è oggi' : `è fra ${plural(days, 'giorno', 'giorni')}`}`
  return other === undefined ? first : `${first}; ${otherWords} ${formatDate(other)}`
}
