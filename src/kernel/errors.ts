// SPDX-License-Identifier: AGPL-3.0-or-later

/** Stable error codes: part of the API and of the tests; a code is never renamed, only retired. */
export type ErrorCode =
  | 'invalid-input'
  | 'invalid-profile'
  | 'unknown-edition'
  | 'unknown-administration'
  | 'ambiguous-administration'
  | 'not-found'
  | 'not-a-plan'
  | 'unreadable-file'
  | 'unprintable'
  | 'too-large'
  | 'foreign-request'
  | 'unauthenticated'
  | 'forbidden'
  | 'sign-in-refused'
  | 'too-many-attempts'
  | 'too-busy'
  | 'link-expired'
  | 'stale'
  | 'incomplete'
  | 'unknown-host'
  | 'not-now'
  | 'journal-broken'
  | 'data-in-use'
  | 'rendering-failed'
  | 'unavailable'

/** One thing that is wrong, told to a person in Italian: where it is, what is wrong, what to do instead. */
export type Problem = {
  /** Where: `profile.yaml:12:5`, `entries[3].status`, `riga 7, colonna "popolazione"`. */
  readonly place: string
  /** What is wrong. */
  readonly message: string
  /** What to write or do instead, when it can be said. */
  readonly remedy?: string
}

/** The only error that use cases throw on purpose: a stable code and what to tell people. */
export class TimoneError extends Error {
  override readonly name = 'TimoneError'
  readonly code: ErrorCode
  readonly problems: readonly Problem[]
  /** The seconds after which the same request may succeed, where that is known (`Retry-After`). */
  readonly retryAfter: number | undefined

  constructor(
    code: ErrorCode,
    message: string,
    problems: readonly Problem[] = [],
    { retryAfter, ...options }: ErrorOptions & { readonly retryAfter?: number } = {},
  ) {
    super(message, options)
    this.code = code
    this.problems = problems
    this.retryAfter = retryAfter
  }
}

/** @param problems at least one, in the order they occur in the file. */
export const invalidProfile = (file: string, problems: readonly Problem[]): TimoneError =>
  new TimoneError(
    'invalid-profile',
    `Il profilo ${file} non è valido: ${problems.length === 1 ? 'un errore' : `${problems.length} errori`}.`,
    problems,
  )

/** What a person typed or asked for is not valid: 422 in the browser, exit code 2 on the command line. */
export const invalidInput = (message: string, problems: readonly Problem[] = []): TimoneError =>
  new TimoneError('invalid-input', message, problems)

/** @param known the ids of the editions that exist. */
export const unknownEdition = (asked: string, known: readonly string[]): TimoneError =>
  new TimoneError('unknown-edition', `L’edizione «${asked}» del Piano triennale non è nel catalogo.`, [
    { place: asked, message: 'edizione sconosciuta', remedy: `usare una di: ${known.join(', ')}` },
  ])

export const notFound = (what: string): TimoneError => new TimoneError('not-found', `${what}: non trovato.`)

/** @param why what is wrong with the file, as the end of a sentence; `remedy` what to do. */
export const unreadableFile = (file: string, why: string, remedy: string): TimoneError =>
  new TimoneError('unreadable-file', `Il file ${file} non si può leggere: ${why}.`, [
    { place: file, message: why, remedy },
  ])

/** @param limit the largest size taken, for people: `20 MB`. */
export const tooLarge = (what: string, limit: string): TimoneError =>
  new TimoneError('too-large', `${what} è troppo grande.`, [
    { place: what, message: `supera ${limit}`, remedy: 'controllare di aver indicato il file giusto' },
  ])

/** A page of another site sent the form in the person's name. */
export const foreignRequest = (): TimoneError =>
  new TimoneError('foreign-request', 'La richiesta viene da un altro sito, e non è stata eseguita.', [
    {
      place: 'modulo',
      message: 'è stato inviato da una pagina che non è di Timone',
      remedy: 'aprire la pagina in Timone e inviarlo da lì',
    },
  ])

