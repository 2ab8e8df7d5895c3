// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ErrorCode, type Problem, TimoneError } from '../../kernel/errors.ts'

/** The HTTP status of every error code. */
const statusOfCode = {
  'invalid-input': 422,
  'invalid-profile': 422,
  'unknown-edition': 422,
  'unknown-administration': 404,
  'ambiguous-administration': 422,
  'not-found': 404,
  'not-a-plan': 422,
  'unreadable-file': 422,
  unprintable: 422,
  'too-large': 413,
  'foreign-request': 403,
  unauthenticated: 401,
  forbidden: 403,
  'sign-in-refused': 422,
  'too-many-attempts': 429,
  'too-busy': 429,
  'link-expired': 410,
  stale: 409,
  incomplete: 422,
  'unknown-host': 421,
  'not-now': 409,
  'journal-broken': 500,
  'data-in-use': 503,
  'rendering-failed': 500,
  unavailable: 503,
} satisfies Record<ErrorCode, number>

/** The HTTP status that an error answers with. */
export const statusOf = ({ code }: TimoneError): number => statusOfCode[code]

/** What went wrong with a request, as told to the person who made it. */
export type Failure = {
  readonly status: number
  /** The code of a `TimoneError`, or one of this adapter's own. */
  readonly code: ErrorCode | 'bad-request' | 'unexpected'
  readonly title: string
  readonly detail: string
  readonly problems: readonly Problem[]
  /** The seconds to wait before asking again, where they are known. */
  readonly retryAfter?: number | undefined
  /** The request's id, as in the log. */
  readonly id: string
}

/** Puts an error into words for the person who met it. Internal details stay in the log, under the same id. */
export function failureOf(error: unknown, id: string): Failure {
  if (error instanceof TimoneError) {
    const status = statusOf(error)
    const { code, message: detail, problems, retryAfter } = error
    return { status, code, title: titleOf(status), detail, problems, retryAfter, id }
  }
  const status = clientStatus(error)
  return status === undefined
    ? { status: 500, code: 'unexpected', title: titleOf(500), detail: unexpected, problems: [], id }
    : { status, code: 'bad-request', title: titleOf(status), detail: refusal(status), problems: [], id }
}

const unexpected = 'Qualcosa non ha funzionato da parte nostra: l’errore è stato registrato.'

const refusal = (status: number): string =>
  status === 413 ? 'Ciò che è stato inviato supera quanto questa pagina accetta.' : 'La richiesta non si può leggere.'

/** The 4xx status that the web framework gives a request it refuses. */
function clientStatus(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined
  const status = Number(error.statusCode)
  return status >= 400 && status < 500 ? status : undefined
}

function titleOf(status: number): string {
  if (status === 404) return 'Pagina non trovata'
  if (status === 401) return 'Accesso necessario'
  if (status === 403) return 'Richiesta rifiutata'
  if (status === 410) return 'Collegamento scaduto'
  if (status === 429) return 'Troppe richieste'
  if (status === 409) return 'Non è il momento'
  if (status === 413) return 'Invio troppo grande'
  if (status === 503) return 'Servizio momentaneamente non disponibile'
  return status < 500 ? 'Richiesta non valida' : 'Errore imprevisto'
}

/** RFC 9457, with the stable code and each problem's place, message and remedy. */
export const problemDocument = ({ status, code, title, detail, problems, id }: Failure) => ({
  type: 'about:blank',
  title,
  status,
  detail,
  instance: `urn:uuid:${id}`,
  code,
  problems,
})

/** True for a client that asks for JSON rather than for a page. */
const prefersJson = (accept: string | undefined): boolean =>
  accept !== undefined && /\bapplication\/(problem\+)?json\b/.test(accept) && !accept.includes('text/html')

/** True for a request from a program. Under `/api/` answers are always JSON, whatever the request accepts. */
export const isFromProgram = (url: string, accept: string | undefined): boolean =>
  url.startsWith('/api/') || prefersJson(accept)
