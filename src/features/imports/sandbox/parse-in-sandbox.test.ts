// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { TimoneError } from '../../../kernel/errors.ts'
import { docxOf, odtOf, outlineOf, pdfOf, typstPdf, xlsxOf, zipOf } from '../adapters/fixture.ts'
import { parseInSandbox } from './parse-in-sandbox.ts'

const parserPath = join(import.meta.dirname, '../../../../dist/parser.js')
const parse = (bytes: Uint8Array, name: string, limits: { timeLimit?: number; memoryLimit?: number } = {}) =>
  parseInSandbox(bytes, name, { parserPath, ...limits })

const refusal = (code: string, message: string, remedy: string) => ({
  code,
  message: expect.stringMatching(/^\p{Lu}.*\.$/u),
  problems: [{ message: expect.stringContaining(message), remedy: expect.stringContaining(remedy) }],
})

const body = '<w:p><w:r><w:t>Comune di Vallechiara</w:t></w:r></w:p>'
const docx = docxOf(body)
const sheet = '<sheetData><row><c r="A1" t="inlineStr"><is><t>Comune di Vallechiara</t></is></c></row></sheetData>'

/** Overwrites the declared size of the last file in an archive's directory. */
function declaring(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive)
  bytes.writeUInt32LE(size, bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24)
  return new Uint8Array(bytes)
}

