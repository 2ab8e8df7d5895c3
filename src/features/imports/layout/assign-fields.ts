// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Field, labelMeanings } from '../vocabulary.ts'
import { fits, shapeOf } from './shapes.ts'

/** How much the cells of a column say of its field, beside its label. */
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
} as const

/** Fields that a column may hold without its label saying so: their cells have an unmistakable look. */
const unmistakable: readonly Field[] = ['code', 'expectedResult']

/**
 * Tells which field each column of a table holds, by the meaning of its label and the look of its cells; a field is given
 * to one column, the one that claims it most. Columns that claim nothing are left out.
 * @param columns the label of each, and its cells
 */
export function assignFields(
  columns: readonly { readonly label: string; readonly cells: readonly string[] }[],
): ReadonlyMap<number, Field> {
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
  for (const { column, field } of claims.sort((a, b) => b.claim - a.claim)) {
    if (!fields.has(column) && ![...fields.values()].includes(field)) fields.set(column, field)
  }
  return fields
}

/** The share of cells that look like a field's; a column of results is told from one of objectives by its references. */
function look(field: Field, cells: readonly string[]): number {
  const filled = cells.map((cell) => cell.replaceAll('\n', ' ').trim()).filter((cell) => cell !== '')
  if (filled.length === 0) return 0
  const shape = shapeOf(field)
  const isOne = (cell: string) =>
    (shape === 'reference' ? /^R/i.test(cell) === (field === 'expectedResult') : true) && fits(shape, cell) === 1
  return filled.filter(isOne).length / filled.length
}
