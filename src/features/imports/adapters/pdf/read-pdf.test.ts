// SPDX-License-Identifier: AGPL-3.0-or-later
import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { cellsOf, drawnPdf, outlineOf, pdfOf, tablesIn, typstPdf } from '../fixture.ts'
import { readPdf } from './read-pdf.ts'

// pdf.js begins with a warning for servers that draw.
beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))

const read = (bytes: Uint8Array) => readPdf(bytes, 'piano.pdf')

const wide = (
  stroke: string,
  records: string,
  header = '[*Codice*], [*Che cosa chiede*], [*Che cosa fa l’ente*], [*Entro*]',
) =>
  typstPdf(`#set page(width: 16cm, height: 9cm, margin: 1cm)
    #table(columns: (2.2cm, 1fr, 1fr, 2.4cm), stroke: ${stroke}, table.header(${header}), ${records})`)

const records = `
  [CAP1.PA.01], [Le amministrazioni aprono uno sportello digitale per chi non usa il computer], [Lo sportello apre due mattine la settimana nella biblioteca], [giugno 2026],
  table.cell(colspan: 4)[OB 1.2 Persone che sanno usare gli strumenti],
  [CAP1.PA.02], [I Comuni formano il personale], [], [],
  [CAP1.PA.03], [Si pubblica ogni anno il numero delle pratiche svolte in rete], [Numero pubblicato a gennaio], [2027],`

