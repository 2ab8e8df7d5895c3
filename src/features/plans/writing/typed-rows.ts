// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../../kernel/errors.ts'
import { type Amount, readAmount } from '../../../kernel/money.ts'
import { type Allocation, AllocationSchema, type Evidence, EvidenceSchema } from '../plan/model.ts'
import { type Reading, readWith, type TypedFields } from './typed-values.ts'

/** The numbers of the rows of a list in a form: `allocations-0-source`, `allocations-4-year` → 0, 4. */
export function rowNumbers(fields: TypedFields, list: string): readonly number[] {
  const numbers = Object.keys(fields).flatMap((name) => {
    const [, found, number] = /^(\w+)-(\d{1,3})-\w+$/.exec(name) ?? []
    return found === list ? [Number(number)] : []
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** Rows of amounts as they are typed: `1.234,50`. */
export const typeAllocations = (allocations: readonly Allocation[] = []): TypedFields =>
  Object.assign(
    {},
    ...allocations.map(({ source, year, amount }, row) => ({
      [`allocations-${row}-source`]: source,
      [`allocations-${row}-year`]: String(year),
      [`allocations-${row}-amount`]: typeAmount(amount),
    })),
  )

/** `1234.50` → `1.234,50` */
export function typeAmount(amount: Amount): string {
  const [euros = '', cents = ''] = amount.split('.')
  return `${euros.replace(/\B(?=(\d{3})+$)/g, '.')},${cents}`
}

/** The amounts of a form's rows; a row is whole or empty. */
export function readAllocations(fields: TypedFields): Reading<Allocation[]> {
  return readRows(fields, 'allocations', (row) => {
    const [source, year, amount] = ['source', 'year', 'amount'].map((part) => fields[`${row}-${part}`])
    if (!source && !year && !amount) return undefined
    const problems: Problem[] = []
    if (!source) problems.push({ place: `${row}-source`, message: 'manca la fonte di questo importo' })
    if (!year || !/^\d{4}$/.test(year)) {
      problems.push({ place: `${row}-year`, message: 'scrivere l’anno, con quattro cifre' })
    }
    const euro = amount && readAmount(amount)
    if (!euro) {
      problems.push({ place: `${row}-amount`, message: 'scrivere l’importo in euro', remedy: 'per esempio 1.234,50' })
    }
    if (problems.length > 0) return { value: undefined, problems }
    return readWith(AllocationSchema, { source, year: Number(year), amount: euro }, `${row}-source`)
  })
}

/** Rows of evidence as they are typed; a file stays where it is. */
export const typeEvidence = (evidence: readonly Evidence[] = []): TypedFields =>
  Object.assign(
    {},
    ...evidence.map(({ label, url, file }, row) => ({
      [`evidence-${row}-label`]: label,
      ...(url !== undefined && { [`evidence-${row}-url`]: url }),
      ...(file && { [`evidence-${row}-file`]: `${file.sha256} ${file.name}` }),
    })),
  )

/** A file as a row of evidence holds it: `3f7a… verbale.pdf`. */
export function typedFile(text: string): NonNullable<Evidence['file']> {
  const space = text.indexOf(' ')
  return { sha256: text.slice(0, space), name: text.slice(space + 1) }
}

/** The evidence of a form's rows, without those that the person takes away. */
export function readEvidence(fields: TypedFields): Reading<Evidence[]> {
  return readRows(fields, 'evidence', (row) => {
    const [label, url, file, drop] = ['label', 'url', 'file', 'drop'].map((part) => fields[`${row}-${part}`])
    if (drop || (!label && !url && !file)) return undefined
    if (!label) return { value: undefined, problems: [{ place: `${row}-label`, message: 'dire che cosa prova' }] }
    if (file) return readWith(EvidenceSchema, { label, file: typedFile(file) }, `${row}-label`)
    if (url) return readWith(EvidenceSchema, { label, url }, `${row}-url`)
    const problem = { place: `${row}-url`, message: 'manca l’indirizzo', remedy: 'scriverlo, o caricare un file' }
    return { value: undefined, problems: [problem] }
  })
}

/** @param read a row, from the beginning of its controls' names; undefined: it is empty. */
export function readRows<Row>(
  fields: TypedFields,
  list: string,
  read: (row: string) => Reading<Row> | undefined,
): Reading<Row[]> {
  const rows = rowNumbers(fields, list).flatMap((number) => read(`${list}-${number}`) ?? [])
  const values = rows.flatMap(({ value }) => (value === undefined ? [] : [value]))
  return { value: values.length > 0 ? values : undefined, problems: rows.flatMap(({ problems }) => problems) }
}
