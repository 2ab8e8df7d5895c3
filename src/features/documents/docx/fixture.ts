// SPDX-License-Identifier: AGPL-3.0-or-later

import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { trienniumOf } from '../../../kernel/ids.ts'
import type { Block, Cell, DocumentModel, Figure, Inline, Table } from '../model.ts'

const text = (value: string): Inline => ({ kind: 'text', text: value })
export const paragraph = (value: string): Block => ({ kind: 'paragraph', content: [text(value)] })
export const cell = (value: string): Cell => [paragraph(value)]

/** Texts that break careless writers of XML. */
export const hostile = 'a & b < c > "d" \'e\' ]]> <!-- --> &amp; \u0000\u0007\u001b\ud800\uffff 🏛️ è €'
/** What a reader must get back. */
export const mended = 'a & b < c > "d" \'e\' ]]> <!-- --> &amp;  🏛️ è €'

export const fiche: Table = {
  kind: 'table',
  id: 'cap3-pa-14',
  layout: 'fiche',
  caption: 'CAP3.PA.14 – Descrivere i servizi con parole semplici',
  columns: [
    { heading: 'Voce', width: 1 },
    { heading: 'Contenuto', width: 3 },
  ],
  rows: [
    [cell('Obiettivo'), cell('OB.3.1 – Servizi facili da usare')],
    [cell('Scadenza'), cell('Entro il 31 dicembre 2025')],
    [
      cell('Attività'),
      [
        paragraph('Il Comune riscrive le schede dei servizi:'),
        {
          kind: 'list',
          ordered: true,
          items: [[paragraph('anagrafe')], [paragraph('tributi'), paragraph('con la tabella delle tariffe')]],
        },
      ],
    ],
    [cell('Note'), []],
  ],
}

const chart: Figure = {
  kind: 'figure',
  id: 'grafico-stato',
  caption: 'Stato delle linee',
  alternative: 'Otto linee completate, quattro in corso.',
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="120" viewBox="0 0 600 120"><rect width="400" height="50" fill="#0066cc"/><rect y="60" width="200" height="50" fill="#4c5b6b"/></svg>',
  width: 600,
  height: 120,
  data: {
    kind: 'table',
    id: 'dati-stato',
    layout: 'grid',
    caption: 'Stato delle linee: i dati',
    columns: [
      { heading: 'Stato', width: 2 },
      { heading: 'Linee', width: 1, align: 'end' },
    ],
    rows: [
      [cell('Completata'), cell('8')],
      [cell('In corso'), cell('4')],
    ],
  },
}

const wide: Table = {
  kind: 'table',
  id: 'pnrr',
  layout: 'grid',
  caption: 'Misure PNRR',
  columns: ['Misura', 'Titolo', 'Anno', 'Importo', 'Stato'].map((heading, index) => ({
    heading,
    width: index === 1 ? 3 : 1,
    ...(index === 3 && { align: 'end' as const }),
  })),
  rows: [[cell('1.4.1'), cell('Esperienza del cittadino'), cell('2024'), cell('79.922,00 €'), cell('Completata')]],
}

const richText: Block[] = [
  {
    kind: 'paragraph',
    content: [
      text('Il Comune '),
      { kind: 'strong', children: [text('pubblica '), { kind: 'emphasis', children: [text('sempre')] }] },
      text(' le schede su '),
      { kind: 'link', url: 'https://vallechiara.example/schede?a=1&b=2#uno', children: [text('il sito')] },
      text(', per posta '),
      { kind: 'link', url: 'mailto:urp@vallechiara.example', children: [text('elettronica')] },
      { kind: 'break' },
      { kind: 'code', text: 'robots.txt' },
    ],
  },
  { kind: 'list', ordered: false, items: [[paragraph('ricevere')], [paragraph('rispondere')], []] },
  {
    kind: 'list',
    ordered: true,
    items: [
      [paragraph('primo'), { kind: 'list', ordered: true, items: [[paragraph('primo del primo')]] }],
      [paragraph('secondo')],
    ],
  },
  { kind: 'list', ordered: true, items: [[paragraph('di nuovo primo')]] },
  { kind: 'quote', blocks: [paragraph('Una pagina chiara vale una telefonata.')] },
  { kind: 'code', text: 'GET /servizi\n  Accept: application/json' },
  { kind: 'callout', title: 'Da ricordare', blocks: [paragraph('La dichiarazione scade il 23 settembre.')] },
]

