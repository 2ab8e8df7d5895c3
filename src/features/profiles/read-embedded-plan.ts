// SPDX-License-Identifier: AGPL-3.0-or-later
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { notAPlan, type TimoneError, tooLarge } from '../../kernel/errors.ts'

const largestPlan = 20 * 2 ** 20

/**
 * Reads the plan's JSON from one of our PDFs: the last embedded `application/json` file.
 *
 * It reads the bytes itself. A stream is never inside another object, even if the file was saved again or signed, so no
 * parser is needed. A parser would also expand a hostile attachment without limit.
 * @returns the JSON text, exactly as embedded; it is valid JSON, but its contents are not checked
 * @throws {TimoneError} `not-a-plan` when the file is not a PDF, is encrypted, damaged, or embeds no plan; `too-large`
 * when the plan is over 20 MB
 */
export async function readEmbeddedPlan(bytes: Uint8Array): Promise<string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!file.subarray(0, 1024).includes('%PDF-')) throw notOurs('non è un PDF')
  const stream = findStream(file)
  if (stream === undefined) throw notOurs('non contiene i dati di un piano')
  const json = await readContent(file, stream)
  if (json.length > largestPlan) throw largePlan()
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(json)
    JSON.parse(text)
    return text
  } catch {
    throw damaged(file)
  }
}

/** A stream object: its dictionary's text, and where its content starts and ends at the latest. */
type Stream = { readonly dictionary: string; readonly start: number; readonly end: number }

/** Dictionaries of embedded files are a couple of hundred bytes long. */
const dictionaryReach = 1000

function findStream(file: Buffer): Stream | undefined {
  for (let mark = file.lastIndexOf('/application#2'); mark >= 0; mark = file.lastIndexOf('/application#2', mark - 1)) {
    const before = file.toString('latin1', Math.max(0, mark - dictionaryReach), mark)
    const after = file.toString('latin1', mark, mark + dictionaryReach)
    const [rest] = /^\/application#2fjson.*?stream\r?\n/is.exec(after) ?? []
    if (rest === undefined) continue
    const start = mark + rest.length
    const end = file.indexOf('endstream', start)
    return { dictionary: before.slice(before.lastIndexOf(' obj')) + rest, start, end: end < 0 ? file.length : end }
  }
  return undefined
}

async function readContent(file: Buffer, { dictionary, start, end }: Stream): Promise<Buffer> {
  if (!dictionary.includes('/Filter')) {
    const [, length] = /\/Length (\d+)(?! \d+ R)/.exec(dictionary) ?? []
    return file.subarray(start, length === undefined ? end : start + Number(length))
  }
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(dictionary)) throw damaged(file)
  try {
    // Compressed data marks its own end: what follows is not read.
    return await promisify(inflate)(file.subarray(start), { maxOutputLength: largestPlan })
  } catch (error) {
    throw error instanceof RangeError ? largePlan() : damaged(file)
  }
}

const notOurs = (why: string, remedy = 'indicare un PDF prodotto da Timone'): TimoneError =>
  notAPlan(`Da questo file non si può riprendere il piano: ${why}.`, { place: 'PDF', message: why, remedy })

const damaged = (file: Buffer): TimoneError =>
  file.includes('/Encrypt ')
    ? notOurs('è protetto da password o cifrato', 'togliere la protezione e riprovare')
    : notOurs('i dati del piano che contiene sono danneggiati', 'usare la copia originale del PDF')

const largePlan = (): TimoneError => tooLarge('Il piano contenuto nel PDF', '20 MB')
