// SPDX-License-Identifier: AGPL-3.0-or-later
import { anyField, cardHeading, type Fields, fieldNames, type Said } from '../../records/index.ts'
import type { GridColumn } from './content.ts'
import { printedCell } from './record-cells.ts'

/** How a field stands in a table: how wide, and what is unlike the others. */
type ColumnLayout<Content> = Pick<GridColumn<Content>, 'width'> & Partial<Pick<GridColumn<Content>, 'align' | 'cell'>>

/** How wide a column is that no layout speaks of. */
const usualWidth = 15

/**
 * The columns of a table with a row for each record, called as the fields are. The layout gives their order and widths; a
 * field of which it says nothing comes after them, so that none is forgotten.
 * @param inside fields that have no column because another one's cell holds them
 */
export function recordColumns<Content extends object>(
  fields: Fields<Content>,
  layout: { readonly [Name in keyof NoInfer<Content>]?: ColumnLayout<Said<NoInfer<Content>>> },
  inside: readonly (keyof NoInfer<Content>)[] = [],
): readonly GridColumn<Said<Content>>[] {
  const placed = fieldNames(fields).filter((name) => layout[name] !== undefined)
  const order = Object.keys(layout)
  const names = [
    ...placed.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)),
    ...fieldNames(fields).filter((name) => layout[name] === undefined),
  ]
  return names
    .filter((name) => !(inside.includes(name) || fields[name].unprinted))
    .map((name) => {
      const field = anyField(fields, name)
      const cell = (record: Said<Content>) => {
        const value = record[name]
        return value === undefined || value === null ? [] : printedCell(field.print(value))
      }
      return { heading: cardHeading(field), width: usualWidth, cell, ...layout[name] }
    })
}
