// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { TextArea } from '../../../ui/forms/form-fields.tsx'
import type { FieldType } from '../field.ts'
import { cellItems, itemsCell } from '../sheets/cells.ts'
import { controlOf } from '../typing/control.ts'

type ItemsSettings = {
  /** The most characters of one, and how many there may be. */
  readonly each: number
  readonly most: number
  /** Lines of its control. */
  readonly rows: number
  readonly width?: number
}

/** A list of short texts, typed one a line. */
export const items = ({ each, most, rows, width = 22 }: ItemsSettings): FieldType<string[]> => ({
  schema: z.array(z.string().trim().min(1).max(each)).max(most),
  type: (values, name) => ({ [name]: itemsCell(values) }),
  read: (fields, name) => ({ value: typedItems(fields[name]), problems: [] }),
  Control(props) {
    const { help = 'Uno per riga.' } = props
    return <TextArea {...controlOf(props)} hint={help} rows={rows} />
  },
  words: (values) => values.join('\n'),
  print: (values) => ({ kind: 'list', items: values }),
  cell: { width, write: itemsCell, read: cellItems },
})

/** The items of a text, one a line; undefined when there is none. */
export function typedItems(typed = ''): string[] | undefined {
  const found = cellItems(typed)
    .map((item) => item.trim())
    .filter((item) => item !== '')
  return found.length > 0 ? found : undefined
}
