// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod'
import { formatNumber } from '../../../kernel/money.ts'
import { nearest } from '../../../kernel/nearest.ts'
import { kindLabel } from '../../administrations/index.ts'
import { statusLabel } from '../../plans/index.ts'
import { keysAt, schemaAt } from '../profile-schema.ts'
import { describeDate } from './describe-date.ts'
import { excerpt, type Finding, type Path, type Source, valueAt } from './source.ts'

type Issue = z.core.$ZodIssue
type Words = Omit<Finding, 'path'>

/** The most unknown keys reported for one place. */
const mostKeys = 200

/** Explains in Italian what the schema found wrong, and what to write instead. */
export function describeIssue(issue: Issue, source: Pick<Source, 'data' | 'spelling'>): Finding[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  if (issue.code === 'unrecognized_keys') return issue.keys.slice(0, mostKeys).map((key) => unknownKey(path, key))
  if (issue.code === 'invalid_key') {
    return [
      {
        path,
        at: 'key',
        message: `la chiave «${excerpt(String(path.at(-1)))}» non va bene`,
        ...expected(path, issue.issues[0]?.message),
      },
    ]
  }
  const value = valueAt(source.data, path)
  if (value === undefined) return [missing(path)]
  return [{ path, ...describe(issue, value, path, source) }]
}

function describe(issue: Issue, value: unknown, path: Path, source: Pick<Source, 'spelling'>): Words {
  switch (issue.code) {
    case 'invalid_value':
      return { message: `${noun(path)} ${quote(value)} sconosciuto`, remedy: `usare uno di: ${listed(issue.values)}` }
    case 'invalid_type':
      return wrongType(issue.expected, value, source.spelling(path))
    case 'too_big':
      return tooBig(value, Number(issue.maximum))
    case 'too_small':
      return tooSmall(value, Number(issue.minimum))
    case 'invalid_format':
      if (issue.format === 'date' && typeof value === 'string') return describeDate(value)
      return { message: `${quote(value)} non va bene`, ...expected(path, issue.message) }
    default:
      return { message: `${quote(value)} non va bene`, ...expected(path, issue.message) }
  }
}

function unknownKey(path: Path, key: string): Finding {
  const allowed = keysAt(path)
  const [like] = nearest(key, allowed)
  return {
    path: [...path, key],
    at: 'key',
    message: `la chiave «${excerpt(key)}» non esiste`,
    remedy: like === undefined ? `chiavi ammesse qui: ${allowed.join(', ')}` : `forse si intende «${like}»`,
  }
}

const missing = (path: Path): Finding => ({
  path: path.slice(0, -1),
  at: 'key',
  message: `manca «${path.at(-1)}»`,
  remedy: `aggiungere «${path.at(-1)}»: ${schemaAt(path)?.description ?? 'è obbligatorio'}`,
})

function wrongType(expectedType: string, value: unknown, spelling: string | undefined): Words {
  const type = typeNames[expectedType] ?? { name: expectedType, remedy: 'controllare il valore' }
  const text = scalarText(value)
  const quotable = expectedType === 'string' && text !== undefined
  return {
    message: `qui va ${type.name}, non ${quote(value)}`,
    remedy: quotable ? `scrivere il valore fra virgolette: '${excerpt(spelling ?? text)}'` : type.remedy,
  }
}

const typeNames: Readonly<Record<string, { readonly name: string; readonly remedy: string }>> = {
  string: { name: 'un testo', remedy: 'scrivere il testo dopo i due punti, o sotto la chiave dopo |' },
  number: { name: 'un numero', remedy: 'scrivere solo cifre, senza virgolette né punti' },
  int: { name: 'un numero intero', remedy: 'scrivere solo cifre, senza virgolette né punti' },
  boolean: { name: 'sì o no', remedy: 'scrivere true per sì, false per no' },
  array: { name: 'un elenco', remedy: 'scrivere una riga per voce, che comincia con un trattino e uno spazio' },
  object: { name: 'un gruppo di chiavi', remedy: 'scrivere «chiave: valore» su righe rientrate' },
  record: { name: 'un gruppo di chiavi', remedy: 'scrivere «chiave: valore» su righe rientrate' },
}

function tooBig(value: unknown, maximum: number): Words {
  const limit = formatNumber(maximum)
  if (typeof value === 'string') {
    return {
      message: `il testo è di ${formatNumber(characters(value))} caratteri, il limite è ${limit}`,
      remedy: 'accorciarlo, o pubblicarlo a parte e citarlo fra le prove (evidence)',
    }
  }
  if (Array.isArray(value)) {
    return { message: `l’elenco ha ${formatNumber(value.length)} voci, il limite è ${limit}`, remedy: 'togliere voci' }
  }
  return { message: `${quote(value)} è troppo`, remedy: `al massimo ${limit}` }
}

/** The number of characters as the schema counts them: an emoji is one. */
function characters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

function tooSmall(value: unknown, minimum: number): Words {
  if (typeof value !== 'string') return { message: `${quote(value)} è troppo poco`, remedy: `almeno ${minimum}` }
  return {
    message: value.trim() === '' ? 'il testo è vuoto' : `${quote(value)} è troppo breve`,
    remedy: `scrivere almeno ${minimum === 1 ? 'una parola' : `${minimum} caratteri`}, o togliere la chiave`,
  }
}

/** The model's own advice in Italian; otherwise what the key is for. */
function expected(path: Path, message?: string): { remedy?: string } {
  const own = message !== undefined && !/^(Invalid|Too)\b/.test(message) ? message : undefined
  const remedy = own ?? schemaAt(path)?.description
  return remedy === undefined ? {} : { remedy }
}

const nouns: Readonly<Record<string, string>> = { status: 'stato', kind: 'tipo', dataCentreGroup: 'gruppo' }

const noun = (path: Path) => nouns[String(path.at(-1))] ?? 'valore'

const labels: Readonly<Record<string, string>> = {
  ...statusLabel,
  ...kindLabel,
  actual: 'consuntivo',
  forecast: 'previsione',
}

const listed = (values: readonly unknown[]) =>
  values
    .map(String)
    .map((value) => (labels[value] ? `${value} (${labels[value]})` : value))
    .join(', ')

/** A value as it is written; for anything but a text, number or boolean, only its kind. */
function quote(value: unknown): string {
  const text = scalarText(value)
  if (text !== undefined) return `«${excerpt(text)}»`
  if (value === null) return 'un vuoto'
  return Array.isArray(value) ? 'un elenco' : 'un gruppo di chiavi'
}

const scalarText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
