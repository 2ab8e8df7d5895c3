// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText } from '../content/document-text.ts'
import type { Block, Inline, Section } from '../model.ts'
import { cellFromMarkdown, narrativeFromMarkdown } from './narrative.ts'

const cellText = (source: string): string => cellFromMarkdown(source).map(blockText).join('\n')

/** Everything inside blocks, each with its depth. */
function* walk(content: readonly (Block | Inline)[], depth = 1): Generator<[Block | Inline, number]> {
  for (const one of content) {
    yield [one, depth]
    if (one.kind === 'paragraph') yield* walk(one.content, depth + 1)
    else if (one.kind === 'list') yield* walk(one.items.flat(), depth + 1)
    else if (one.kind === 'quote') yield* walk(one.blocks, depth + 1)
    else if (one.kind === 'table') yield* walk(one.rows.flat(2), depth + 1)
    else if ('children' in one) yield* walk(one.children, depth + 1)
  }
}

const links = (source: string): string[] =>
  [...walk(cellFromMarkdown(source))].flatMap(([one]) => (one.kind === 'link' ? [one.url] : []))

describe('hostile Markdown', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[premi](javascript:alert(1))',
    '[premi](JaVaScRiPt:alert(1))',
    '[premi](&#106;avascript:alert(1))',
    '[premi](java\nscript:alert(1))',
    '[premi](data:text/html;base64,PHNjcmlwdD4=)',
    '[premi](vbscript:x)',
    '[premi](file:///etc/passwd)',
    '[premi](//altrove.example)',
    '[premi](/percorso)',
    '![x](javascript:alert(1))',
    '<javascript:alert(1)>',
    'ftp://vecchio.example/x',
  ])('links nowhere from %j, and prints it', (source) => {
    expect(links(source)).toEqual([])
    expect(cellText(source)).not.toBe('')
  })

  it('links to http, https and mailto alone, also where an address stands bare', () => {
    expect(links('[a](https://x.example) <http://y.example> scrivere a z@x.example, https://w.example/è.')).toEqual([
      'https://x.example/',
      'http://y.example/',
      'mailto:z@x.example',
      'https://w.example/%C3%A8',
    ])
  })

  const long = 20_000
  it.each(
    [
      '>',
      '> ',
      '- ',
      '1. ',
      '*a_ ',
      '*a ',
      '**a*',
      '[',
      '![',
      '[a](',
      '`a',
      '<',
      '&',
      'http://',
      'a@b.',
      'mailto:',
      '|',
      '\\',
      '\t',
      '"(http://a.it/',
      'a',
      '#',
      '~~~\n',
      'x\n',
    ].map((pattern) => [pattern, pattern.repeat(long / pattern.length)]),
  )('reads twenty thousand characters of %j without growing as its square', (_, source) => {
    const start = performance.now()
    cellFromMarkdown(source)
    expect(performance.now() - start).toBeLessThan(4000)
  })

  it('never nests deeper than a document can be printed', () => {
    const nested = Array.from({ length: 150 }, (_, depth) => `${' '.repeat(depth * 2)}- voce${depth}`).join('\n')
    const emphasised = `${'**a *b '.repeat(40)}${'c* d** '.repeat(40)}`
    for (const source of [nested, emphasised, `${'> '.repeat(500)}fondo`]) {
      const depths = [...walk(cellFromMarkdown(source))].map(([, depth]) => depth)
      expect(Math.max(...depths)).toBeLessThanOrEqual(24)
    }
    expect(cellText(nested)).toContain('voce149')
    expect(cellText(`${'> '.repeat(500)}fondo`)).toContain('fondo')
  })
})

