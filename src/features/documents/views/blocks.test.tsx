// SPDX-License-Identifier: AGPL-3.0-or-later
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { Block } from '../model.ts'
import { Blocks } from './blocks.tsx'
import { richText } from './rich-text.tsx'

const html = (blocks: readonly Block[]) => renderToString(<Blocks blocks={blocks} />)
const text = (words: string): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text: words }] })

test('no markup of theirs passes, no dangerous link becomes one', () => {
  const printed = renderToString(
    richText('<b onclick="x()">a</b> [b](javascript:alert(1)) ![c](https://example.org/c.png)'),
  )
  expect(printed).not.toMatch(/<b |<img|href="javascript/)
  expect(printed).toContain('&lt;b onclick')
})

test('every kind of block has its element', () => {
  expect(html([text('uno')])).toBe('<p>uno</p>')
  expect(html([{ kind: 'list', ordered: true, items: [[text('a')], [text('b')]] }])).toBe(
    '<ol><li><p>a</p></li><li><p>b</p></li></ol>',
  )
  expect(html([{ kind: 'quote', blocks: [text('a')] }])).toBe('<blockquote><p>a</p></blockquote>')
  expect(html([{ kind: 'code', text: '1 < 2' }])).toBe('<pre>1 &lt; 2</pre>')
  expect(html([{ kind: 'callout', title: 'Nota', blocks: [text('a')] }])).toBe('<p><strong>Nota</strong></p><p>a</p>')
})

test('a table has a name, column headings, and a frame that scrolls and takes the focus', () => {
  const printed = html([
    {
      kind: 'table',
      id: 't',
      layout: 'grid',
      caption: 'Dati',
      columns: [
        { heading: 'Anno', width: 1 },
        { heading: 'Spesa', width: 1, align: 'end' },
      ],
      rows: [[[text('2025')], [text('10')]]],
    },
  ])
  expect(printed).toContain('<section class="t-scroll" aria-label="Dati" tabindex="0">')
  expect(printed).toContain('<th scope="col" class="text-end">Spesa</th>')
  expect(printed).toContain('<td class="text-end"><p>10</p></td>')
})