describe('a PDF that cannot be read', () => {
  const encrypt = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<${'ef'.repeat(16)}> <${'ef'.repeat(16)}>]`
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'
  const kids = (count: number) => `<< /Type /Pages /Count ${count} /Kids [${'3 0 R '.repeat(count)}] >>`
  const whole = typstPdf('Comune di Vallechiara')

  const letters =
    'begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00> <ff> <e000> endbfrange endcmap'
  const content = 'BT /R 9 Tf 50 700 Td (Sportello) Tj ET'
  const illegible = pdfOf([
    kids(1),
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /R 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
    `<< /Length ${letters.length} >>\nstream\n${letters}\nendstream`,
  ])

  it.each([
    ['has letters of its own', illegible, 'unreadable-file', 'non si può copiare', 'OCR'],
    ['is locked', pdfOf([kids(1), page], encrypt), 'unreadable-file', 'password', 'togliere la password'],
    ['is cut in the middle', whole.slice(0, whole.length / 2), 'unreadable-file', 'incompleto', 'copia intera'],
    [
      'has nothing in it',
      new TextEncoder().encode('%PDF-1.7\n%%EOF'),
      'unreadable-file',
      'danneggiato',
      'copia intera',
    ],
    ['is a scan', drawnPdf([[{ fill: [50, 50, 400, 600] }]]), 'unreadable-file', 'scansione', 'OCR'],
    ['has 10,000 pages', pdfOf([kids(10_000), page]), 'too-large', 'supera 2000 pagine', 'file giusto'],
  ])('that %s is refused, saying what to do', async (_, bytes, code, message, remedy) => {
    await expect(read(bytes)).rejects.toMatchObject({
      code,
      problems: [{ message: expect.stringContaining(message), remedy: expect.stringContaining(remedy) }],
    })
  })
})

describe('a table of a PDF', () => {
  const cells = [
    'Codice|Che cosa chiede|Che cosa fa l’ente|Entro',
    'CAP1.PA.01|Le amministrazioni aprono uno/sportello digitale per chi non usa/il computer|Lo sportello apre due mattine la/settimana nella biblioteca|giugno 2026',
    'OB 1.2 Persone che sanno usare gli strumenti|||',
    'CAP1.PA.02|I Comuni formano il personale||',
    'CAP1.PA.03|Si pubblica ogni anno il numero/delle pratiche svolte in rete|Numero pubblicato a gennaio|2027',
  ]

  it.each([
    ['all its lines', '0.5pt'],
    ['lines under its rows alone', '(x, y) => (bottom: 0.5pt)'],
    ['lines beside its columns alone', '(x, y) => (left: 0.5pt, right: 0.5pt)'],
    ['no lines', 'none'],
  ])('is read by %s', async (_, stroke) => {
    const { blocks } = await read(wide(stroke, records))
    const [table] = tablesIn(blocks)
    expect(blocks).toHaveLength(1)
    expect(table && cellsOf(table)).toEqual(cells)
    expect(table?.rows[2]?.cells[0]).toMatchObject({ column: 0, columns: 4, place: { page: 1 } })
  })

  it('that goes on overleaf is a table on each page, its repeated head on both, a row that is cut two rows', async () => {
    const long = 'Si tiene un registro delle richieste, con chi le ha fatte e quando sono state esaudite. '.repeat(3)
    const { blocks, pages } = await read(wide('0.5pt', `[CAP1.PA.01], [${long}], [${long}], [2026],`.repeat(2)))
    const tables = tablesIn(blocks)
    expect(pages).toBe(2)
    expect(tables.map(({ place }) => place.page)).toEqual([1, 2])
    expect(tables.map((table) => cellsOf(table)[0])).toEqual(Array(2).fill(cells[0]))
    const words = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(({ column }) => column === 1)))
    expect(
      words
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' '),
    ).toContain(long.trim())
    expect(tables[1]?.rows[1]?.cells.some(({ column }) => column === 0)).toBe(false)
  })

  it('without lines keeps its columns overleaf, where some are empty and no head is repeated', async () => {
    const row = (code: string, activity: string) => `[${code}], [Sportello aperto ogni mattina], [${activity}], [2026],`
    const first = Array.from({ length: 12 }, (_, at) => row(`CAP1.PA.${10 + at}`, 'Fatto da tempo')).join('')
    const second = Array.from({ length: 5 }, (_, at) => row(`CAP2.PA.${10 + at}`, '')).join('')
    const pdf = typstPdf(`#set page(width: 16cm, height: 9cm, margin: 1cm)
      #table(columns: (2.2cm, 1fr, 1fr, 2.4cm), stroke: none, [*Codice*], [*Richiesta*], [*Attività*], [*Entro*], ${first}${second})`)
    const overleaf = tablesIn((await read(pdf)).blocks).find(({ place }) => place.page === 2)
    expect(overleaf && cellsOf(overleaf).at(-1)).toBe('CAP2.PA.14|Sportello aperto ogni mattina||2026')
  })

  it('of labels and values, without lines, keeps lists in their cells', async () => {
    const pdf = typstPdf(`#set page(width: 16cm, height: 9cm, margin: 1cm)
      #table(columns: (3cm, 1fr), stroke: none,
        [*Codice*], [CAP2.PA.01],
        [*Uffici coinvolti*], list([Segreteria], [Ufficio tecnico]),
        [*Che cosa si fa*], [Si rinnovano i contratti con chi tiene in rete gli archivi del Comune, e si chiede di poterli portare altrove],
        [*Stato*], [Avviata])`)
    expect(outlineOf((await read(pdf)).blocks)).toEqual([
      [
        'Codice|CAP2.PA.01',
        'Uffici coinvolti|• Segreteria/• Ufficio tecnico',
        'Che cosa si fa|Si rinnovano i contratti con chi tiene in rete gli archivi del Comune, e si chiede di/poterli portare altrove',
        'Stato|Avviata',
      ],
    ])
  })

  /** Lines as Word draws them: a thin rectangle for each side of each cell. */
  const ruled = (xs: readonly number[], ys: readonly number[]) => [
    ...ys.flatMap((y) => xs.slice(1).map((x, at) => ({ fill: [xs[at] ?? 0, y, x - (xs[at] ?? 0), 0.5] as const }))),
    ...xs.flatMap((x) => ys.slice(1).map((y, at) => ({ fill: [x, ys[at] ?? 0, 0.5, y - (ys[at] ?? 0)] as const }))),
  ]
  const drawn = [
    ...ruled([50, 110, 300], [700, 716, 732]),
    { text: 'Codice', x: 52, y: 721, bold: true },
    { text: 'Descrizione', x: 112, y: 721, bold: true },
    { text: 'CAP1.PA.01-bis', x: 52, y: 705 },
    { text: 'Sportello', x: 116, y: 705 },
    // Underlines it.
    { fill: [116, 703.5, 37, 0.5] as const },
  ]

  it('drawn in pieces is read; a word too long for its cell stays whole, an underlined one makes no row', async () => {
    expect(outlineOf((await read(drawnPdf([drawn]))).blocks)).toEqual([
      ['Codice|Descrizione', 'CAP1.PA.01-bis|Sportello'],
    ])
  })

  it('on a page that is turned stands as people see it', async () => {
    const [table] = tablesIn((await read(drawnPdf([drawn], 180))).blocks)
    expect(table?.place.box?.y).toBeGreaterThan(600)
  })

  it('of a single cell is a frame: its text is text', async () => {
    const pdf = drawnPdf([[...ruled([50, 300], [700, 740]), { text: 'Nota per chi legge', x: 60, y: 715 }]])
    expect(outlineOf((await read(pdf)).blocks)).toEqual(['Nota per chi legge'])
  })

  it('without lines is told from what the page prints above it, whatever the order of its columns', async () => {
    const pdf =
      typstPdf(`#set page(width: 16cm, height: 9cm, margin: 1cm, header: [Comune di Vallechiara #h(1fr) Piano triennale])
      #table(columns: (2cm, 2.2cm, 3cm, 1fr), stroke: none,
        [*Entro*], [*Codice*], [*Chi*], [*Che cosa*],
        [2026], [CAP1.PA.01], [Segreteria], [Si apre lo sportello],
        [2027], [CAP1.PA.02], [Anagrafe], [Si chiude])`)
    expect(outlineOf((await read(pdf)).blocks)).toEqual([
      'Comune di Vallechiara Piano triennale',
      [
        'Entro|Codice|Chi|Che cosa',
        '2026|CAP1.PA.01|Segreteria|Si apre lo sportello',
        '2027|CAP1.PA.02|Anagrafe|Si chiude',
      ],
    ])
  })
})

