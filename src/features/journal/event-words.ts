// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatDate } from '../../kernel/dates.ts'
import { plural } from '../../kernel/text.ts'
import type { JournalEvent } from '../audit/index.ts'
import { type PlanState, planStateLabel, type TransitionName } from '../plans/index.ts'
import type { EventOf, EventWords } from './model.ts'
import { fieldWords, partWords } from './part-words.ts'
import { type Names, valueWords } from './value-words.ts'

/** The name of each kind of event in a list. */
export const eventLabel = {
  partChanged: 'Modifiche',
  planCreated: 'Piani iniziati',
  editionChanged: 'Cambi di edizione',
  carriedConfirmed: 'Schede riprese confermate',
  planMoved: 'Passi del piano',
  stepRefused: 'Passi rifiutati',
  planCommented: 'Osservazioni',
  commentResolved: 'Osservazioni chiuse',
  fileAttached: 'File allegati',
  phraseChanged: 'Frasi',
  profileAdopted: 'Piani caricati per intero',
  importAccepted: 'Proposte accettate da un file',
} satisfies Record<JournalEvent['type'], string>

/** Every event in words. The table is complete: a new event does not compile without its words. */
const wordsOf: {
  readonly [Type in JournalEvent['type']]: (event: EventOf<JournalEvent, Type>, names: Names) => EventWords
} = {
  partChanged({ triennium, part, before, after }, names) {
    const changes = Object.keys(after).map((field) => ({
      label: fieldWords(part, field),
      before: valueWords(field, before[field], names),
      after: valueWords(field, after[field], names),
    }))
    return {
      summary: `Ha modificato ${partWords(part)} del piano ${triennium}: ${changes.map(changeWords).join('; ')}`,
      changes,
    }
  },
  planCreated: ({ triennium, edition, from, entries }) => ({
    summary: from
      ? `Ha iniziato il piano ${triennium} sull’edizione ${edition}, da quello ${from}: ${plural(entries, 'scheda ripresa', 'schede riprese')}`
      : `Ha iniziato il piano ${triennium} sull’edizione ${edition}`,
  }),
  editionChanged: ({ triennium, before, after, toReview, retired }) => ({
    summary: `Ha portato il piano ${triennium} dall’edizione ${before} alla ${after}: ${plural(toReview, 'scheda da rivedere', 'schede da rivedere')}`,
    facts: [['Linee che la nuova edizione non ha più', retired.join(', ')]],
  }),
  carriedConfirmed: ({ triennium, codes }) => ({
    summary: `Ha confermato ${plural(codes.length, 'scheda ripresa', 'schede riprese')} nel piano ${triennium}`,
    facts: [['Schede', codes.join(', ')]],
  }),
  planMoved: ({ triennium, transition, version, before, after, reason, act, date, sha256 }) => ({
    summary: `${stepWords(transition)} il piano ${triennium}, versione ${version}: da ${stateWords(before)} a ${stateWords(after)}`,
    facts: [
      ['Motivo', reason],
      ['Atto', act && `${act.body}, n. ${act.number} del ${formatDate(act.date)}`],
      ['Data', date && formatDate(date)],
      ['Impronta della versione (SHA-256)', sha256],
    ],
  }),
  stepRefused: ({ triennium, transition, state, why }) => ({
    summary: `Ha chiesto un passo del piano ${triennium} (${stateWords(state)}), che è stato rifiutato: ${refusalWords(why)}`,
    facts: [['Passo', requestWords(transition)]],
  }),
  planCommented: ({ triennium, part, field, text }) => ({
    summary: `Ha fatto un’osservazione su ${part ? `${partWords(part)} del` : 'tutto il'} piano ${triennium}`,
    facts: [
      ['Campo', part && field ? fieldWords(part, field) : undefined],
      ['Osservazione', text],
    ],
  }),
  commentResolved: ({ triennium, comment }) => ({
    summary: `Ha chiuso l’osservazione n. ${comment} sul piano ${triennium}`,
  }),
  fileAttached: ({ filename, sha256 }) => ({
    summary: `Ha allegato il file «${filename}»`,
    facts: [['Impronta del file (SHA-256)', sha256]],
  }),
  phraseChanged: ({ before, after }) => ({
    summary: `${after ? (before ? 'Ha cambiato' : 'Ha aggiunto') : 'Ha eliminato'} la frase «${(after ?? before)?.title}»`,
    facts: [
      ['Prima', before?.markdown],
      ['Dopo', after?.markdown],
    ],
  }),
  profileAdopted: ({ triennium, edition, entries, initiatives, before, after }) => ({
    summary: `${before === null ? 'Ha caricato' : 'Ha sostituito per intero'} il piano ${triennium} sull’edizione ${edition}: ${plural(entries, 'scheda', 'schede')}, ${plural(initiatives, 'iniziativa', 'iniziative')}`,
    facts: [
      ['Impronta del piano prima (SHA-256)', before ?? undefined],
      ['Impronta del piano dopo (SHA-256)', after],
    ],
  }),
  importAccepted: ({ filename, sha256, triennium, counts }) => ({
    summary: `Ha accettato nel piano ${triennium} ${plural(total(counts), 'proposta letta', 'proposte lette')} nel file «${filename}»`,
    facts: [['Impronta del file (SHA-256)', sha256]],
  }),
}

/** An event of a body's journal, in words. @param names the names of people, for fields that hold their keys. */
export const eventWords = <Type extends JournalEvent['type']>(
  event: EventOf<JournalEvent, Type>,
  names: Names,
): EventWords =>
  Object.hasOwn(wordsOf, event.type) ? wordsOf[event.type as Type](event, names) : { summary: event.type }

/** A change in a sentence: short values are written out, long texts are only named. */
function changeWords({
  label,
  before,
  after,
}: {
  readonly label: string
  readonly before: string
  readonly after: string
}) {
  const name = label.charAt(0).toLowerCase() + label.slice(1)
  const short = [before, after].every((value) => value.length <= 40 && !value.includes('\n'))
  return short ? `${name} da ${before} a ${after}` : name
}

const stateWords = (state: string): string =>
  state in planStateLabel ? `«${planStateLabel[state as PlanState]}»` : `«${state}»`

const steps = {
  submit: ['Ha inviato in revisione', 'invio in revisione'],
  withdraw: ['Ha ritirato dalla revisione', 'ritiro dalla revisione'],
  return: ['Ha rinviato con osservazioni', 'rinvio con osservazioni'],
  approve: ['Ha registrato l’approvazione per', 'registrazione dell’approvazione'],
  enforce: ['Ha dichiarato esecutivo', 'dichiarazione di esecutività'],
  publish: ['Ha pubblicato', 'pubblicazione'],
  revise: ['Ha aperto una nuova versione per', 'apertura di una nuova versione'],
} as const satisfies Record<TransitionName, readonly [done: string, asked: string]>

const stepWords = (name: string): string => (name in steps ? steps[name as TransitionName][0] : 'Ha portato avanti')
const requestWords = (name: string): string => (name in steps ? steps[name as TransitionName][1] : name)

const refusals: Readonly<Record<string, string>> = {
  forbidden: 'la persona non ne aveva il permesso',
  incomplete: 'mancava qualcosa',
  'invalid-input': 'mancava qualcosa, o era da correggere',
  'not-now': 'lo stato del piano non lo consentiva',
  stale: 'il piano era cambiato nel frattempo',
}

const refusalWords = (code: string): string => refusals[code] ?? code

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)
