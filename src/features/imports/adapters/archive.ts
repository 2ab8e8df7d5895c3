// SPDX-License-Identifier: AGPL-3.0-or-later
import { inflateRawSync } from 'node:zlib'
import { type TimoneError, tooLarge, unreadableFile } from '../../../kernel/errors.ts'

/** A file of an archive, as its directory declares it. */
type Entry = {
  readonly path: string
  readonly method: number
  readonly encrypted: boolean
  readonly compressed: number
  readonly size: number
  readonly offset: number
}

/** The limits of an office document: a plan's text has a few megabytes. */
const mostEntries = 10_000
const largestEntry = 100 * 2 ** 20
const largestTotal = 200 * 2 ** 20

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50

/**
 * The paths of a ZIP archive's files.
 * @throws {TimoneError} `unreadable-file` when the archive is damaged; `too-large` when there are too many
 */
export const listArchive = (bytes: Uint8Array, name: string): string[] =>
  readDirectory(bytes, name).map(({ path }) => path)

/**
 * Extracts files from a ZIP archive. Unwanted files stay compressed: images, macros, inner archives.
 * @param wanted true for the path of a wanted file
 * @throws {TimoneError} `unreadable-file` when the archive is damaged or locked by a password; `too-large` when its
 * files are, by their declared or by their real size
 */
export function readArchive(
  bytes: Uint8Array,
  name: string,
  wanted: (path: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  const entries = readDirectory(bytes, name).filter(({ path }) => wanted(path))
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > largestTotal || entries.some(({ size }) => size > largestEntry)) throw bomb(name)
  return new Map(entries.map((entry) => [entry.path, readEntry(bytes, entry, name)]))
}

function readDirectory(bytes: Uint8Array, name: string): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== endOfDirectory) end -= 1
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) throw damaged(name)
  const count = view.getUint16(end + 10, true)
  if (count > mostEntries) throw bomb(name)
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) throw damaged(name)
    const pathLength = view.getUint16(at + 28, true)
    entries.push({
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + pathLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + pathLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function readEntry(
  bytes: Uint8Array,
  { method, encrypted, compressed, size, offset }: Entry,
  name: string,
): Uint8Array {
  if (encrypted) throw unreadableFile(name, 'è protetto da una password', 'togliere la password e riprovare')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localHeader) throw damaged(name)
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const content = bytes.subarray(start, start + compressed)
  if (method === 0 && content.length === size) return content
  if (method !== 8 || size === 0) {
    if (size === 0) return new Uint8Array()
    throw damaged(name)
  }
  try {
    // The declared size is the limit: a file that is larger was made to break its reader.
    const inflated = inflateRawSync(content, { maxOutputLength: size })
    if (inflated.length === size) return inflated
  } catch (error) {
    if (error instanceof RangeError) throw bomb(name)
  }
  throw damaged(name)
}

const damaged = (name: string): TimoneError =>
  unreadableFile(name, 'è danneggiato o incompleto', 'procurarsi una copia intera del file, o salvarlo di nuovo')

const bomb = (name: string): TimoneError => tooLarge(`Il contenuto di ${name}, una volta decompresso,`, '200 MB')
