// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import type { Block } from '../model.ts'
import { dropFurniture } from './drop-furniture.ts'
import { paragraphs, table } from './fixture.ts'

const texts = (blocks: readonly Block[]) =>
  dropFurniture(blocks).flatMap((block) =>
    block.kind === 'paragraph' ? block.lines.map(({ text }) => text) : ['(table)'],
  )

describe('page furniture', () => {
  it('leaves a text without any as it is', () => {
    const blocks = [...paragraphs('Il Comune apre.\n\n2024\n\nTre uffici.'), table([['a', 'b']])]
    expect(texts(blocks)).toEqual(['Il Comune apre.', '2024', 'Tre uffici.', '(table)'])
  })

  it('goes: page numbers, and the line beside them on more than one page', () => {
    const text = 'Uno\n\nPiano di Vallechiara\n\nPagina 1 di 3\n\nDue\n\nPiano di Vallechiara\n\nPagina 2 di 3\n\nTre'
    expect(texts(paragraphs(text))).toEqual(['Uno', 'Due', 'Tre'])
  })

  it('goes: a line at the edge of three pages, its number apart', () => {
    const pages = [1, 2, 3].flatMap((page) =>
      paragraphs(`Vallechiara digitale ${page}\n\nTesto ${page}\n\nAltro\n\nFine`, page),
    )
    expect(texts(pages)).not.toContain('Vallechiara digitale 2')
    expect(texts(pages)).toContain('Testo 2')
  })

  it('is not a line that recurs inside pages too, as fields of fiches do', () => {
    const pages = [1, 2, 3].flatMap((page) =>
      paragraphs(`Stato in corso\n\nTesto\n\nStato in corso\n\nAltro\n\nFine`, page),
    )
    expect(texts(pages).filter((text) => text === 'Stato in corso')).toHaveLength(6)
  })

  it('goes: numbers alone that grow, and bare addresses at the foot', () => {
    const text = 'Uno\n\n12\n\nhttps://esempio.example/a\n\nDue\n\n13\n\nTre'
    expect(texts(paragraphs(text))).toEqual(['Uno', 'Due', 'Tre'])
    expect(texts(paragraphs('Uno\n\n12\n\nDue\n\n5\n\nTre'))).toContain('12')
  })
})
