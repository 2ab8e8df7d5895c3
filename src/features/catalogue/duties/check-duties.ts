// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { invalidInput, type Problem } from '../../../kernel/errors.ts'
import { jsonFaults } from '../json-faults.ts'
import { type Duty, DutySchema } from './model.ts'

/** The lines of an edition, and its cycle: `2024-2026`. */
export type LinesOfCycle = { readonly cycle: string; readonly codes: readonly string[] }

/**
 * Checks duties as a file holds them.
 * @param file its name, for the places.
 * @param editions those that duties may speak of.
 * @throws {TimoneError} `invalid-input`, with a problem for each fault: where it is, and what is wrong. None is taken.
 */
export function checkDuties(file: string, value: unknown, editions: readonly LinesOfCycle[]): readonly Duty[] {
  const { data, error } = z.array(DutySchema).safeParse(value)
  if (!data) {
    throw refusal(file, jsonFaults(file, value, error, [], 'catalogue/schema/duties.schema.json'))
  }
  const problems = data.flatMap((duty, index) => [
    ...(data.findIndex(({ code }) => code === duty.code) < index ? [doubled(file, index, duty)] : []),
    ...unknownLine(file, index, duty, editions),
  ])
  if (problems.length > 0) throw refusal(file, problems)
  return data
}

const refusal = (file: string, problems: readonly Problem[]) =>
  invalidInput(`Gli adempimenti di ${file} non vanno bene: non ne è stato preso nessuno.`, problems)

const doubled = (file: string, index: number, { code }: Duty): Problem => ({
  place: `${file}: [${index}].code`,
  message: `il codice «${code}» è già di un altro adempimento`,
  remedy: 'dare a ogni adempimento un codice suo, e non cambiarlo più',
})

function unknownLine(file: string, index: number, { code, line }: Duty, editions: readonly LinesOfCycle[]): Problem[] {
  if (!line) return []
  const cycle = editions.filter((edition) => edition.cycle === line.cycle)
  if (cycle.some(({ codes }) => codes.includes(line.code))) return []
  const known = [...new Set(editions.map((edition) => edition.cycle))]
  return [
    cycle.length > 0
      ? {
          place: `${file}: [${index}].line.code («${code}»)`,
          message: `nessuna edizione del ciclo ${line.cycle} ha la linea ${line.code}`,
          remedy: 'scrivere il codice di una linea del ciclo',
        }
      : {
          place: `${file}: [${index}].line.cycle («${code}»)`,
          message: `nessuna edizione è del ciclo ${line.cycle}`,
          remedy: `usare uno di: ${known.join(', ')}`,
        },
  ]
}
