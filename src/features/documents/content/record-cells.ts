// SPDX-License-Identifier: AGPL-3.0-or-later
import { cardHeading, type Fields, type Printed, printedFields, type Said } from '../../records/index.ts'
import { cellFromMarkdown } from '../markdown/narrative.ts'
import type { Cell } from '../model.ts'
import { link, listOf, paragraph, paragraphs, text } from './content.ts'

/** What a field says as the cell of a table; a file is told by its name and fingerprint. */
export function printedCell(printed: Printed): Cell {
  switch (printed.kind) {
    case 'text':
      return paragraphs(printed.text)
    case 'link':
      return [paragraph(link(printed.url, printed.label))]
    case 'markdown':
      return cellFromMarkdown(printed.markdown)
    case 'list':
      return listOf(
        printed.items.map((item) => {
          if (typeof item === 'string') return item
          if ('url' in item) return link(item.url, item.label)
          return text(`${item.label} (file ${item.file.name}, SHA-256 ${item.file.sha256})`)
        }),
      )
  }
}

/**
 * A record as the rows of a card, or as labelled pieces of a cell: what each field is called there, and what it says.
 * Nothing is listed by hand: a new field is in every document from the day on which it is declared.
 * @param own what this document prints its own way; it keeps the place of its field, and an empty cell leaves it out
 */
export const recordCells = <Content extends object>(
  fields: Fields<Content>,
  content: Said<Content> | undefined,
  own: { readonly [Name in keyof NoInfer<Content>]?: Cell } = {},
): readonly (readonly [heading: string, cell: Cell])[] =>
  printedFields(fields, content).map(({ name, field, printed }) => [
    cardHeading(field),
    own[name] ?? (printed ? printedCell(printed) : []),
  ])
