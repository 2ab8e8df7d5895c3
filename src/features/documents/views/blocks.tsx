// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import { Inlines } from '../html/inlines.tsx'
import type { Block, Table } from '../model.ts'

/** The blocks of a text as elements of a page. */
export const Blocks = ({ blocks }: { blocks: readonly Block[] }): ComponentChildren => blocks.map(printBlock)

function printBlock(block: Block): ComponentChildren {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inlines content={block.content} />
        </p>
      )
    case 'list': {
      const items = block.items.map((item) => <li>{item.map(printBlock)}</li>)
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'quote':
      return <blockquote>{block.blocks.map(printBlock)}</blockquote>
    case 'code':
      return <pre>{block.text}</pre>
    case 'callout':
      return (
        <>
          <p>
            <strong>{block.title}</strong>
          </p>
          {block.blocks.map(printBlock)}
        </>
      )
    case 'table':
      return printTable(block)
    case 'figure':
      return <p>{block.alternative}</p>
  }
}

const printTable = ({ caption, columns, rows }: Table) => (
  <section class="t-scroll" aria-label={caption} tabindex={0}>
    <table class="table table-sm">
      <thead>
        <tr>
          {columns.map(({ heading, align }) => (
            <th scope="col" class={align && `text-${align}`}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map((cell, index) => (
              <td class={columns[index]?.align && `text-${columns[index].align}`}>{cell.map(printBlock)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
