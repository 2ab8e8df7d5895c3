// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { buildFixture, fixtureProfile } from '../fixture.ts'
import { type DocumentModel, layouts } from '../model.ts'
import { readWebFonts } from './web-fonts.ts'
import { writeHtml } from './write-html.ts'

type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; text: string }

const pageOf = (model: DocumentModel): string => new TextDecoder().decode(writeHtml(model).bytes)

/** Elements in document order, each with its text. */
function read(html: string): readonly Element[] {
  const elements: Element[] = []
  const open: Element[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, text: '' }
      elements.push(element)
      open.push(element)
    },
    ontext(text) {
      for (const element of open) element.text += text
    },
    onclosetag() {
      open.pop()
    },
  })
  parser.end(html)
  return elements
}

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}\${7*7}`

const hostileModel = (): DocumentModel => {
  const { administration, plan } = fixtureProfile
  return buildFixture(
    {},
    {
      ...fixtureProfile,
      administration: { ...administration, name: hostile },
      offices: [{ name: hostile, description: hostile }],
      roles: [{ role: hostile, holder: hostile }],
      spending: [{ year: 2025, kind: 'forecast', amount: '10', source: hostile, note: hostile }],
      fundingMeasures: [{ measure: '1.2', title: hostile, progress: hostile }],
      plan: {
        ...plan,
        title: hostile,
        narrative: { introduction: `# ${hostile}\n\n${hostile}`, chapters: { '1': hostile } },
        entries: [
          {
            code: 'CAP1.PA.01',
            activity: hostile,
            statusLabel: hostile,
            offices: [hostile],
            planned: hostile,
            notes: hostile,
            evidence: [{ label: hostile, url: `https://x.example/${encodeURIComponent(hostile)}` }],
          },
        ],
        initiatives: [{ title: hostile, steps: [hostile, hostile], resources: hostile }],
      },
    },
  )
}

describe('writeHtml', () => {
  it('prints hostile texts of every field as text', () => {
    const elements = read(pageOf(hostileModel()))
    expect(elements.filter(({ name }) => ['script', 'img', 'iframe', 'object'].includes(name))).toEqual([])
    expect(
      elements.flatMap(({ attributes }) => Object.keys(attributes).filter((name) => name.startsWith('on'))),
    ).toEqual([])
    expect(elements.find(({ name }) => name === 'h1')?.text).toContain(hostile)
  })

  it('forbids by its own policy every script and every style but its own sheet', () => {
    const elements = read(pageOf(buildFixture()))
    const policy = elements.find(({ attributes }) => attributes['http-equiv'])?.attributes.content ?? ''
    const sheet = elements.find(({ name }) => name === 'style')?.text ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(sheet).digest('base64')}'`)
    expect(elements.filter(({ attributes }) => 'style' in attributes)).toEqual([])
  })

  it('needs nothing from outside', () => {
    const elements = read(pageOf(buildFixture()))
    expect(elements.filter(({ name }) => name === 'link' || name === 'script')).toEqual([])
    expect(elements.filter(({ attributes }) => 'src' in attributes)).toEqual([])
  })

  it('carries the fonts that it is given', () => {
    const fonts = readWebFonts(fileURLToPath(new URL('../../../../node_modules', import.meta.url)))
    const html = new TextDecoder().decode(writeHtml(buildFixture(), fonts).bytes)
    const faces = [...html.matchAll(/url\(data:font\/woff2;base64,([A-Za-z0-9+/=]+)\)/g)]
    expect(
      faces.map(([, base64]) =>
        Buffer.from(base64 ?? '', 'base64')
          .subarray(0, 4)
          .toString(),
      ),
    ).toEqual(Array(3).fill('wOF2'))
  })

  it.each(layouts)('skips no heading level and starts from one title (%s)', (layout) => {
    const levels = read(pageOf(buildFixture({ layout })))
      .filter(({ name }) => /^h[1-6]$/.test(name))
      .map(({ name }) => Number(name[1]))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1)).toEqual([])
  })

  it.each(layouts)('has every address of its contents, and every id once (%s)', (layout) => {
    const elements = read(pageOf(buildFixture({ layout })))
    const ids = elements.flatMap(({ attributes }) => (attributes.id ? [attributes.id] : []))
    expect(new Set(ids).size).toBe(ids.length)
    const inner = elements.flatMap(({ attributes: { href } }) => (href?.startsWith('#') ? [href.slice(1)] : []))
    expect(inner.length).toBeGreaterThan(15)
    expect(inner.filter((id) => !ids.includes(id))).toEqual([])
  })

  it.each(layouts)('names every table and heads every column and row (%s)', (layout) => {
    const elements = read(pageOf(buildFixture({ layout })))
    const count = (name: string) => elements.filter((element) => element.name === name).length
    expect(count('caption')).toBe(count('table'))
    const headers = elements.filter(({ name }) => name === 'th')
    expect(headers.filter(({ attributes, text }) => !attributes.scope || text.trim() === '')).toEqual([])
    expect(headers.filter(({ attributes }) => attributes.scope === 'row').length).toBeGreaterThan(50)
  })

  it('says language, title, author and hash', () => {
    const model = buildFixture()
    const elements = read(pageOf(model))
    expect(elements.find(({ name }) => name === 'html')?.attributes.lang).toBe('it')
    expect(elements.find(({ name }) => name === 'title')?.text).toBe(model.metadata.title)
    expect(elements.find(({ attributes }) => attributes.name === 'author')?.attributes.content).toBe(
      'Comune di Vallechiara',
    )
    expect(elements.find(({ name }) => name === 'footer')?.text).toContain(model.metadata.planHash)
  })

  it('gives the same bytes for the same document', () => {
    expect(writeHtml(buildFixture()).bytes).toEqual(writeHtml(buildFixture()).bytes)
  })
})
