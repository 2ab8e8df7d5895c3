// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod'
import type { Problem } from '../../kernel/errors.ts'

/**
 * What is wrong with a JSON file that people write, for those who wrote it: the place (`linee.json: lines[3].title
 * («CAP1.PA.04»)`), what stands there, what to write instead.
 * @param file its name
 * @param content what was read from it
 * @param listed the way to a list whose records have a `code`, which names the place; empty: the file is the list
 * @param guide where people read what the file must be like
 */
export const jsonFaults = (
  file: string,
  content: unknown,
  error: z.ZodError,
  listed: readonly string[],
  guide: string,
): readonly Problem[] =>
  error.issues.map((issue) => ({
    place: placeOf(file, issue.path, at(content, [...listed, issue.path[listed.length] ?? '', 'code'])),
    ...explain(issue, at(content, issue.path), guide),
  }))

function placeOf(file: string, path: readonly PropertyKey[], code: unknown): string {
  const steps = path.map((step, index) =>
    typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`,
  )
  return `${file}: ${steps.join('') || 'tutto il file'}${typeof code === 'string' ? ` («${code}»)` : ''}`
}

function explain(issue: z.core.$ZodIssue, found: unknown, guide: string): Omit<Problem, 'place'> {
  const message = found === undefined ? 'manca' : `${shownAs(found)} non va bene`
  switch (issue.code) {
    case 'unrecognized_keys':
      return { message: `chiavi sconosciute: ${issue.keys.join(', ')}`, remedy: 'toglierle, o correggerne il nome' }
    case 'invalid_value':
      return { message, remedy: `usare uno di: ${issue.values.join(', ')}` }
    case 'too_big':
      return { message: 'è troppo lungo o troppo grande', remedy: `al più ${issue.maximum}` }
    case 'too_small':
      return { message: 'è vuoto, troppo corto o troppo piccolo', remedy: `almeno ${issue.minimum}` }
    case 'custom':
    case 'invalid_format':
      return { message, remedy: issue.message }
    default:
      return { message, remedy: `scriverlo come chiede ${guide}` }
  }
}

/** What stands there: a word or a number is shown, a list or an object is not. */
const shownAs = (found: unknown): string =>
  typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
    ? `«${String(found).slice(0, longestShown)}»`
    : 'così'

const longestShown = 60

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  )
