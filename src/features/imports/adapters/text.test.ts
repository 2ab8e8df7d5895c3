// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { textsOf } from '../layout/fixture.ts'
import { readText } from './text.ts'

const read = (text: string) => readText(new TextEncoder().encode(text), 'piano.txt')
const linesOf = async (text: string) =>
  (await read(text)).blocks.map((block) =>
    block.kind === 'paragraph' ? block.lines.map(({ text }) => text) : textsOf(block),
  )

describe('a text', () => {
  it('that is none is refused', async () => {
    await expect(readText(Uint8Array.of(80, 0, 0, 1), 'foto.txt')).rejects.toThrow('foto.txt')
  })

  it('without words gives no blocks', async () => {
    expect(await read('')).toEqual({ blocks: [], warnings: [] })
    expect(await read('\n\n\r\n')).toEqual({ blocks: [], warnings: [] })
  })

  it('gives paragraphs; lines of blanks are kept, traces of empty cells', async () => {
    expect(await linesOf('uno\r\ndue\n\ntre\n  \nquattro')).toEqual([['uno', 'due'], ['tre'], ['  '], ['quattro']])
  })

  it('has pages where form feeds or printed numbers say so', async () => {
    const { blocks, pages } = await read('uno\n\fdue\n\nPagina 7 di 9\n\ntre')
    expect(pages).toBe(7)
    expect(blocks.map((block) => block.kind === 'paragraph' && block.lines[0]?.place)).toEqual([
      { line: 1, page: 1 },
      { line: 2, page: 2 },
      { line: 4, page: 7 },
      { line: 6, page: 7 },
    ])
    expect((await read('uno')).pages).toBeUndefined()
  })

  it('loses its invisible characters', async () => {
    expect(await linesOf('\ufeffu\u200bno\u00a0due\u00ad')).toEqual([['uno due']])
  })

  it('has tables where lines are cut by tabs or bars, the text around them apart', async () => {
    expect(await linesOf('Titolo\nuno\tdue\ntre\tquattro\nfine')).toEqual([
      ['Titolo'],
      [
        ['uno', 'due'],
        ['tre', 'quattro'],
      ],
      ['fine'],
    ])
    expect(await linesOf('| a | b |\n|---|:--|\n| <ul><li>c</li><li>d</li></ul> | e<br>f |')).toEqual([
      [
        ['a', 'b'],
        ['c d', 'e f'],
      ],
    ])
    expect(await linesOf('un\ttab soltanto')).toEqual([['un\ttab soltanto']])
  })
})
