// SPDX-License-Identifier: AGPL-3.0-or-later
import { TimoneError } from '../../../kernel/errors.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { parseCanonical, readEmbeddedPlan } from '../../profiles/index.ts'
import { type ImportOptions, importPlan } from '../import-plan.ts'
import type { ImportedPlan } from '../model.ts'
import { importProfile } from '../own-files/import-profile.ts'
import { readOwnDocument } from '../own-files/read-own-document.ts'
import { readOwnSheet } from '../own-files/read-own-sheet.ts'
import { parseFile } from './parse-file.ts'

/**
 * Recovers a plan from a file of any known format. Our own files are read exactly: a PDF by its embedded plan, a sheet
 * by its columns. Any other file is read by recognising its blocks. It has no limits of time and memory: uploaded files
 * go through `readInSandbox`.
 * @param onProgress called now and then with the progress, in Italian.
 * @throws {TimoneError} `unreadable-file`, `too-large` or `unknown-edition`, with what to do.
 */
export async function recoverPlan(
  bytes: Uint8Array,
  name: string,
  catalogue: Catalogue,
  options: ImportOptions = {},
  onProgress: (words: string) => void = () => {},
): Promise<ImportedPlan> {
  const embedded = await findEmbeddedPlan(bytes)
  if (embedded !== undefined) return importProfile(parseCanonical(embedded, name, catalogue))
  onProgress('Apro il file')
  const blocks = await parseFile(bytes, name, (page, pages) => onProgress(`Pagina ${page} di ${pages}`))
  onProgress('Riconosco le linee')
  return readOwnDocument(blocks, name, catalogue) ?? readOwnSheet(blocks) ?? importPlan(blocks, catalogue, options)
}

/** The plan embedded in one of our PDFs; undefined for any other file. */
async function findEmbeddedPlan(bytes: Uint8Array): Promise<string | undefined> {
  try {
    return await readEmbeddedPlan(bytes)
  } catch (error) {
    if (error instanceof TimoneError) return undefined
    throw error
  }
}
