// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import type { Fact } from '../../../ui/description-list.tsx'
import type { Fields, Printed, PrintedItem } from '../field.ts'
import { printedFields, type Said } from '../printed-fields.ts'

/** What the page that shows a record brings. */
export type PrintedTools = {
  readonly richText: (markdown: string) => ComponentChildren
  /** How this page shows a file of the body's: a link for who may open it, words for the others. */
  readonly file: (file: { readonly name: string; readonly sha256: string }, label: string) => ComponentChildren
}

/**
 * What a record says as names and values, field by field as they are declared.
 * @param elsewhere what has its own place on the page
 */
export const printedFacts = <Content extends object>(
  fields: Fields<Content>,
  content: Said<Content> | undefined,
  tools: PrintedTools,
  elsewhere: readonly (keyof NoInfer<Content>)[] = [],
): readonly Fact[] =>
  printedFields(fields, content, elsewhere).map(({ field, printed }) => [
    field.label,
    printed && <PrintedValue printed={printed} tools={tools} />,
  ])

/** One printed value as elements. */
export function PrintedValue({ printed, tools }: { printed: Printed; tools: PrintedTools }) {
  switch (printed.kind) {
    case 'text':
      return <>{printed.text}</>
    case 'link':
      return (
        <a href={printed.url} rel="noreferrer">
          {printed.label}
        </a>
      )
    case 'markdown':
      return <div class="t-prose">{tools.richText(printed.markdown)}</div>
    case 'list':
      return (
        <ul>
          {printed.items.map((item, index) => (
            <li key={index}>
              <PrintedLine item={item} tools={tools} />
            </li>
          ))}
        </ul>
      )
  }
}

function PrintedLine({ item, tools }: { item: PrintedItem; tools: PrintedTools }) {
  if (typeof item === 'string') return <>{item}</>
  if ('file' in item) return <>{tools.file(item.file, item.label)}</>
  return (
    <a href={item.url} rel="noreferrer">
      {item.label}
    </a>
  )
}
