// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod'
import { invalidInput, type Problem, TimoneError } from '../../kernel/errors.ts'
import { typedText } from '../../kernel/text.ts'
import { cleanInput } from './clean-input.ts'

/** The error for an address that has no page. */
export const noSuchPage = (): TimoneError => new TimoneError('not-found', 'A questo indirizzo non c’è nessuna pagina.')

/** @throws {TimoneError} `not-found` when the parameters of the path do not fit, or are not what a person can type. */
export function parseParams<T>(schema: z.ZodType<T> | undefined, given: unknown): T {
  const parsed = schema?.safeParse(given)
  if ((parsed && !parsed.success) || !Object.values(given ?? {}).every(isTypable)) throw noSuchPage()
  return parsed?.data as T
}

const isTypable = (value: unknown): boolean => typeof value !== 'string' || typedText(value) === value

/** @throws {TimoneError} `invalid-input` that names each parameter of the query that does not fit. */
export function parseQuery<T>(schema: z.ZodType<T> | undefined, given: Readonly<Record<string, unknown>>): T {
  const parsed = schema?.safeParse(withoutBlanks(cleanInput(given) as Readonly<Record<string, unknown>>))
  if (parsed && !parsed.success) {
    throw invalidInput(
      'L’indirizzo contiene un valore che non è ammesso.',
      parsed.error.issues.map((issue) => ({ place: `parametro «${issue.path.join('.')}»`, ...describe(issue) })),
    )
  }
  return parsed?.data as T
}

/** @throws {TimoneError} `invalid-input` with one problem for each wrong field; its place is the field's name. */
export function parseBody<T>(schema: z.ZodType<T>, given: Readonly<Record<string, unknown>>): T {
  const parsed = schema.safeParse(withoutBlanks(given))
  if (parsed.success) return parsed.data
  throw invalidInput(
    'Il modulo contiene valori da correggere.',
    parsed.error.issues.map((issue) => ({ place: issue.path.join('.'), ...describe(issue) })),
  )
}

/** Empty fields and parameters count as absent. */
const withoutBlanks = (given: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))

function describe(issue: z.core.$ZodIssue): Omit<Problem, 'place'> {
  if (issue.code === 'invalid_type') return { message: ownMessage(issue) ?? oneValue(issue.input) }
  if (issue.code !== 'invalid_value') return { message: issue.message }
  // A schema's own words say what to do; the values themselves are for programs.
  const own = ownMessage(issue)
  if (own) return { message: own }
  return { message: 'il valore non è fra quelli ammessi', remedy: `usare uno di: ${issue.values.join(', ')}` }
}

const oneValue = (input: unknown): string => (input === undefined ? 'è obbligatorio' : 'ammette un solo valore')

/** The Italian message given in the schema itself; undefined when there is only zod's own. */
const ownMessage = ({ message }: z.core.$ZodIssue): string | undefined =>
  message.startsWith('Invalid') ? undefined : message
