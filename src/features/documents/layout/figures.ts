// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Block, DocumentModel, Figure, Section } from '../model.ts'

/** Turns an SVG into a PNG of the given width, for programs that cannot draw SVG. */
export type Raster = (svg: string, width: number) => Promise<Uint8Array> | Uint8Array

/** Enough pixels for sharp print over the width of a page. */
const rasterWidth = 1600

/** A PNG for each figure of the document, by the figure's id. */
export async function rasterFigures(
  { sections }: DocumentModel,
  raster: Raster,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>()
  for (const { id, svg } of sections.flatMap(figuresOf)) images.set(id, await raster(svg, rasterWidth))
  return images
}

const figuresOf = ({ blocks, sections }: Section): Figure[] => [
  ...blocks.flatMap(figuresIn),
  ...sections.flatMap(figuresOf),
]

function figuresIn(block: Block): Figure[] {
  switch (block.kind) {
    case 'figure':
      return [block]
    case 'list':
      return block.items.flat().flatMap(figuresIn)
    case 'quote':
    case 'callout':
      return block.blocks.flatMap(figuresIn)
    case 'table':
      return block.rows.flat(2).flatMap(figuresIn)
    default:
      return []
  }
}