describe('plain text that only looks like Markdown', () => {
  it.each([
    ['asterisks between digits', 'Superficie 5*4*3 metri', 'Superficie 5*4*3 metri'],
    ['underscores in names', 'il file piano_2025_finale.pdf', 'il file piano_2025_finale.pdf'],
    ['indented lines', '    rientrata\n        ancora', 'rientrata ancora'],
    ['a year at the start of a line', '2024. Il Comune ha aderito', '2024. Il Comune ha aderito'],
    ['numbers that do not count from one', '3. terzo\n4. quarto', '3. terzo\n4. quarto'],
    ['a row of dashes under a line', 'Premessa\n---\nTesto', 'Premessa\nTesto'],
    ['what could define a reference', '[1]: vedi la delibera', '[1]: vedi la delibera'],
    ['strikethrough', '~~vecchio~~ nuovo', '~~vecchio~~ nuovo'],
    ['Windows paths', 'C:\\Utenti\\piano', 'C:\\Utenti\\piano'],
    ['a rank', '#1 priorità', '#1 priorità'],
    ['rows longer than their header', 'a | b\n--- | ---\n1 | 2 | tre', 'a | b --- | --- 1 | 2 | tre'],
  ])('keeps %s', (_, source, expected) => {
    expect(cellText(source)).toBe(expected)
  })

  it('reads the bullets that word processors type as a list', () => {
    expect(cellFromMarkdown('Passi:\n• primo\n\uf0b7 secondo')).toMatchObject([
      { kind: 'paragraph' },
      { kind: 'list', ordered: false, items: [[{ kind: 'paragraph' }], [{ kind: 'paragraph' }]] },
    ])
  })

  it('loses no word, whatever marks stand between words', () => {
    const word = fc.stringMatching(/^[a-zàèìòù]{1,8}$/)
    const mark = fc.constantFrom(' ', '\n', '\n\n', ' **', '** ', ' *', '* ', '_', ' `', '~', '\n# ', '\n> ', '\n- ')
    const odd = fc.constantFrom(
      '\n\t',
      '\n1. ',
      '\n7) ',
      ' | ',
      '\n|--|--|\n',
      ' <',
      '> ',
      '[',
      '] ',
      '](',
      ') ',
      '\n\n    ',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.oneof(mark, odd)), { maxLength: 40 }), (drawn) => {
        const parts = drawn.map(([letters, between], index) => [`${letters}${index}z`, between] as const)
        const source = parts.flat().join('')
        const printed = [...walk(cellFromMarkdown(source))].map(([one]) => ('text' in one ? one.text : '')).join(' ')
        const addresses = links(source).map(decodeURI).join(' ')
        for (const [expected] of parts) expect(`${printed} ${addresses}`).toContain(expected)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('Markdown as people write it', () => {
  it('keeps emphasis, code, breaks and links', () => {
    expect(cellFromMarkdown('Un **testo** *vivo* con `codice`\\\ne [un link](https://x.example)')).toEqual([
      {
        kind: 'paragraph',
        content: [
          { kind: 'text', text: 'Un ' },
          { kind: 'strong', children: [{ kind: 'text', text: 'testo' }] },
          { kind: 'text', text: ' ' },
          { kind: 'emphasis', children: [{ kind: 'text', text: 'vivo' }] },
          { kind: 'text', text: ' con ' },
          { kind: 'code', text: 'codice' },
          { kind: 'break' },
          { kind: 'text', text: 'e ' },
          { kind: 'link', url: 'https://x.example/', children: [{ kind: 'text', text: 'un link' }] },
        ],
      },
    ])
  })

  it('prints an address that it does not link as it was written', () => {
    expect(cellText('[la delibera](/atti/perché)')).toBe('la delibera (/atti/perché)')
  })

  it('turns images into their words', () => {
    expect(cellText('![la mappa degli *uffici*](mappa.png)')).toBe('la mappa degli uffici')
  })

  it('makes a list of a table inside a cell, and a table of it in running text', () => {
    const source = '| Anno | Spesa |\n|---|---:|\n| 2025 | 10 |'
    expect(cellFromMarkdown(source)).toMatchObject([{ kind: 'list' }])
    expect(cellText(source)).toBe('Anno: 2025; Spesa: 10')
    const [table] = narrativeFromMarkdown(source, 'spesa').blocks
    expect(table).toMatchObject({
      kind: 'table',
      id: 'spesa-1-tabella',
      caption: 'Tabella: Anno, Spesa',
      columns: [{ heading: 'Anno' }, { heading: 'Spesa', align: 'end' }],
    })
  })

  it('makes headings paragraphs in bold inside a cell', () => {
    expect(cellFromMarkdown('## Prima fase')).toEqual([
      { kind: 'paragraph', content: [{ kind: 'strong', children: [{ kind: 'text', text: 'Prima fase' }] }] },
    ])
  })

  it('opens sub-sections without skipping a level, at most two deep', () => {
    const source = ['Avvio.', '', '##### A', '', 'a', '', '###### B', '', '# C', '', '### D', '', '#### E'].join('\n')
    const outline = (sections: readonly Section[]): unknown[] =>
      sections.map(({ title, sections: inner }) => (inner.length > 0 ? [title, outline(inner)] : title))
    const narrative = narrativeFromMarkdown(source, 'capitolo-3')
    expect(outline(narrative.sections)).toEqual([
      ['A', ['B']],
      ['C', ['D']],
    ])
    expect(narrative.sections[1]?.sections[0]?.blocks.map(blockText)).toEqual(['E'])
  })

  it('gives ids that no heading shares', () => {
    const { sections } = narrativeFromMarkdown('# Uguale\n\n# Uguale\n\n# ***', 'introduzione')
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
    expect(sections.length).toBeGreaterThan(1)
  })
})