/** @param host the name that the request used for the server, and that the server does not have. */
export const unknownHost = (host: string): TimoneError =>
  new TimoneError('unknown-host', 'Timone non risponde a questo nome.', [
    {
      place: host.slice(0, 100),
      message: 'non è uno dei nomi di questo server',
      remedy: 'usare localhost, o aggiungere il nome alla variabile TIMONE_HOSTS',
    },
  ])

/** The request is valid, but not possible in the present state. */
export const notNow = (message: string, problem: Problem): TimoneError => new TimoneError('not-now', message, [problem])

/** Only people who have signed in may ask for this. */
export const unauthenticated = (): TimoneError =>
  new TimoneError('unauthenticated', 'Per questa pagina bisogna entrare con le proprie credenziali.', [
    { place: 'accesso', message: 'nessuno è entrato, o la sessione è scaduta', remedy: 'entrare di nuovo' },
  ])

/** @param what what the person may not do, as the end of a sentence: `modificare il piano`. */
export const forbidden = (what: string): TimoneError =>
  new TimoneError('forbidden', `Non hai il permesso di ${what}.`, [
    {
      place: 'ruolo',
      message: 'nessuno dei tuoi ruoli lo consente qui',
      remedy: 'chiederlo al responsabile per la transizione digitale o all’amministratore della piattaforma',
    },
  ])

/** Sign-in failed. The message does not say which part was wrong. */
export const signInRefused = (message: string, problem: Problem): TimoneError =>
  new TimoneError('sign-in-refused', message, [problem])

/** @param minutes how long to wait before the next attempt. */
export const tooManyAttempts = (minutes: number): TimoneError =>
  new TimoneError(
    'too-many-attempts',
    'Troppi tentativi in poco tempo: per ora non se ne accettano altri.',
    [
      {
        place: 'accesso',
        message: 'i tentativi falliti sono stati troppi',
        remedy: `riprovare fra ${minutes === 1 ? 'un minuto' : `${minutes} minuti`}`,
      },
    ],
    { retryAfter: minutes * 60 },
  )

/** Too many people want the same costly thing at this moment. Nothing was looked at. */
export const tooBusy = (): TimoneError =>
  new TimoneError(
    'too-busy',
    'In questo momento troppe persone stanno entrando insieme, e la richiesta non è stata guardata.',
    [{ place: 'accesso', message: 'la coda è piena', remedy: 'riprovare fra qualche secondo' }],
    { retryAfter: 3 },
  )

/** @param remedy how to get a link that works. */
export const linkExpired = (why: string, remedy: string): TimoneError =>
  new TimoneError('link-expired', 'Questo collegamento non funziona più, e niente è cambiato.', [
    { place: 'collegamento', message: why, remedy },
  ])

/** Somebody else changed the thing in the meantime: nothing was stored. */
export const stale = (what: string): TimoneError =>
  new TimoneError('stale', `${what}: nel frattempo è stato modificato da altri, e niente è stato sovrascritto.`, [
    { place: what, message: 'la versione su cui si è lavorato non è più l’ultima', remedy: 'ricaricare e riprovare' },
  ])

/**
 * A step that cannot be taken while something is missing. Each missing thing is one problem; its place is the page that
 * mends it.
 */
export const incomplete = (message: string, problems: readonly Problem[]): TimoneError =>
  new TimoneError('incomplete', message, problems)

/** Lines of the journal were altered. @param problems one for each chain: its first wrong line, and what is wrong. */
export const journalBroken = (message: string, problems: readonly Problem[]): TimoneError =>
  new TimoneError('journal-broken', message, problems)

/** @param why what stopped the document, as the end of a sentence. */
export const renderingFailed = (why: string, problems: readonly Problem[] = []): TimoneError =>
  new TimoneError('rendering-failed', `Il documento non è stato prodotto: ${why}.`, problems)

/** The file does not hold a plan made by Timone. */
export const notAPlan = (message: string, problem: Problem): TimoneError =>
  new TimoneError('not-a-plan', message, [problem])
