// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import type { Spending } from '../../funding/index.ts'
import { measureChapters, type TailoredChapter } from '../../plans/index.ts'
import { blockText } from '../content/document-text.ts'
import { fixtureProfile, tailorFixture } from '../fixture.ts'
import type { Figure } from '../model.ts'
import { documentFonts } from '../pdf/fonts.ts'
import { sourcePaint, statusPaint } from './palette.ts'
import { openRasteriser } from './rasterise.ts'
import { spendingChart } from './spending-chart.ts'
import { statusByChapterChart } from './status-chart.ts'
import { timelineChart } from './timeline-chart.ts'

const today = '2025-10-01'
const years = { from: 2024, to: 2026 }
const tailored = tailorFixture()
const modules = fileURLToPath(new URL('../../../../node_modules', import.meta.url))
const rasterise = openRasteriser(documentFonts(join(modules)))

const chapterOf = (change: (chapter: TailoredChapter) => TailoredChapter = (chapter) => chapter): TailoredChapter => {
  const [chapter] = tailored.chapters
  if (chapter === undefined) throw new Error('the fixture has a first chapter')
  return change(chapter)
}

const status = () => statusByChapterChart(measureChapters(tailored, today))
const timeline = () => timelineChart(chapterOf(), years, today)
const spending = () => spendingChart(fixtureProfile.spending ?? [])
const charts: readonly (readonly [string, () => Figure])[] = [
  ['status', status],
  ['timeline', timeline],
  ['spending', spending],
]

