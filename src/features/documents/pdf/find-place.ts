// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Block, Cell, DocumentModel, Inline, Section, Table } from '../model.ts'

/** A text of the document and the titles that lead to it, outermost first. */
type Placed = { readonly place: readonly string[]; readonly text: string }

/**
 * The place of the first text that passes a test, in words for a reader of the document: `Capitolo 3 › CAP3.PA.07 –
 * Titolo › Attività`. Undefined when there is none.
 */
export function findPlace(model: DocumentModel, wanted: (text: string) => boolean): string | undefined {
  return textsOf(model)
    .find(({ text }) => wanted(text))
    ?.place.join(' › ')
}

function* textsOf({ cover, metadata, sections }: DocumentModel): Generator<Placed> {
  const onCover = [cover.administration, cover.title, cover.subtitle, ...cover.facts.flat(), cover.notice ?? '']
  yield* placed(['Copertina'], onCover)
  yield* placed(['Proprietà'], [metadata.title, metadata.administration, metadata.description, ...metadata.keywords])
  for (const section of sections) yield* inSection([], section)
}

function* inSection(outer: readonly string[], { title, blocks, sections }: Section): Generator<Placed> {
  const place = [...outer, title]
  yield { place, text: title }
  yield* inBlocks(place, blocks)
  for (const section of sections) yield* inSection(place, section)
}

function* inBlocks(place: readonly string[], blocks: readonly Block[]): Generator<Placed> {
  for (const block of blocks) yield* inBlock(place, block)
}

function* inBlock(place: readonly string[], block: Block): Generator<Placed> {
  switch (block.kind) {
    case 'paragraph':
      return yield* placed(place, block.content.map(plainText))
    case 'code':
      return yield { place, text: block.text }
    case 'list':
      return yield* inBlocks(place, block.items.flat())
    case 'callout':
      yield { place, text: block.title }
      return yield* inBlocks(place, block.blocks)
    case 'quote':
      return yield* inBlocks(place, block.blocks)
    case 'table':
      return yield* inTable(place, block)
    case 'figure':
      yield* placed([...place, block.caption], [block.caption, block.alternative, block.svg])
      return yield* inTable(place, block.data)
  }
}

function* inTable(outer: readonly string[], { layout, caption, columns, rows }: Table): Generator<Placed> {
  const place = [...outer, caption]
  yield* placed(place, [caption, ...columns.map(({ heading }) => heading)])
  for (const [index, row] of rows.entries()) {
    const name = layout === 'fiche' ? cellText(row[0] ?? []) : `riga ${index + 1}`
    for (const cell of row) yield* inBlocks([...place, name], cell)
  }
}

const placed = (place: readonly string[], texts: readonly string[]): Placed[] => texts.map((text) => ({ place, text }))

const cellText = (cell: Cell): string =>
  inBlocks([], cell)
    .map(({ text }) => text)
    .toArray()
    .join(' ')

function plainText(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text
    case 'break':
      return ' '
    default:
      return inline.children.map(plainText).join('')
  }
}
