// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../../../kernel/errors.ts'
import { faultOf } from '../../../../ui/error-summary.tsx'
import { entryPart } from '../../parts/entry-part.ts'
import type { EntryForm } from '../readers.ts'
import { rowNumbers } from '../typed-rows.ts'
import type { TypedFields } from '../typed-values.ts'

/** What the form of an entry shows: what is stored of it, what is typed in it, what is wrong with that. */
export type Typing = {
  readonly form: EntryForm
  readonly fields: TypedFields
  readonly problems: readonly Problem[]
  /** Empty rows for a list besides the usual ones: `allocations`, `evidence`. */
  readonly rows: { readonly list: string; readonly more: number }
}

const rowLabels: Readonly<Record<string, readonly [list: string, parts: Readonly<Record<string, string>>]>> = {
  allocations: ['Importi', { source: 'fonte', year: 'anno', amount: 'importo in euro' }],
  evidence: ['Prove', { label: 'che cosa prova', url: 'indirizzo' }],
}

const otherLabels: Readonly<Record<string, string>> = {
  'offices-others': 'Altri uffici',
  prova: 'Che cosa prova',
  file: 'File',
}

/** What each control of the form is called, for the control itself and for the list of faults; undefined for others. */
function labelOf(name: string): string | undefined {
  const [, list = '', number = '', part = ''] = /^(\w+)-(\d+)-(\w+)$/.exec(name) ?? []
  const row = rowLabels[list]
  if (row) return `${row[0]}, riga ${Number(number) + 1}: ${row[1][part] ?? part}`
  if (Object.hasOwn(otherLabels, name)) return otherLabels[name]
  return Object.hasOwn(entryPart.labels, name) ? entryPart.labels[name as keyof typeof entryPart.labels] : undefined
}

/** The labels of the controls that have a fault. */
export const labelsOf = (problems: readonly Problem[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    problems.flatMap(({ place }) => {
      const label = labelOf(place.replace(/^side-/, ''))
      return label === undefined ? [] : [[place, label]]
    }),
  )

/** What a control shows. */
export const control = ({ fields, problems }: Pick<Typing, 'fields' | 'problems'>, name: string) => ({
  name,
  label: labelOf(name) ?? name,
  value: fields[name],
  error: faultOf(problems, name),
})

/** The numbers of a list's rows: those with something in them, and a few empty ones. */
export function rowsOf({ fields, rows }: Typing, list: string, spare: number): readonly number[] {
  const used = rowNumbers(fields, list)
  const next = (used.at(-1) ?? -1) + 1
  const empty = spare + (rows.list === list ? rows.more : 0)
  return [...used, ...Array.from({ length: empty }, (_, index) => next + index)]
}

/** Whether one of the controls of a field has something in it, or a fault. */
export const isUsed = ({ fields, problems }: Typing, ...names: readonly string[]): boolean =>
  [...Object.keys(fields), ...problems.map(({ place }) => place)].some((control) =>
    names.some((name) => control === name || control.startsWith(`${name}-`)),
  )
