// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { type TimoneError, unreadableFile } from '../../../../kernel/errors.ts'
import { addMissingBuiltins } from './missing-builtins.ts'
import type { Operators } from './read-page.ts'

/**
 * Opens a PDF for reading and closes it after its use. Images are not decoded, nothing is fetched.
 * @throws {TimoneError} `unreadable-file` when it is locked by a password, or too damaged to be mended
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  name: string,
  use: (pdf: PDFDocumentProxy, ops: Operators) => Promise<T>,
): Promise<T> {
  if (!endsWhole(bytes)) throw damaged(name)
  addMissingBuiltins()
  const { getDocument, OPS } = await import('pdfjs-dist')
  const loading = getDocument({
    // The parser takes over the bytes, so it gets a copy.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    maxImageSize: 1,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    // Keeps the names of fonts, which tell the bold ones.
    fontExtraProperties: true,
  })
  try {
    const pdf = await loading.promise.catch((error: unknown) => {
      throw explain(error, name)
    })
    return await use(pdf, OPS)
  } finally {
    await loading.destroy()
  }
}

/** A PDF ends with an end mark. Without this check the parser would take a file that was cut short for a whole one. */
const endsWhole = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(-2048)).includes('%%EOF')

const explain = (error: unknown, name: string): unknown =>
  error instanceof Error && error.name === 'PasswordException'
    ? unreadableFile(name, 'è protetto da una password', 'togliere la password e riprovare')
    : damaged(name)

const damaged = (name: string): TimoneError =>
  unreadableFile(
    name,
    'è danneggiato o incompleto',
    'procurarsi una copia intera del file, o stamparlo di nuovo in PDF',
  )
