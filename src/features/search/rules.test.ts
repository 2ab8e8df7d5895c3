// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closing, excerptOf, opening, readQuery } from './rules.ts'

describe('what was typed', () => {
  test.each([
    ['CAP1.PA.07', 'CAP1.PA.07'],
    ['cap 1 pa 7', 'CAP1.PA.07'],
    ['cap1pa07 uffici', 'CAP1.PA.07 uffici'],
    ['Cap.2 PA LA01', 'CAP2.PA.LA01'],
    ['capitolo 1 paragrafo 7', 'capitolo 1 paragrafo 7'],
    ['scap1.pa.07', 'scap1.pa.07'],
    ['«carta d’identità» –scuola', '"carta d’identità" -scuola'],
    ['  due parole ', 'due parole'],
  ])('%s is read as %s', (typed, read) => expect(readQuery(typed)).toBe(read))
})

describe('excerpts', () => {
  const show = (text: string, ...words: string[]) => {
    const recognised = words.reduce((marked, word) => marked.replaceAll(word, `${opening}${word}${closing}`), text)
    return excerptOf(text, recognised)
      .map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
      .join('')
  }
  const filler = 'parole che non si cercano '.repeat(20)

  test('a short text is whole, with its marks', () =>
    expect(show('Gli uffici usano la rubrica.', 'uffici', 'rubrica')).toBe('Gli [uffici] usano la [rubrica].'))

  test('a long one is cut where most of what was looked for is', () => {
    const cut = show(`Una rubrica. ${filler}La rubrica degli uffici. ${filler}`, 'rubrica', 'uffici')
    expect(cut).toContain('La [rubrica] degli [uffici].')
    expect(cut).toMatch(/^… .* …$/)
    expect(cut.length).toBeLessThan(280)
  })

  test('a text that is not the one that was compared is shown without marks', () =>
    expect(excerptOf('Gli uffici', `Gli ${opening}uffici${closing} altrove`)).toEqual([
      { text: 'Gli uffici', marked: false },
    ]))

  test('nothing to show gives nothing', () => expect(excerptOf('', '')).toEqual([]))

  test('whatever is marked, the pieces together are a stretch of the text', () => {
    const words = fc.array(fc.tuple(fc.constantFrom('uffici', 'attività', 'e', '<b>', '😀'), fc.boolean()), {
      maxLength: 120,
    })
    fc.assert(
      fc.property(words, (pieces) => {
        const text = pieces.map(([word]) => word).join(' ')
        const recognised = pieces.map(([word, marked]) => (marked ? opening + word + closing : word)).join(' ')
        const shown = excerptOf(text, recognised)
        const joined = shown.map((segment) => segment.text).join('')
        expect(text).toContain(joined.replace(/^… | …$/g, ''))
        expect(shown.some(({ marked }) => marked)).toBe(pieces.some(([, marked]) => marked))
      }),
    )
  })
})