/** Every element of a drawing with its attributes, and its text. */
function read(svg: string) {
  const elements: { name: string; attributes: Record<string, string> }[] = []
  let text = ''
  const parser = new Parser(
    {
      onopentag: (name, attributes) => elements.push({ name, attributes }),
      ontext: (part) => {
        text += part
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(svg)
  return { elements, text }
}

describe.each(charts)('the %s chart', (_, chart) => {
  it('stands in a page with a strict policy: no script, no style sheet, no style attribute', () => {
    const { elements } = read(chart().svg)
    expect(elements.filter(({ name }) => name === 'style' || name === 'script')).toEqual([])
    expect(elements.filter(({ attributes }) => 'style' in attributes || 'class' in attributes)).toEqual([])
  })

  it('is an image that says its name and what it shows', () => {
    const { id, svg, caption, alternative, width, height } = chart()
    const { elements, text } = read(svg)
    expect(elements[0]?.attributes).toMatchObject({
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      width: String(width),
      height: String(height),
      viewBox: `0 0 ${width} ${height}`,
    })
    expect(text.startsWith(caption + alternative)).toBe(true)
  })

  it('keeps every id under its own, each once', () => {
    const { id, svg } = chart()
    const ids = read(svg).elements.flatMap(({ attributes }) => (attributes.id ? [attributes.id] : []))
    expect(ids.filter((one) => !one.startsWith(`${id}-`))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, used] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(used)
  })

  it('is the same whatever was drawn before it', () => {
    const first = chart()
    for (const [, other] of charts) other()
    expect(chart()).toEqual(first)
  })

  it('writes in Titillium Web', () => {
    const texts = read(chart().svg).elements.filter(({ name }) => name === 'text')
    expect(texts.length).toBeGreaterThan(0)
    for (const { attributes } of texts) expect(attributes['font-family']).toMatch(/^Titillium Web/)
  })

  it('becomes a PNG as wide as asked', () => {
    const png = Buffer.from(rasterise(chart().svg, 640))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(640)
    expect(png.length).toBeGreaterThan(5_000)
  })
})

describe('statusByChapterChart', () => {
  it('writes each number over its edge, also where the order of painting is not known', () => {
    const { svg } = status()
    expect(svg).not.toContain('paint-order')
    const texts = [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)]
    const edged = texts.filter(([, attributes = '']) => attributes.includes(' stroke='))
    expect(edged.length).toBeGreaterThan(0)
    for (const one of edged) {
      const [, attributes, words] = texts[texts.indexOf(one) + 1] ?? []
      expect(words).toBe(one[2])
      expect(attributes).not.toContain(' stroke=')
    }
  })

  it('says every number in words and in its table', () => {
    const { alternative, data } = status()
    expect(alternative).toContain('Capitolo 1, Organizzazione e cambiamento: 2 linee, continuativa 1, pianificata 1')
    expect(data.columns.map(({ heading }) => heading)).toEqual(['Stato', 'Cap. 1', 'Cap. 4', 'Cap. 7', 'Totale'])
    expect(data.rows.at(-1)?.flatMap((cell) => cell.map(blockText))).toEqual(['Totale', '2', '2', '1', '5'])
  })

  it('grows with the chapters', () => {
    const [one] = measureChapters(tailored, today)
    if (one === undefined) throw new Error('the fixture has a first chapter')
    expect(statusByChapterChart(Array(9).fill(one)).height).toBeGreaterThan(statusByChapterChart([one]).height + 300)
  })
})

describe('timelineChart', () => {
  it('writes code, title and status of every line', () => {
    const { svg, data } = timeline()
    for (const word of ['CAP1.PA.01', 'Proporre una comunità', 'Pianificata', 'Continuativa', 'oggi, 01/10/2025']) {
      expect(read(svg).text).toContain(word)
    }
    expect(data.rows).toHaveLength(chapterOf().lines.length)
  })

  it('names what is late', () => {
    const late = tailored.chapters.find(({ chapter }) => chapter.number === 4)
    if (late === undefined) throw new Error('the fixture has a fourth chapter')
    const { alternative, svg } = timelineChart(late, years, today)
    expect(alternative).toContain('in ritardo CAP4.PA.01')
    expect(read(svg).text).toContain('in ritardo')
  })

  it('shows the year of a date that the triennium does not hold', () => {
    const early = chapterOf(({ chapter, lines }) => ({
      chapter,
      lines: lines.map((one) => ({ ...one, line: { ...one.line, timing: { kind: 'by', date: '2023-06-30' } } })),
    }))
    expect(read(timelineChart(early, years, today).svg).text).toContain('2023')
  })

  it('prints markup in a title as text', () => {
    const title = `<script>alert("1")</script> & {b|c}`
    const hostile = chapterOf(({ chapter, lines }) => ({
      chapter: { ...chapter, title },
      lines: lines.map((one) => ({ ...one, line: { ...one.line, title } })),
    }))
    const { svg } = timelineChart(hostile, years, today)
    expect(read(svg).elements.some(({ name }) => name === 'script')).toBe(false)
    expect(read(svg).text).toContain('<script>alert("1")</script>')
    expect(() => rasterise(svg, 300)).not.toThrow()
  })

  it('has room for the longest chapter on a page', () => {
    const [line] = chapterOf().lines
    if (line === undefined) throw new Error('the first chapter has lines')
    const { width, height } = timelineChart(
      chapterOf(({ chapter }) => ({ chapter, lines: Array(30).fill(line) })),
      years,
      today,
    )
    expect(height / width).toBeLessThan(1.4)
  })
})

describe('spendingChart', () => {
  it('adds exactly, apart what was spent and what is expected of the same year', () => {
    const rows: readonly Spending[] = [
      { year: 2025, kind: 'forecast', amount: '0.30', source: 'PNRR' },
      { year: 2025, kind: 'actual', amount: '0.10', source: 'PNRR' },
      { year: 2025, kind: 'actual', amount: '0.20' },
    ]
    const { data, alternative } = spendingChart(rows)
    expect(data.rows.map((row) => row.flat().map(blockText))).toEqual([
      ['2025 consuntivo', '0,10\u00a0€', '0,20\u00a0€', '0,30\u00a0€'],
      ['2025 previsione', '0,30\u00a0€', '0,00\u00a0€', '0,30\u00a0€'],
    ])
    expect(alternative).toContain('Fonte non indicata 0,20\u00a0€')
  })

  it('makes room for a long legend', () => {
    const rows = (count: number) =>
      Array.from(
        { length: count },
        (_, index): Spending => ({
          year: 2025,
          kind: 'forecast',
          amount: '1000',
          source: `Una fonte di finanziamento dal nome lungo, numero ${index}`,
        }),
      )
    expect(spendingChart(rows(12)).height).toBeGreaterThan(spendingChart(rows(1)).height + 100)
  })
})

describe('the palette', () => {
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  it('has a contrast of at least 4.5 with white, as WCAG 2.1 (1.4.3) asks', () => {
    const paints = [...Object.values(statusPaint), ...Array.from({ length: 6 }, (_, index) => sourcePaint(index))]
    for (const { color } of paints) expect(1.05 / (luminance(color) + 0.05), color).toBeGreaterThanOrEqual(4.5)
  })
})
