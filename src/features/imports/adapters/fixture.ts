// SPDX-License-Identifier: AGPL-3.0-or-later
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { strToU8, zipSync } from 'fflate'
import type { Block, Table } from '../model.ts'

/** A PDF made by Typst from a source. */
export function typstPdf(source: string): Uint8Array {
  const compiler = NodeCompiler.create()
  const { result } = compiler.compile({ mainFileContent: `#set text(lang: "it", size: 9pt)\n${source}` })
  if (result === null) throw new Error('Typst refuses the source of a fixture')
  return compiler.pdf(result)
}

/** Something printed on a page; points from the bottom left corner. */
type Mark =
  | { readonly text: string; readonly x: number; readonly y: number; readonly bold?: boolean; readonly size?: number }
  | { readonly fill: readonly [x: number, y: number, width: number, height: number] }

/** A hand-written PDF with the standard fonts; `rotate` turns its pages by that many degrees. */
export function drawnPdf(pages: readonly (readonly Mark[])[], rotate = 0): Uint8Array {
  const draw = (mark: Mark): string => {
    if ('fill' in mark) return `${mark.fill.join(' ')} re f`
    const escaped = mark.text.replace(/[\\()]/g, '\\$&')
    return `BT /${mark.bold ? 'B' : 'R'} ${mark.size ?? 9} Tf ${mark.x} ${mark.y} Td (${escaped}) Tj ET`
  }
  const fonts = '<< /R 3 0 R /B 4 0 R >>'
  return pdfOf([
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${5 + 2 * at} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((marks, at) => {
      const content = marks.map(draw).join('\n')
      const contents = `/Contents ${6 + 2 * at} 0 R /Resources << /Font ${fonts} >>`
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${rotate} ${contents} >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]
    }),
  ])
}

/** A PDF of these objects, from number 2 on; number 1 is the catalogue. */
export function pdfOf(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  for (const [at, object] of ['<< /Type /Catalog /Pages 2 0 R >>', ...objects].entries()) {
    offsets.push(length())
    parts.push(
      Buffer.from(`${at + 1} 0 obj\n`),
      typeof object === 'string' ? Buffer.from(object, 'latin1') : Buffer.from(object),
      Buffer.from('\nendobj\n'),
    )
  }
  const xref = length()
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(Buffer.from(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}`))
  parts.push(
    Buffer.from(`trailer << /Size ${offsets.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`),
  )
  return new Uint8Array(Buffer.concat(parts))
}

/** An archive of these files. */
export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? strToU8(text) : text]),
    ),
  )

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/** A Word document with this body; `files` are laid over those it needs. */
export const docxOf = (body: string, files: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array =>
  zipOf({
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${word}" xmlns:r="${relationships}"><w:body>${body}</w:body></w:document>`,
    ...files,
  })

/** An OpenDocument text with this content. */
export const odtOf = (content: string, files: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="ta" xmlns:draw="d"><office:body><office:text>${content}</office:text></office:body></office:document-content>`,
    ...files,
  })

/** A workbook of these sheets, each the XML within `worksheet`; `files` are laid over those it needs. */
export function xlsxOf(
  sheets: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  const names = Object.keys(sheets)
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" ${name.startsWith('_') ? 'state="hidden"' : ''} r:id="s${at}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, at) => `<Relationship Id="s${at}" Target="worksheets/sheet${at}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(
      Object.values(sheets).map((xml, at) => [`xl/worksheets/sheet${at}.xml`, `<worksheet>${xml}</worksheet>`]),
    ),
    ...files,
  })
}

/** The cells of a table as lines of text, `|` between them, blank ones blank; lines of a cell with `/`. */
export const cellsOf = ({ rows, columns }: Table): string[] =>
  rows.map(({ cells }) =>
    Array.from(
      { length: columns },
      (_, column) => cells.find((cell) => cell.column === column)?.text.replaceAll('\n', '/') ?? '',
    ).join('|'),
  )

/** Blocks in short: paragraphs as their lines, with `#` for headings; tables as their cells. */
export const outlineOf = (blocks: readonly Block[]): (string | string[])[] =>
  blocks.map((block) => {
    if (block.kind === 'table') return cellsOf(block)
    return '#'.repeat(block.heading ?? 0) + (block.heading ? ' ' : '') + block.lines.map(({ text }) => text).join('/')
  })

/** The tables among blocks. */
export const tablesIn = (blocks: readonly Block[]): Table[] => blocks.filter((block) => block.kind === 'table')