/** A document of an invented body with every kind of block. */
export const sampleDocument: DocumentModel = {
  metadata: {
    title: 'Piano triennale per l’informatica 2025-2027',
    administration: 'Comune di Vallechiara',
    triennium: trienniumOf('2025-2027'),
    edition: '2024-2026',
    language: 'it',
    keywords: ['piano triennale', 'trasformazione digitale'],
    description: 'Piano di prova di un comune inventato',
    date: '2026-01-15',
    planHash: 'ab12'.repeat(16),
  },
  cover: {
    administration: 'Comune di Vallechiara',
    title: 'Piano triennale per l’informatica',
    subtitle: 'Triennio 2025-2027',
    facts: [
      ['Edizione del Piano nazionale', '2024-2026'],
      ['Data', '15 gennaio 2026'],
    ],
    notice: 'Documento dimostrativo: i contenuti sono inventati.',
  },
  sections: [
    {
      id: 'introduzione',
      title: 'Introduzione',
      blocks: richText,
      sections: [{ id: 'testi-difficili', title: hostile, blocks: [paragraph(hostile)], sections: [] }],
    },
    {
      id: 'capitolo-3',
      title: 'Capitolo 3. Servizi',
      newPage: true,
      blocks: [chart, paragraph('Segue la tabella delle misure.'), wide],
      sections: [{ id: 'ob-3-1', title: 'OB.3.1 Servizi facili da usare', blocks: [fiche], sections: [] }],
    },
  ],
}

/** The sample with one section of these blocks. */
export const documentOf = (...blocks: Block[]): DocumentModel => ({
  ...sampleDocument,
  sections: [{ id: 'prova', title: 'Prova', blocks, sections: [] }],
})

/** An upright section, two on their side, the first with one inside it, and an upright one. */
export const turningDocument: DocumentModel = {
  ...sampleDocument,
  sections: [
    { id: 'uno', title: 'Uno', newPage: true, blocks: [fiche], sections: [] },
    {
      id: 'due',
      title: 'Due',
      newPage: true,
      landscape: true,
      blocks: [],
      sections: [{ id: 'due-dentro', title: 'Dentro', blocks: [fiche], sections: [] }],
    },
    { id: 'tre', title: 'Tre', newPage: true, landscape: true, blocks: [fiche], sections: [] },
    { id: 'quattro', title: 'Quattro', newPage: true, blocks: [], sections: [] },
  ],
}

/** The rasteriser that the application uses. */
export const raster = (svg: string, width: number): Uint8Array =>
  new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render().asPng()

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme' }),
  fc.constant(hostile),
)

/** Blocks of every kind, nested in every way. */
export const anyBlocks: fc.Arbitrary<Block[]> = fc.letrec<{ blocks: Block[]; inlines: Inline[] }>((tie) => {
  const blocks = tie('blocks')
  const inlines = tie('inlines')
  const few = { maxLength: 3, depthIdentifier: 'blocks' }
  return {
    inlines: fc.array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.record({ kind: fc.constantFrom('text', 'code'), text: anyText }),
        fc.constant<Inline>({ kind: 'break' }),
        fc.record({ kind: fc.constantFrom('strong', 'emphasis'), children: inlines }),
        fc.record({ kind: fc.constant('link'), url: fc.webUrl(), children: inlines }),
      ),
      few,
    ),
    blocks: fc.array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.record({ kind: fc.constant('paragraph'), content: inlines }),
        fc.record({ kind: fc.constant('code'), text: anyText }),
        fc.record({ kind: fc.constant('list'), ordered: fc.boolean(), items: fc.array(blocks, few) }),
        fc.record({ kind: fc.constant('quote'), blocks }),
        fc.record({ kind: fc.constant('callout'), title: anyText, blocks }),
        fc.tuple(blocks, anyText).map(([content, caption]) => ({ ...fiche, caption, rows: [[cell('Nota'), content]] })),
        fc.constant(chart),
      ),
      few,
    ),
  }
}).blocks