/** A page whose content is that many megabytes of compressed blanks. */
function inflatingPdf(megabytes: number): Uint8Array {
  const packed = deflateSync(Buffer.alloc(megabytes * 2 ** 20, ' '), { level: 1 }).toString('latin1')
  return pdfOf([
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`,
  ])
}

describe('a file that cannot be read is refused, and the message says what to do', () => {
  it.each([
    ['empty', new Uint8Array(), 'piano.pdf', 'è vuoto', 'file giusto'],
    ['of any bytes', new Uint8Array(5000).map((_, at) => (at * 7919) % 251), 'piano.txt', 'non è un documento', '.pdf'],
    ['an archive of documents', zipOf({ 'piano.docx': docx }), 'piano.zip', 'archivio compresso', 'estrarne'],
    ['an archive called a document', zipOf({ 'a.zip': zipOf({ 'b.zip': '' }) }), 'piano.docx', 'archivio', 'estrarne'],
    ['an archive that is cut', docx.slice(0, -40), 'piano.docx', 'danneggiato', 'copia intera'],
    ['an older or locked document', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'piano.doc', 'password', '.docx'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'piano.png', 'immagine', 'OCR'],
    ['an RTF', strToU8('{\\rtf1 Comune}'), 'piano.doc', 'RTF', '.docx'],
    ['a web page', strToU8('<!DOCTYPE html><p>Comune'), 'piano.txt', 'pagina web', 'PDF'],
    ['a binary workbook', zipOf({ 'xl/workbook.bin': 'x' }), 'piano.xlsb', '.xlsb', '.xlsx'],
    ['without a text', docxOf('<w:p/>'), 'piano.docx', 'non contiene testo', 'file giusto'],
  ])('%s', async (_, bytes, name, message, remedy) => {
    await expect(parse(bytes, name)).rejects.toMatchObject(refusal('unreadable-file', message, remedy))
  })

  const blanks = docxOf(`<w:p><w:r><w:t>${' '.repeat(2 ** 20)}</w:t></w:r></w:p>`)
  it.each([
    ['an archive that declares gigabytes', declaring(blanks, 2 ** 31), '200 MB'],
    ['an archive that holds more than it declares', declaring(blanks, 1000), '200 MB'],
    [
      'an archive of countless files',
      zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`word/${at}.xml`, '']))),
      '200 MB',
    ],
    ['larger than any plan', new Uint8Array(51 * 2 ** 20), '50 MB'],
  ])('%s', async (_, bytes, message) => {
    await expect(parse(bytes, 'piano.docx')).rejects.toMatchObject(refusal('too-large', message, 'file giusto'))
  })

  it('a PDF that asks for too much memory', async () => {
    await expect(parse(inflatingPdf(300), 'piano.pdf', { memoryLimit: 160 })).rejects.toMatchObject(
      refusal('too-large', '160 MB di memoria', 'dividerlo'),
    )
  })

  it('a file that takes too long', async () => {
    await expect(parse(docx, 'piano.docx', { timeLimit: 20 })).rejects.toMatchObject(
      refusal('too-large', '0.02 secondi', 'dividerlo'),
    )
  })
})

describe('a file of any format', () => {
  it.each([
    ['PDF', typstPdf('Comune di Vallechiara'), 'piano.pdf'],
    ['Word', docx, 'piano.docx'],
    ['OpenDocument', odtOf('<text:p>Comune di Vallechiara</text:p>'), 'piano.odt'],
    ['text', strToU8('Comune di Vallechiara\n'), 'piano.txt'],
  ])('%s is read in a process of its own', async (_, bytes, name) => {
    const { blocks, warnings } = await parse(bytes, name)
    expect(outlineOf(blocks)).toEqual(['Comune di Vallechiara'])
    expect(warnings).toEqual([])
  })

  it.each([
    ['Excel', xlsxOf({ Piano: sheet }), 'piano.xlsx'],
    ['CSV', strToU8('Comune di Vallechiara\n'), 'piano.csv'],
  ])('%s is read as a table', async (_, bytes, name) => {
    expect(outlineOf((await parse(bytes, name)).blocks)).toEqual([['Comune di Vallechiara']])
  })

  it('is told by its content: a name that says otherwise is told', async () => {
    const { blocks, warnings } = await parse(xlsxOf({ Piano: sheet }), 'piano.pdf')
    expect(outlineOf(blocks)).toEqual([['Comune di Vallechiara']])
    expect(warnings).toEqual(['Il nome finisce per .pdf, ma il file è una cartella Excel: è stato letto come tale.'])
  })

  it('with macros is read without them', async () => {
    const { blocks, warnings } = await parse(docxOf(body, { 'word/vbaProject.bin': 'x' }), 'piano.docm')
    expect(outlineOf(blocks)).toEqual(['Comune di Vallechiara'])
    expect(warnings).toEqual(['Il file contiene macro: non sono state lette né eseguite.'])
  })

  it('loses the characters that nobody sees, and is told so', async () => {
    const hidden = docxOf('<w:p><w:r><w:t>Co\u200bmune\ufeff \u202edi\u202c Valle\u00adchiara</w:t></w:r></w:p>')
    const { blocks, warnings } = await parse(hidden, 'piano.docx')
    expect(outlineOf(blocks)).toEqual(['Comune di Vallechiara'])
    expect(warnings).toEqual(['Dal testo: 5 caratteri invisibili tolti.'])
  })

  it('tells how far reading has got', async () => {
    const told: string[] = []
    const pdf = typstPdf('uno #pagebreak() due')
    await parseInSandbox(pdf, 'piano.pdf', { parserPath }, (page, pages) => void told.push(`${page}/${pages}`))
    expect(told).toEqual(['1/2', '2/2'])
  })
})

describe('files that are changed at random', () => {
  /** A pseudo-random generator with the same numbers at each run (mulberry32). */
  function chance(seed: number): () => number {
    let state = seed
    return () => {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
    }
  }

  const wholes: readonly (readonly [string, Uint8Array])[] = [
    ['piano.pdf', typstPdf('= Comune #table(columns: 2, [Codice], [CAP1.PA.01], [Stato], [Avviata])')],
    ['piano.docx', docxOf(`<w:tbl><w:tr><w:tc>${body}</w:tc><w:tc>${body}</w:tc></w:tr></w:tbl>`)],
    ['piano.odt', odtOf('<text:p>Comune</text:p>')],
    ['piano.xlsx', xlsxOf({ Piano: sheet })],
    ['piano.csv', strToU8('Codice;Stato\nCAP1.PA.01;Avviata\n')],
  ]

  it('are read or refused, each in its time, and this process goes on', { timeout: 60_000 }, async () => {
    const next = chance(7)
    const changed = Array.from({ length: 20 }, (_, at) => {
      const [name, whole] = wholes[at % wholes.length] ?? ['', new Uint8Array()]
      const bytes = whole.slice(0, next() < 0.2 ? Math.floor(next() * whole.length) : whole.length)
      for (let change = 0; change < 1 + next() * 20; change += 1)
        bytes[Math.floor(next() * bytes.length)] = next() * 256
      return { name, bytes }
    })
    const outcomes: string[] = []
    const work = async () => {
      for (let file = changed.pop(); file !== undefined; file = changed.pop()) {
        const outcome = await parse(file.bytes, file.name, { timeLimit: 10_000 }).then(
          ({ blocks }) => (blocks.length > 0 ? 'read' : 'empty'),
          (error: unknown) => (error instanceof TimoneError ? error.code : 'a fault'),
        )
        outcomes.push(outcome)
      }
    }
    await Promise.all([work(), work()])
    expect(outcomes).toHaveLength(20)
    expect(outcomes.filter((outcome) => !['read', 'unreadable-file', 'too-large'].includes(outcome))).toEqual([])
    expect(outcomes).toEqual(expect.arrayContaining(['read', 'unreadable-file']))
  })
})
