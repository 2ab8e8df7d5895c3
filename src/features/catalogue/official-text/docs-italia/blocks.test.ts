// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { readBlocks } from './blocks.ts'

const blocks = (...lines: string[]) =>
  readBlocks(lines.join('\n')).map(({ kind, parts, line }) => [line, kind, ...parts])

describe('the blocks of a reStructuredText file', () => {
  it('are told with the line where each starts', () => {
    expect(blocks('Titolo', '======', '', 'Una riga', 'e la sua coda', '', '-  voce', '', '**Gruppo**')).toEqual([
      [1, 'heading', 'Titolo'],
      [4, 'paragraph', 'Una riga e la sua coda'],
      [7, 'item', 'voce'],
      [9, 'label', 'Gruppo'],
    ])
  })

  it('have titles with or without a line above, and no transitions', () => {
    expect(blocks('=====', 'Sopra', '=====', '', '-----', '', 'Sotto', '-----')).toEqual([
      [2, 'heading', 'Sopra'],
      [7, 'heading', 'Sotto'],
    ])
  })

  it('keep an item together over its lines, even when one begins with a dash or is not indented', () => {
    expect(blocks('-  prima riga', '   - (seconda) - terza', 'quarta', '-  altra voce')).toEqual([
      [1, 'item', 'prima riga - (seconda) - terza quarta'],
      [4, 'item', 'altra voce'],
    ])
  })

  it('keep what is nested in an item as its further parts', () => {
    expect(blocks('-  voce', '', '    - uno', '      e mezzo', '    - due', '', '   coda', '', 'fuori')).toEqual([
      [1, 'item', 'voce', 'uno e mezzo', 'due', 'coda'],
      [9, 'paragraph', 'fuori'],
    ])
  })

  it('leave out directives and comments with what is indented under them', () => {
    expect(blocks('.. note::', '', '   - dentro', '', '..', '   commento', '', '- fuori')).toEqual([
      [8, 'item', 'fuori'],
    ])
  })

  it('take a dash inside a paragraph for what it is', () => {
    expect(blocks('Come si è detto', '- e si ripete - qui', 'non è un elenco')).toEqual([
      [1, 'paragraph', 'Come si è detto - e si ripete - qui non è un elenco'],
    ])
  })

  it('are the words alone, without markup', () => {
    expect(
      blocks(
        '-  **Marzo 2027 \\*** *-* il ``codice``, `il sito <https://a.example/>`__ e :ref:`là`, d\u2019*oggi*\u00a0e l\\ *’altro*',
      ),
    ).toEqual([[1, 'item', 'Marzo 2027 * - il codice, il sito e là, d’oggi e l’altro']])
  })

  it('are found the same with Windows line ends', () => {
    expect(readBlocks('Titolo\r\n======\r\n\r\n-  voce\r\n')).toEqual(readBlocks('Titolo\n======\n\n-  voce\n'))
  })
})
