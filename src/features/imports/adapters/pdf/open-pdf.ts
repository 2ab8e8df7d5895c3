// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { unreadableFile } from '../../../../kernel/errors.ts'
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
  addMissingBuiltins()
  const { getDocument, OPS } = await import('pdfjs-dist')
  const loading = getDocument({
    data: bytes,
    verbosity: 0,
    maxImageSize: 1,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    // Names of fonts, which tell the bold ones.
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

function explain(error: unknown, name: string): unknown {
  if (!(error instanceof Error)) return error
  if (error.name === 'PasswordException') {
    return unreadableFile(name, 'è protetto da una password', 'togliere la password e riprovare')
  }
  return unreadableFile(
    name,
    'è danneggiato o incompleto',
    'procurarsi una copia intera del file, o stamparlo di nuovo in PDF',
  )
}
