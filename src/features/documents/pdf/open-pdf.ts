// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { notAPlan, type TimoneError } from '../../../kernel/errors.ts'

/**
 * Opens a PDF for reading and closes it after its use.
 * @throws {TimoneError} `not-a-plan` when the bytes are not a PDF, or when it is damaged or locked by a password
 */
export async function withPdf<T>(bytes: Uint8Array, use: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  // A megabyte of code that most commands do not need.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // The parser takes over the bytes, so it gets a copy.
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  try {
    return await use(await loading.promise)
  } catch (error) {
    throw isOfPdf(error) ? unreadable(error.name === 'PasswordException') : error
  } finally {
    await loading.destroy()
  }
}

/**
 * The parser's own errors, which may come at any time: InvalidPDFException, PasswordException, UnknownErrorException…
 */
const isOfPdf = (error: unknown): error is Error => error instanceof Error && error.name.endsWith('Exception')

const unreadable = (locked: boolean): TimoneError =>
  notAPlan('Il file non è un PDF leggibile.', {
    place: 'PDF',
    message: locked ? 'è protetto da una password' : 'non è un PDF, o è danneggiato',
    remedy: locked ? 'togliere la password e riprovare' : 'controllare di aver indicato il file giusto',
  })
