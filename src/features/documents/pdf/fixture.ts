// SPDX-License-Identifier: AGPL-3.0-or-later

import { fileURLToPath } from 'node:url'
import { trienniumOf } from '../../../kernel/ids.ts'
import type { Block, Cell, DocumentModel, Inline, Section, Table } from '../model.ts'
import { documentFonts, fontFiles } from './fonts.ts'
import { createPdfRenderer, type PdfRenderer, type PdfRendererSettings } from './renderer.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export const fonts = documentFonts(here('../../../../node_modules'))

/** A renderer as src/main builds it, on one process unless told. */
export const openRenderer = (settings: Partial<PdfRendererSettings> = {}): PdfRenderer =>
  createPdfRenderer({
    workerPath: here('../../../../dist/worker.js'),
    templateFolder: here('.'),
    fontFiles: fontFiles(fonts),
    processes: 1,
    ...settings,
  })

/** Texts that mean something in Typst, or that a careless writer would spoil. */
export const hostileTexts = [
  '#eval("1+1")',
  '#import "plan.typ": blue',
  '#read("../../../../package.json")',
  '*grassetto* _corsivo_ `codice` $x^2$ @rif <etichetta>',
  '= Titolo finto',
  '\\u{41} \\ \\\\ "virgolette" \'apici\' «caporali»',
  '// commento /* e poi */ ~ -- ---',
  '{"json": [1, 2]} {{mustache}} <%= 1 + 1 %>',
  '<script>alert(1)</script> &amp; %PDF-1.7',
]

/** Hebrew and Arabic inside an Italian line. */
export const rightToLeft = 'saluto שלום e مرحبا insieme'
export const longWord = 'Lunghissima'.repeat(90)
export const longText = Array.from({ length: 1430 }, (_, index) => `p${String(index).padStart(5, '0')}`).join(' ')

const text = (value: string): Inline => ({ kind: 'text', text: value })
export const paragraph = (value: string): Block => ({ kind: 'paragraph', content: [text(value)] })
const cell = (value: string): Cell => [paragraph(value)]

const figureData: Table = {
  kind: 'table',
  id: 'dati-stato',
  layout: 'grid',
  caption: 'Dati del grafico: linee per stato',
  columns: [
    { heading: 'Stato', width: 3 },
    { heading: 'Linee', width: 1, align: 'end' },
  ],
  rows: [
    [cell('Completate'), cell('8')],
    [cell('In corso'), cell('4')],
  ],
}

const figure: Block = {
  kind: 'figure',
  id: 'stato',
  caption: 'Linee per stato',
  alternative: 'Otto linee completate e quattro in corso.',
  svg:
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="160" viewBox="0 0 600 160">' +
    '<rect width="400" height="60" fill="#0066cc"/><rect y="80" width="200" height="60" fill="#17324d"/>' +
    '<text x="10" y="35" font-family="Titillium Web" font-size="18" fill="#fff">Completate → 8</text></svg>',
  width: 600,
  height: 160,
  data: figureData,
}

/** One of every kind of block. */
const everyBlock: Block[] = [
  {
    kind: 'paragraph',
    content: [
      text('Il Comune '),
      { kind: 'strong', children: [text('pubblica'), { kind: 'emphasis', children: [text(' e aggiorna')] }] },
      { kind: 'break' },
      { kind: 'link', url: 'https://vallechiara.example/servizi', children: [text('il catalogo dei servizi')] },
      text(' con '),
      { kind: 'code', text: 'GET /servizi' },
    ],
  },
  { kind: 'list', ordered: false, items: [cell('anagrafe'), cell('tributi')] },
  {
    kind: 'list',
    ordered: true,
    items: [[paragraph('prima'), { kind: 'list', ordered: false, items: [cell('dettaglio')] }], []],
  },
  { kind: 'quote', blocks: [paragraph('Una frase riportata.')] },
  { kind: 'code', text: 'if (x) {\n\tstampa("ciao")\n}' },
  { kind: 'callout', title: 'Nota', blocks: [paragraph('Da verificare ogni anno.')] },
  figure,
]

const fiche = (code: string): Table => ({
  kind: 'table',
  id: code.toLowerCase(),
  layout: 'fiche',
  caption: `${code} – Descrivere i servizi con parole semplici`,
  columns: [
    { heading: 'Voce', width: 27 },
    { heading: 'Contenuto', width: 73 },
  ],
  rows: [
    [cell('Scadenza'), cell('Entro il 31/12/2026')],
    [cell('Attività'), [paragraph('Gli uffici riscrivono le schede.'), ...everyBlock.slice(1, 3)]],
    [cell('Note'), []],
  ],
})

/** More than twenty pages long, with rows that break across pages. */
const longTable: Table = {
  kind: 'table',
  id: 'elenco',
  layout: 'grid',
  caption: 'Elenco dei servizi',
  columns: [
    { heading: 'Numero', width: 1, align: 'end' },
    { heading: 'Servizio', width: 4 },
  ],
  rows: Array.from({ length: 900 }, (_, index) => [cell(String(index + 1)), cell(`Servizio numero ${index + 1}`)]),
}

const section = (id: string, title: string, blocks: readonly Block[], sections: readonly Section[] = []): Section => ({
  id,
  title,
  newPage: sections.length > 0,
  blocks,
  sections,
})

/** The plan of an invented municipality with the given sections. */
export const documentOf = (...sections: readonly Section[]): DocumentModel => ({
  metadata: {
    title: 'Piano triennale per l’informatica 2025-2027 – Comune di Vallechiara',
    administration: 'Comune di Vallechiara',
    triennium: trienniumOf('2025-2027'),
    edition: '2024-2026',
    language: 'it',
    keywords: ['piano triennale', 'transizione digitale'],
    description: 'Documento di prova',
    date: '2026-03-02',
    planHash: 'ab'.repeat(32),
  },
  cover: {
    administration: 'Comune di Vallechiara',
    title: 'Piano triennale per l’informatica 2025-2027',
    subtitle: 'Aggiornamento 2025',
    facts: [['Abitanti', '4.950']],
    notice: 'Contenuti inventati.',
  },
  sections,
})

/** A document of one section that holds the given blocks. */
export const documentWith = (...blocks: readonly Block[]): DocumentModel =>
  documentOf(section('prova', 'Prova', blocks))

/** Every kind of block at several depths, with all hostile texts. */
export const wholeDocument: DocumentModel = documentOf(
  section('introduzione', 'Introduzione', everyBlock, [
    section('contesto', 'Il contesto', [], [section('dati', 'Dati', [])]),
  ]),
  section('capitolo', 'Capitolo 1 #eval("2+2")', [fiche('CAP1.PA.01'), fiche('CAP1.PA.02')]),
  section('ostili', 'Testi ostili', [
    ...hostileTexts.map(paragraph),
    paragraph(rightToLeft),
    paragraph(longWord),
    { kind: 'code', text: hostileTexts.join('\n') },
    { ...figureData, id: 'lunga', caption: 'Cella lunga', rows: [[cell(longText), cell('1')]] },
  ]),
  section('elenco', 'Elenco', [longTable]),
)

/** One paragraph. */
export const smallDocument: DocumentModel = documentWith(paragraph('Testo.'))
