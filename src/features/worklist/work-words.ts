// SPDX-License-Identifier: AGPL-3.0-or-later
import { daysBetween, formatDate, type IsoDate } from '../../kernel/dates.ts'
import { plural } from '../../kernel/text.ts'
import { importPaths } from '../imports/index.ts'
import { type Lateness, planPaths, recordAddress } from '../plans/index.ts'
import type { DatedWork, Work, WorkItem, WorkKind } from './model.ts'

/** The name of each kind of work, as a heading and in a count. */
export const kindWords = {
  late: ['In ritardo', 'in ritardo'],
  toTell: ['Data passata, stato da indicare', 'da indicare'],
  overdue: ['Oltre la data prevista dall’ente', 'oltre la data prevista'],
  due: ['In scadenza', 'in scadenza'],
  returned: ['Piani rinviati con osservazioni', 'da correggere'],
  review: ['Piani da rivedere o approvare', 'da rivedere'],
  proposals: ['Importazioni con proposte da decidere', 'importazioni aperte'],
  publish: ['Piani approvati, da rendere esecutivi o pubblicare', 'da pubblicare'],
  drafts: ['Le tue modifiche non salvate', 'non salvate'],
  carried: ['Schede riprese, da rileggere', 'riprese'],
  stale: ['Schede ferme da tempo', 'ferme da tempo'],
  unowned: ['Schede senza responsabile', 'senza responsabile'],
  toSend: ['Piani in bozza', 'in bozza'],
  ahead: ['Scadenze più avanti', 'più avanti'],
} as const satisfies Record<WorkKind, readonly [heading: string, count: string]>

/** What an item is about: `CAP1.PA.01 Collegare gli uffici`, `Piano 2025-2027`. */
export function subjectOf(work: Work): { readonly code?: string; readonly name: string } {
  if ('code' in work) return { code: work.code, name: work.title }
  if (work.kind === 'proposals') return { name: work.filename }
  if (work.kind === 'drafts') return { name: `${work.name.charAt(0).toUpperCase()}${work.name.slice(1)}` }
  return { name: `Piano ${work.triennium}` }
}

/** The address where an item is done: the exact field, if there is one. */
export function addressOf({ body: { slug }, work }: WorkItem): string {
  if (work.kind === 'proposals') return importPaths.import({ slug, id: String(work.id) })
  const where = { slug, triennium: work.triennium }
  switch (work.kind) {
    case 'late':
    case 'toTell':
    case 'overdue':
    case 'due':
    case 'ahead':
    case 'stale':
      return recordAddress(where, `entry:${work.code}`, 'status')
    case 'unowned':
      return recordAddress(where, `entry:${work.code}`, 'ownerOffice')
    case 'carried':
      return 'code' in work ? recordAddress(where, `entry:${work.code}`) : planPaths.carried(where)
    case 'drafts':
      return recordAddress(where, work.part)
    case 'toSend':
      return planPaths.completeness(where)
    case 'review':
    case 'returned':
    case 'publish':
      return planPaths.approval(where)
  }
}

/** Why an item waits, as the end of a sentence. */
export function whyOf(work: Work, today: IsoDate): string {
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
    case 'proposals':
      return `${plural(work.count, 'proposta aspetta', 'proposte aspettano')} di essere accettate o scartate`
    case 'review':
      return `è in revisione${openComments(work.comments)}`
    case 'returned':
      return `è stato rinviato${openComments(work.comments)}`
    case 'publish':
      return work.step === 'publish' ? 'è esecutivo: si può pubblicare' : 'è approvato: si può dichiarare esecutivo'
    case 'drafts':
      return 'quello che hai scritto non è ancora salvato'
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

function dateWords({ date, by, other }: DatedWork, today: IsoDate): string {
  const days = daysBetween(today, date)
  const whose = by === 'edition' ? 'la data del Piano nazionale' : 'la data prevista dall’ente'
  const otherWords = by === 'edition' ? 'l’ente la prevede per il' : 'il Piano nazionale chiede il'
  const first =
    days < 0
      ? `${whose} è passata da ${plural(-days, 'giorno', 'giorni')}`
      : `${whose} ${days === 0 ? 'è oggi' : `è fra ${plural(days, 'giorno', 'giorni')}`}`
  return other === undefined ? first : `${first}; ${otherWords} ${formatDate(other)}`
}
