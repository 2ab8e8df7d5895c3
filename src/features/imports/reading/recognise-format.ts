// SPDX-License-Identifier: AGPL-3.0-or-later
import { unreadableFile } from '../../../kernel/errors.ts'
import { listArchive } from '../adapters/archive.ts'

/** The formats that are read. */
export type Format = 'pdf' | 'docx' | 'odt' | 'xlsx' | 'csv' | 'text'

/** The format of a file by its content, and by its name only for text files. */
export type RecognisedFormat = {
  readonly format: Format
  /** Where its name disagrees, and what else it contains, in Italian. */
  readonly warnings: readonly string[]
}

const names: Readonly<Record<Format, string>> = {
  pdf: 'un PDF',
  docx: 'un documento Word',
  odt: 'un documento OpenDocument',
  xlsx: 'una cartella Excel',
  csv: 'un CSV',
  text: 'un testo',
}
const endings: Readonly<Record<string, Format>> = {
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  odt: 'odt',
  ott: 'odt',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  csv: 'csv',
  tsv: 'csv',
  txt: 'text',
  md: 'text',
}

/**
 * Tells what a file is.
 * @throws {TimoneError} `unreadable-file` for what no adapter reads, saying what it seems to be and what to do instead
 */
export function recogniseFormat(bytes: Uint8Array, name: string): RecognisedFormat {
  if (bytes.length === 0) throw unreadableFile(name, 'è vuoto', 'scegliere il file giusto, o salvarlo di nuovo')
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ''
  const named = endings[ending]
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const { format, warnings = [] } = byContent(bytes, head, name) ?? { format: textFormat(bytes, named, name) }
  const told = named === undefined || named === format
  const lie = `Il nome finisce per .${ending}, ma il file è ${names[format]}: è stato letto come tale.`
  return { format, warnings: told ? warnings : [lie, ...warnings] }
}

function byContent(bytes: Uint8Array, head: string, name: string): { format: Format; warnings?: string[] } | undefined {
  if (head.includes('%PDF-')) return { format: 'pdf' }
  if (head.startsWith('PK')) return byArchive(listArchive(bytes, name), name)
  for (const { starts, is, remedy } of refused) if (starts.test(head)) throw unreadableFile(name, is, remedy)
  return undefined
}

function byArchive(paths: readonly string[], name: string): { format: Format; warnings?: string[] } {
  const has = (pattern: RegExp) => paths.some((path) => pattern.test(path))
  const warnings = has(/vbaProject\.bin$/i) ? ['Il file contiene macro: non sono state lette né eseguite.'] : []
  if (has(/^word\/document.*\.xml$/i)) return { format: 'docx', warnings }
  if (has(/^xl\/workbook\.xml$/i)) return { format: 'xlsx', warnings }
  if (has(/^content\.xml$/)) return { format: 'odt', warnings }
  if (has(/^xl\/workbook\.bin$/i)) throw unreadableFile(name, 'è in formato .xlsb', 'salvarlo come .xlsx e riprovare')
  if (has(/^ppt\//i)) throw unreadableFile(name, 'è una presentazione', 'indicare il piano in .docx, .odt o .pdf')
  throw unreadableFile(name, compressed.is, compressed.remedy)
}

const compressed = {
  is: 'è un archivio compresso',
  remedy: 'estrarne il documento del piano e importare quello',
}

/** Formats recognised by their first bytes that Timone does not read. */
const refused: readonly { readonly starts: RegExp; readonly is: string; readonly remedy: string }[] = [
  {
    starts: /^\xd0\xcf\x11\xe0/,
    is: 'è un documento Office protetto da password, o salvato in un formato di prima del 2007',
    remedy: 'aprirlo, togliere la password, salvarlo come .docx o .xlsx e riprovare',
  },
  { starts: /^\{\\rtf/, is: 'è in formato RTF', remedy: 'salvarlo come .docx o .odt e riprovare' },
  {
    starts: /^(?:\xff\xd8\xff|\x89PNG|II\*\0|MM\0\*|GIF8|BM.{4}\0{4}|RIFF.{4}WEBP)/s,
    is: 'è un’immagine, senza testo',
    remedy: 'riconoscere il testo con un programma di OCR e importare il PDF che ne risulta',
  },
  { starts: /^(?:Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ)/, ...compressed },
  {
    starts: /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html)/i,
    is: 'è una pagina web',
    remedy: 'stamparla in PDF dal browser e importare il PDF',
  },
]

/** Text, or CSV when the name says so; undefined for binary files. */
function textFormat(bytes: Uint8Array, named: Format | undefined, name: string): Format {
  const sample = bytes.subarray(0, 100_000)
  const utf16 = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)
  const controls = sample.filter((byte) => byte < 32 && ![9, 10, 12, 13].includes(byte)).length
  if (!utf16 && controls > sample.length / 500) {
    throw unreadableFile(
      name,
      'non è un documento riconoscibile',
      'indicare il piano in .pdf, .docx, .odt, .xlsx o .txt',
    )
  }
  return named === 'csv' ? 'csv' : 'text'
}
