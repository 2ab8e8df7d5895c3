// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectionsText } from '../content/document-text.ts'
import { buildFixture, fixtureProfile } from '../fixture.ts'
import { mendDocument } from './mend-document.ts'
import { mendText } from './mend-text.ts'

/** A font of Latin letters, their accents, the usual signs, the bullet and the box. */
const canPrint = (codePoint: number): boolean =>
  (codePoint >= 0x20 && codePoint < 0x250) || '‘’“”–—…•€□'.includes(String.fromCodePoint(codePoint))

const mend = (text: string): { text: string; told: string[] } => {
  const told: string[] = []
  return { text: mendText(text, canPrint, (what) => told.push(what)), told }
}

/** The report about a character that the fonts lack. */
const replaced = (was: string, codes: string, by: string) =>
  `«${was}» (${codes}), che manca dai caratteri tipografici: sostituito con «${by}»`

describe('mendText', () => {
  it.each([
    ['control characters', 'a\u0000b\u0007c\u009f', 'abc', 'U+0000 (carattere di controllo): tolto'],
    ['halves of characters', 'a\ud83db', 'ab', 'U+D83D (metà di un carattere): tolto'],
    ['directions of writing', 'a\u202eb\u2066c', 'abc', 'U+202E (comando di direzione del testo): tolto'],
    ['invisible characters', 'a\u200bb\u00adc\ufeff', 'abc', 'U+200B (carattere invisibile): tolto'],
    ['bullets of Word', '\uf0b7 voce', '• voce', replaced('\uf0b7', 'U+F0B7', '•')],
    ['other private characters', '\ue123', '□', replaced('\ue123', 'U+E123', '□')],
    ['emoji', 'ok 👍🏽!', 'ok □!', replaced('👍🏽', 'U+1F44D U+1F3FD', '□')],
    ['letters of other scripts', '中', '□', replaced('中', 'U+4E2D', '□')],
    ['letters drawn as mathematics', '𝗖iao', 'Ciao', replaced('𝗖', 'U+1D5D6', 'C')],
    ['ligatures', 'uﬃcio', 'ufficio', replaced('ﬃ', 'U+FB03', 'ffi')],
    ['hyphens of other kinds', 'e\u2011mail', 'e-mail', replaced('\u2011', 'U+2011', '-')],
    ['accents that no letter takes', 'x\u0302', 'x', replaced('x\u0302', 'U+0078 U+0302', 'x')],
  ])('mends %s and says so', (_, source, expected, change) => {
    const { text, told } = mend(source)
    expect(text).toBe(expected)
    expect(told).toContain(change)
  })

  it('composes accents and evens spaces without a word', () => {
    expect(mend('perche\u0301\tno\r\ne sì')).toEqual({ text: 'perché no e sì', told: [] })
  })

  it('keeps line ends only where they mean something', () => {
    expect(mendText('a\r\nb', canPrint, () => {}, true)).toBe('a\nb')
  })

  it('falls back to a question mark where not even the box can be printed', () => {
    expect(
      mendText(
        '中',
        (codePoint) => codePoint < 0x80,
        () => {},
      ),
    ).toBe('?')
  })

  it('leaves nothing that cannot be printed, and leaves alone what can', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (source) => {
        const { text } = mend(source)
        for (const character of text) expect(canPrint(character.codePointAt(0) ?? 0)).toBe(true)
        expect(mend(text)).toEqual({ text, told: [] })
      }),
      { numRuns: 500 },
    )
  })
})

describe('mendDocument', () => {
  const withActivity = (activity: string) =>
    buildFixture(
      {},
      { ...fixtureProfile, plan: { ...fixtureProfile.plan, entries: [{ code: 'CAP7.PA.01', activity }] } },
    )

  it('leaves a clean document as it is', () => {
    const model = buildFixture()
    expect(mendDocument(model, canPrint)).toEqual({ model, mendings: [] })
  })

  it('tells chapter, line and field of what it mends, once, with how many times', () => {
    const { model, mendings } = mendDocument(withActivity('uno\u0007 due\u0007 tre 😀'), canPrint)
    const place = 'Parte seconda › Capitolo 7 › OB.7.1 › Scheda CAP7.PA.01 › Attività dell’ente'
    expect(mendings).toEqual([
      { place, what: 'U+0007 (carattere di controllo): tolto (2 volte)' },
      { place, what: replaced('😀', 'U+1F600', '□') },
    ])
    expect(sectionsText(model.sections)).toContain('uno due tre □')
  })

  it('mends cover, properties and drawings too', () => {
    const name = 'Comune di Valle\u0007chiara'
    const { administration, spending } = fixtureProfile
    const profile = {
      ...fixtureProfile,
      administration: { ...administration, name },
      spending: spending?.map((row) => ({ ...row, source: 'Fon\u0007te' })),
    }
    const { model, mendings } = mendDocument(
      buildFixture({}, { ...profile, spending: profile.spending ?? [] }),
      canPrint,
    )
    expect(JSON.stringify(model)).not.toContain('\\u0007')
    expect(model.cover.administration).toBe('Comune di Vallechiara')
    const places = mendings.map(({ place }) => place)
    expect(places).toEqual(expect.arrayContaining(['Copertina', 'Proprietà del documento']))
    expect(places.some((place) => place.endsWith('Spesa ICT per anno e fonte'))).toBe(true)
  })

  it('changes nothing but texts', () => {
    const shape = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shape)
      if (typeof value !== 'object' || value === null) return typeof value
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
    }
    const model = withActivity('- a\u200b\n- b 😀\n\n> citazione\n\n```\ncodice\n```')
    expect(shape(mendDocument(model, canPrint).model)).toEqual(shape(model))
  })
})
