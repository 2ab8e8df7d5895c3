// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { type Need, type TransitionName, transitionNames } from '../../plan/index.ts'

/** A step as its page presents it. */
type StepWords = {
  /** In its address. */
  readonly word: string
  /** What it does, to whoever is about to take it. */
  readonly purpose: string
  /** What was done, once it is. */
  readonly done: string
}

/** The steps, as people meet them. */
export const stepWords = {
  submit: {
    word: 'invio',
    purpose:
      'Chi rivede il piano lo legge così com’è adesso: finché è in revisione il suo contenuto è fermo. Si può ritirare in ogni momento.',
    done: 'Il piano è in revisione.',
  },
  withdraw: {
    word: 'ritiro',
    purpose: 'Il piano torna in bozza e si può modificare di nuovo. Le osservazioni già scritte restano.',
    done: 'Il piano è di nuovo in bozza.',
  },
  return: {
    word: 'rinvio',
    purpose: 'Il piano torna a chi lo scrive, con le osservazioni e con il motivo che indichi qui.',
    done: 'Il piano è stato rinviato a chi lo scrive.',
  },
  approve: {
    word: 'approvazione',
    purpose:
      'Registra che l’organo competente ha approvato il piano. Timone conserva per sempre il contenuto approvato, la sua impronta e tutti i documenti, che non saranno più rigenerati. Stamparli richiede alcuni secondi.',
    done: 'L’approvazione è registrata: contenuto e documenti della versione sono conservati.',
  },
  enforce: {
    word: 'esecutivita',
    purpose:
      'Dichiara che l’atto è esecutivo: dal decimo giorno della sua pubblicazione, o subito se dichiarato immediatamente eseguibile (d.lgs. 267/2000, art. 134).',
    done: 'Il piano è esecutivo.',
  },
  publish: {
    word: 'pubblicazione',
    purpose:
      'Mette la versione approvata a disposizione di tutti, in Amministrazione trasparente, con i suoi documenti. Le versioni precedenti e i piani dei trienni precedenti diventano superati, e restano consultabili.',
    done: 'Il piano è pubblicato.',
  },
  revise: {
    word: 'nuova-versione',
    purpose:
      'Il piano torna in bozza per diventare la versione successiva. Quella approvata resta com’è, con i suoi documenti, e resta pubblica finché la nuova non la sostituisce.',
    done: 'La nuova versione è aperta: il piano si può modificare.',
  },
} as const satisfies Record<TransitionName, StepWords>

const byWord = new Map(transitionNames.map((name) => [stepWords[name].word as string, name]))

/** The word of a step in an address → the step. */
export const StepWord = z.enum([...byWord.keys()]).transform((word) => byWord.get(word) as TransitionName)

/** What was done, by the word of the step in `?esito=`. */
export const stepOutcomes: Readonly<Record<string, string>> = Object.fromEntries(
  transitionNames.map((name) => [stepWords[name].word, stepWords[name].done]),
)

/** The fields of a step's form, as its faults name them. */
export const stepLabels: Readonly<Record<string, string>> = {
  reason: 'Motivo',
  'act.body': 'Organo che ha approvato',
  'act.other': 'Quale altro organo',
  'act.number': 'Numero dell’atto',
  'act.date': 'Data dell’atto',
  file: 'File dell’atto',
  date: 'Data da cui è esecutivo',
}

/** What a step of somebody else's waits for, in words, when it cannot be taken yet. */
export const needWords = {
  completeness: 'mancano cose necessarie',
  commentsResolved: 'ci sono osservazioni aperte',
} as const satisfies { readonly [Name in Need]?: string }