describe('the text of a PDF', () => {
  it('is paragraphs in reading order, with headings by size and weight, items of lists and places', async () => {
    const pdf = typstPdf(`#set page(width: 12cm, height: 14cm, margin: 1cm)
      = Piano del Comune di Vallechiara
      == Premessa
      ${'Il Comune racconta che cosa vuole fare nei prossimi tre anni. '.repeat(3)}

      Un secondo capoverso, breve.
      - Sportelli aperti
      - Archivi in ordine`)
    const { blocks } = await read(pdf)
    expect(outlineOf(blocks)).toEqual([
      '# Piano del Comune di Vallechiara',
      '## Premessa',
      expect.stringMatching(/^Il Comune racconta .*tre anni\.$/s),
      'Un secondo capoverso, breve.',
      '• Sportelli aperti',
      '• Archivi in ordine',
    ])
    expect(blocks[0]).toMatchObject({ lines: [{ place: { page: 1, box: { x: expect.any(Number) } } }] })
  })

  it('in two columns is read one column after the other', async () => {
    const pdf = typstPdf(`#set page(width: 16cm, height: 9cm, margin: 1cm, columns: 2)
      #set par(justify: true)
      ${'Prima si dice perché il Comune cambia il modo in cui riceve le domande di chi vive in paese. '.repeat(8)}
      #colbreak()
      ${'Dopo si dice con quali denari, con quali persone e in quanto tempo il cambiamento arriva. '.repeat(8)}`)
    const text = outlineOf((await read(pdf)).blocks)
      .join('/')
      .replaceAll('/', ' ')
    expect(text.indexOf('Dopo')).toBeGreaterThan(text.lastIndexOf('Prima'))
    expect(text).toContain('di chi vive in paese. Prima si dice')
  })

  it('has the words whole that the typesetter broke', async () => {
    const words = 'amministrazione comunicazione organizzazione digitalizzazione interoperabilità'
    const pdf = typstPdf(`#set text(hyphenate: true)\n#set page(width: 4cm)\n#set par(justify: true)\n${words}`)
    const text = outlineOf((await read(pdf)).blocks).join('/')
    expect(text.replaceAll('/', ' ')).toBe(words)
    expect(text.split('/').length).toBeGreaterThan(2)
  })

  it('keeps a hyphen that was typed, opens ligatures, and joins letters that are printed twice', async () => {
    const pdf = drawnPdf([
      [
        { text: 'ammini-', x: 50, y: 700 },
        { text: 'strazione', x: 50, y: 689 },
        { text: 'Titolo', x: 50, y: 650 },
        { text: 'Titolo', x: 50.2, y: 650 },
      ],
    ])
    expect(outlineOf((await read(pdf)).blocks)).toEqual(['ammini-/strazione', 'Titolo'])
    const [line] = outlineOf((await read(typstPdf('ufficio di affitti'))).blocks)
    expect(line).toBe('ufficio di affitti')
  })

  it('is missing on pages that are told', async () => {
    const { warnings } = await read(
      drawnPdf([[{ text: 'Sportello', x: 50, y: 700 }], [], [{ fill: [50, 50, 400, 600] }]]),
    )
    expect(warnings).toEqual(['Pagine senza testo, vuote o scandite: 2, 3.'])
  })

  it('tells how far reading has got, page by page', async () => {
    const told: string[] = []
    await readPdf(typstPdf('uno #pagebreak() due'), 'piano.pdf', (page, pages) => void told.push(`${page}/${pages}`))
    expect(told).toEqual(['1/2', '2/2'])
  })

  it('in a stream that is compressed more than once is read', async () => {
    const content = 'BT /R 9 Tf 50 700 Td (Sportello) Tj ET'
    const packed = deflateSync(content).toString('hex')
    const pdf = pdfOf([
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /R 5 0 R >> >> >>',
      `<< /Length ${packed.length + 1} /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n${packed}>\nendstream`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ])
    expect(outlineOf((await read(pdf)).blocks)).toEqual(['Sportello'])
  })
})
