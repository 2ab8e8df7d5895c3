// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { TimoneError } from '../../../kernel/errors.ts'
import { openSandbox } from '../../../main/compose.ts'
import { docxOf, odtOf, pdfOf, typstPdf, xlsxOf, zipOf } from '../adapters/fixture.ts'
import { readInSandbox } from './read-in-sandbox.ts'

const sandbox = openSandbox({ dataDirectory: join(tmpdir(), 'no-such-folder') })
const read = (bytes: Uint8Array, name: string, limits: { timeLimit?: number; memoryLimit?: number } = {}) =>
  readInSandbox(bytes, name, { ...sandbox, ...limits })

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
    await expect(read(bytes, name)).rejects.toMatchObject(refusal('unreadable-file', message, remedy))
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
    await expect(read(bytes, 'piano.docx')).rejects.toMatchObject(refusal('too-large', message, 'file giusto'))
  })

  it('a PDF that asks for too much memory', async () => {
    await expect(read(inflatingPdf(300), 'piano.pdf', { memoryLimit: 160 })).rejects.toMatchObject(
      refusal('too-large', '160 MB di memoria', 'dividerlo'),
    )
  })

  it('a file that takes too long', async () => {
    await expect(read(docx, 'piano.docx', { timeLimit: 20 })).rejects.toMatchObject(
      refusal('too-large', '0.02 secondi', 'dividerlo'),
    )
  })
})

const noLines = 'Il documento non ha linee d’azione riconoscibili: nessuna scheda è stata creata.'

describe('a file of any format', () => {
  it.each([
    ['PDF', typstPdf('Comune di Vallechiara'), 'piano.pdf'],
    ['Word', docx, 'piano.docx'],
    ['OpenDocument', odtOf('<text:p>Comune di Vallechiara</text:p>'), 'piano.odt'],
    ['text', strToU8('Comune di Vallechiara\n'), 'piano.txt'],
    ['Excel', xlsxOf({ Piano: sheet }), 'piano.xlsx'],
    ['CSV', strToU8('Comune di Vallechiara\n'), 'piano.csv'],
  ])('%s is read, and its plan recovered, in a process of its own', async (_, bytes, name) => {
    const { document, warnings } = await read(bytes, name)
    expect(document.administration).toBe('Comune di Vallechiara')
    expect(warnings).toEqual([noLines])
  })

  it('is told by its content: a name that says otherwise is told', async () => {
    const { document, warnings } = await read(xlsxOf({ Piano: sheet }), 'piano.pdf')
    expect(document.administration).toBe('Comune di Vallechiara')
    expect(warnings).toEqual([
      'Il nome finisce per .pdf, ma il file è una cartella Excel: è stato letto come tale.',
      noLines,
    ])
  })

  it('with macros is read without them', async () => {
    const { document, warnings } = await read(docxOf(body, { 'word/vbaProject.bin': 'x' }), 'piano.docm')
    expect(document.administration).toBe('Comune di Vallechiara')
    expect(warnings).toEqual(['Il file contiene macro: non sono state lette né eseguite.', noLines])
  })

  it('loses the characters that nobody sees, and is told so', async () => {
    const hidden = docxOf('<w:p><w:r><w:t>Co\u200bmune\ufeff \u202edi\u202c Valle\u00adchiara</w:t></w:r></w:p>')
    const { document, warnings } = await read(hidden, 'piano.docx')
    expect(document.administration).toBe('Comune di Vallechiara')
    expect(warnings).toEqual(['Dal testo: 5 caratteri invisibili tolti.', noLines])
  })

  it('tells how far reading has got', async () => {
    const told: string[] = []
    await readInSandbox(typstPdf('uno #pagebreak() due'), 'piano.pdf', sandbox, {}, (words) => void told.push(words))
    expect(told).toEqual(['Apro il file', 'Pagina 1 di 2', 'Pagina 2 di 2', 'Riconosco le linee'])
  })
})

describe('the process', () => {
  it('recognises under the same limits: a file that is read at once and recognised for ever is given up', async () => {
    const words = Array.from({ length: 400_000 }, (_, at) => `Parola${at} CAP1.PA.${at % 90}`).join(' ')
    const before = performance.now()
    const own = process.cpuUsage()
    const outcome = await read(strToU8(words), 'piano.txt', { timeLimit: 4000 }).then(
      () => 'read',
      (error: unknown) => (error instanceof TimoneError ? error.code : 'a fault'),
    )
    const { user, system } = process.cpuUsage(own)
    expect(['read', 'too-large']).toContain(outcome)
    expect(performance.now() - before).toBeLessThan(20_000)
    expect((user + system) / 1000, 'milliseconds of work of this process').toBeLessThan(1000)
  })

  it('reads nothing besides the program and the catalogue', async () => {
    const outside = join(mkdtempSync(join(tmpdir(), 'timone-secret-')), 'secret')
    writeFileSync(outside, 'segreto')
    const program = join(sandbox.root, 'dist', `reads-${process.pid}.js`)
    writeFileSync(
      program,
      `import { readFileSync } from 'node:fs'\nprocess.stdout.write(JSON.stringify({ fault: readFileSync('${outside}', 'utf8') }))\n`,
    )
    try {
      await expect(readInSandbox(docx, 'piano.docx', { ...sandbox, parserPath: program })).rejects.toThrow(
        'ended with 1',
      )
    } finally {
      rmSync(program)
      rmSync(dirname(outside), { recursive: true })
    }
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
        const outcome = await read(file.bytes, file.name, { timeLimit: 10_000 }).then(
          () => 'read',
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
