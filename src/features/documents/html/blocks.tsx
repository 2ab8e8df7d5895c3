// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import type { Block, Cell, Column, Figure, Table } from '../model.ts'
import { Inlines } from './inlines.tsx'

/** Blocks as HTML, in order. */
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
      const items = block.items.map((item) => <li>{printCell(item)}</li>)
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'quote':
      return <blockquote>{block.blocks.map(printBlock)}</blockquote>
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'callout':
      return (
        <div class="callout" role="note">
          <p>
            <strong>{block.title}</strong>
          </p>
          {block.blocks.map(printBlock)}
        </div>
      )
    case 'table':
      return block.layout === 'fiche' ? <Fiche table={block} /> : <Grid table={block} />
    case 'figure':
      return <Drawing figure={block} />
  }
}

/** A cell with a single paragraph needs no `<p>`. */
function printCell(cell: Cell): ComponentChildren {
  const [only, ...others] = cell
  return only?.kind === 'paragraph' && others.length === 0 ? <Inlines content={only.content} /> : cell.map(printBlock)
}

const Fiche = ({ table }: { table: Table }) => (
  <table id={table.id} class="fiche">
    <caption>{table.caption}</caption>
    <tbody>
      {table.rows.map(([field = [], value = []]) => (
        <tr>
          <th scope="row">{printCell(field)}</th>
          <td>{printCell(value)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** A table wider than a small screen scrolls by itself, also by keyboard. */
const Grid = ({ table: { id, caption, columns, rows } }: { table: Table }) => (
  <section class="scroll" aria-labelledby={`${id}-nome`} tabindex={0}>
    <table id={id} class={sizeOf(columns)}>
      <caption id={`${id}-nome`}>{caption}</caption>
      <colgroup>
        {sharesOf(columns).map((share) => (
          <col class={`w${share}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ heading, align }) => (
            <th scope="col" class={align}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map((cell, index) =>
              index === 0 && cell.length > 0 && row.length > 1 ? (
                <th scope="row">{printCell(cell)}</th>
              ) : (
                <td class={columns[index]?.align}>{printCell(cell)}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

/** Tables with more columns than this keep their width on a small screen. */
const sizeOf = (columns: readonly Column[]): string =>
  columns.length > 4 ? 'wide' : columns.length > 2 ? 'medium' : ''

/** Per cent of the width, from the columns' relative shares. */
function sharesOf(columns: readonly Column[]): readonly number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  return columns.map(({ width }) => Math.max(1, Math.round((100 * width) / total)))
}

/** A drawing with its own description; the table that opens below has the numbers. */
const Drawing = ({ figure: { id, caption, svg, width, data } }: { figure: Figure }) => (
  <figure id={id}>
    <figcaption id={`${id}-nome`}>{caption}</figcaption>
    <section class="scroll" aria-labelledby={`${id}-nome`} tabindex={0}>
      {/* Drawn by charts/, which escapes every text. */}
      <div class={width > 900 ? 'drawing large' : 'drawing'} dangerouslySetInnerHTML={{ __html: svg }} />
    </section>
    <details>
      <summary>I dati della figura</summary>
      <Grid table={data} />
    </details>
  </figure>
)
