// SPDX-License-Identifier: AGPL-3.0-or-later

import { labelMeanings } from '../reading/label-meanings.ts'
import type { Field } from '../reading/vocabulary.ts'
import { findCodes } from '../values/codes.ts'
import { namesOffice } from '../values/lists.ts'
import { readStatus } from '../values/status.ts'
import { isTiming } from '../values/timing.ts'
import { fits, shapeOf } from './shapes.ts'

/** A column: its label, and its cells. */
export type LabelledColumn = { readonly label: string; readonly cells: readonly string[] }

/** How much a column's cells count beside its label. */
const weightOf = {
  code: 2,
  reference: 1.2,
  measure: 1,
  timing: 0.5,
  office: 0.4,
  amount: 0.7,
  year: 0.7,
  state: 0.3,
  text: 0,
  any: 0,
} as const

/** Fields recognised by their cells alone, because these are unmistakable. */
const unmistakable: readonly Field[] = ['code', 'expectedResult']

/**
 * Finds the field of each column of a table by its label and the look of its cells. A field goes to the one column that
 * fits best. In a table of action lines, columns with a meaningless label are recognised by their cells alone. Columns
 * that cannot be recognised are left out.
 */
export function assignFields(columns: readonly LabelledColumn[]): ReadonlyMap<number, Field> {
  const claims = columns.flatMap(({ label, cells }, column) => {
    const meanings = new Map(labelMeanings(label).map(({ field, likeness }) => [field, likeness]))
    for (const field of unmistakable) if (!meanings.has(field)) meanings.set(field, 0)
    return [...meanings].flatMap(([field, likeness]) => {
      const looks = look(field, cells)
      const isClaim = likeness > 0 ? !(field === 'code' && cells.length > 0 && looks === 0) : looks > 0.5
      return isClaim ? [{ column, field, claim: likeness + weightOf[shapeOf(field)] * looks }] : []
    })
  })
  const fields = new Map<number, Field>()
  const give = (column: number, field: Field) => {
    if (!fields.has(column) && ![...fields.values()].includes(field)) fields.set(column, field)
  }
  for (const { column, field } of claims.sort((a, b) => b.claim - a.claim)) give(column, field)
  if (![...fields.values()].includes('code')) return fields
  for (const [column, { cells }] of columns.entries()) for (const field of fieldsByLook(cells)) give(column, field)
  return fields
}

const filledOf = (cells: readonly string[]): readonly string[] =>
  cells.map((cell) => cell.replaceAll('\n', ' ').trim()).filter((cell) => cell !== '')

const share = (cells: readonly string[], is: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(is).length / cells.length

/**
 * The share of cells that look like a field's values. Codes may be followed by words; results are distinguished from
 * objectives.
 */
function look(field: Field, cells: readonly string[]): number {
  const shape = shapeOf(field)
  return share(filledOf(cells), (cell) => {
    if (shape === 'code') return findCodes(cell)[0]?.start === 0
    return fits(shape, cell) === 1 && (shape !== 'reference' || /^R/i.test(cell) === (field === 'expectedResult'))
  })
}

const addressees =
  /^(?:le|gli|i|ogni|tutt[ei]|la|singol[ei])\s+(?:pa\b|pal\b|p\.a\.|singole|pubbliche|amministrazion|ent[ei]|soggett|stazion|region|comun[ei]|universit|istituzion|provinc)/i

/** The fields that a column of a table of action lines may hold, most likely first, judged by its cells alone. */
function fieldsByLook(cells: readonly string[]): readonly Field[] {
  const filled = filledOf(cells)
  const words = filled.reduce((sum, cell) => sum + cell.split(' ').length, 0) / Math.max(1, filled.length)
  if (filled.length === 0) return []
  if (share(filled, namesOffice) > 0.6) return ['responsible']
  if (share(filled, isTiming) > 0.5) return ['timing', 'plannedDate', 'completedDate']
  if (words <= 6 && share(filled, (cell) => readStatus(cell) !== undefined) > 0.6) return ['status']
  if (words < 6) return []
  return share(filled, (cell) => addressees.test(cell)) > 0.5
    ? ['officialText', 'activity']
    : ['activity', 'officialText', 'notes']
}
