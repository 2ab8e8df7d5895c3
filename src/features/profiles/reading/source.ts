// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../../kernel/errors.ts'

/** A path inside the data: keys and positions, from the root. */
export type Path = readonly (string | number)[]

/** A problem in the data, at a path; `at: 'key'` when the key itself is wrong, not its value. */
export type Finding = Omit<Problem, 'place'> & { readonly path: Path; readonly at?: 'key' }

/** A profile as read from its text, before it is checked. */
export type Source = {
  /** The file's name, for people. */
  readonly name: string
  readonly data: unknown
  /** Findings as problems with their place, in the order of the text. */
  readonly locate: (findings: readonly Finding[]) => Problem[]
  /** How a value is written in the text, when that differs from its meaning: `1.10` for 1.1. */
  readonly spelling: (path: Path) => string | undefined
}

/** The value at a path; undefined when there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Readonly<Record<string | number, unknown>>)[step]
  }
  return value
}

const words: Readonly<Record<string, string>> = {
  administration: 'ente',
  facts: 'fatti',
  offices: 'uffici',
  roles: 'ruoli',
  act: 'atto',
  plan: 'piano',
  narrative: 'testi',
  chapters: 'capitoli',
  choices: 'scelte',
  entries: 'voci',
  evidence: 'prove',
  initiatives: 'iniziative',
  lines: 'linee',
  spending: 'spesa',
  fundingMeasures: 'progetti PNRR',
}

/** A path in plain words: `piano › voci › n. 4 (CAP1.PA.07) › status`. The last key stays as people write it. */
export function pathInWords(path: Path, data: unknown): string {
  const steps = path.map((step, index) => {
    if (typeof step === 'string') return index === path.length - 1 ? step : (words[step] ?? step)
    const code = valueAt(data, [...path.slice(0, index + 1), 'code'])
    return typeof code === 'string' && code !== '' ? `n. ${step + 1} (${excerpt(code, 20)})` : `n. ${step + 1}`
  })
  return steps.map((step) => excerpt(step, 60)).join(' › ')
}

/** A short, printable part of a text: control characters could give commands to the terminal. */
export function excerpt(text: string, length = 60): string {
  const printable = text.slice(0, length).replace(/[\p{Cc}\p{Cs}]/gu, ' ')
  return text.length > length ? `${printable}…` : printable
}
