// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { paragraphs } from '../layout/fixture.ts'
import { wholeWords } from '../layout/join-lines.ts'
import { readNarrative } from './narrative.ts'

const titles = [
  { number: 1, title: 'Organizzazione e gestione del cambiamento' },
  { number: 2, title: 'Il procurement per la trasformazione digitale' },
]
const read = (text: string) => {
  const blocks = paragraphs(text)
  const rest = blocks.map((block) => ({ block, section: {} }))
  return readNarrative(blocks, rest, titles, wholeWords(['acquisti']))
}

describe('what a plan writes of each chapter', () => {
  it('is nothing where no chapter is told', () => {
    expect(read('Il Comune ha tre uffici.')).toEqual([])
  })

  it('is nothing where a chapter has its title alone', () => {
    expect(read('Capitolo 1. Organizzazione e gestione del cambiamento')).toEqual([])
  })

  it('is Markdown: paragraphs made whole, lists, headings', () => {
    const found = read(
      'Capitolo 1. Organizzazione e gestione del cambiamento\n\n1.1 Gli uffici\n\nIl Comune ha\ntre uffici:\n\n- tributi\n\n- anagrafe\n\n' +
        'Capitolo 2. Il procurement per la trasformazione digitale\n\nGli acqui-\nsti sono due.',
    )
    expect(found.map(({ chapter, markdown }) => [chapter, markdown])).toEqual([
      [1, '### 1.1 Gli uffici\n\nIl Comune ha tre uffici:\n\n- tributi\n\n- anagrafe'],
      [2, 'Gli acquisti sono due.'],
    ])
  })

  it('is cut when long, and says so', () => {
    const long = Array.from({ length: 400 }, (_, index) => `Frase ${index} ${'di prova '.repeat(10)}finita.`).join(
      '\n\n',
    )
    const [chapter] = read(`Capitolo 1. Organizzazione e gestione del cambiamento\n\n${long}`)
    expect(chapter?.markdown.length).toBeLessThanOrEqual(20_000)
    expect(chapter?.warnings).toHaveLength(1)
  })
})
