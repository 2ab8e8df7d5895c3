// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { Block, Inline } from '../model.ts'
import { documentWith, fonts, openRenderer } from './fixture.ts'
import { printableCodePoints, readCodePoints } from './font-coverage.ts'
import { styles } from './fonts.ts'

const canPrint = printableCodePoints(fonts)
const codePoint = (character: string): number => character.codePointAt(0) ?? 0

describe('printableCodePoints', () => {
  it.each(['\uf0b7', '\u0007', '\u001b', '漢', '🏛', '\ud800'])('refuses %j, which no font of ours has', (character) => {
    expect(canPrint(codePoint(character))).toBe(false)
  })

  it.each(['a', 'È', '€', '’', '–', '→', '✓', '☐', '\n', '\t', '\u00a0'])('accepts %j', (character) => {
    expect(canPrint(codePoint(character))).toBe(true)
  })

  it('refuses a character that is missing from one style only', () => {
    const [, dejaVuSans] = fonts.sans
    const [regular, oblique] = [dejaVuSans?.regular[0] ?? '', dejaVuSans?.italic[0] ?? ''].map(coverOf)
    const upright = [...(regular ?? [])].filter((code) => !oblique?.has(code))
    expect(upright.length).toBeGreaterThan(0)
    expect(upright.filter(canPrint)).toEqual([])
  })

  it('refuses a file that is no font', () => {
    expect(() => readCodePoints(Buffer.from('niente di leggibile'.repeat(10)))).toThrow(/font|table|range/i)
  })

  it('counts every weight of a style as covering the same characters', () => {
    for (const family of [...fonts.sans, ...fonts.mono]) {
      for (const style of styles) {
        const covers = family[style].map((file) => [...coverOf(file)].toSorted((a, b) => a - b))
        expect(covers.every((cover) => cover.join() === covers[0]?.join())).toBe(true)
      }
    }
  })
})

const coverOf = (file: string): Set<number> => readCodePoints(readFileSync(file))

describe('the characters that are said to be printable', () => {
  const renderer = openRenderer()
  afterAll(() => renderer.close())

  it('are printed by Typst in text and code, upright and slanted, light and bold', async () => {
    const printable = Array.from({ length: 0x20000 }, (_, code) => code).filter(canPrint)
    const lines = Array.from({ length: Math.ceil(printable.length / 50) }, (_, line) =>
      String.fromCodePoint(...printable.slice(line * 50, line * 50 + 50)),
    )
    const inEveryStyle = lines.flatMap((line): Block[] => {
      const plain: Inline = { kind: 'text', text: line }
      const emphasis: Inline = { kind: 'emphasis', children: [plain] }
      return [
        { kind: 'paragraph', content: [plain, emphasis, { kind: 'strong', children: [plain, emphasis] }] },
        { kind: 'code', text: line },
      ]
    })
    const { pages } = await renderer.render(documentWith(...inEveryStyle), '{}')
    expect(printable.length).toBeGreaterThan(1000)
    expect(pages).toBeGreaterThan(5)
  })
})
