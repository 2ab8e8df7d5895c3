// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TimoneError } from '../../kernel/errors.ts'

/**
 * Writes files into a folder, made if need be: each is written whole under another name first, and none takes its
 * place before all are there, so that a full disk or a stop half way leaves the old files or the new ones.
 * @throws {TimoneError} `unavailable` when the folder cannot be written.
 */
export function writeFiles(
  directory: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): void {
  const written: { readonly temporary: string; readonly path: string }[] = []
  try {
    mkdirSync(directory, { recursive: true })
    for (const { name, bytes } of files) {
      const temporary = join(directory, `.${name}.${randomUUID()}`)
      written.push({ temporary, path: join(directory, name) })
      writeFileSync(temporary, bytes, { flush: true })
    }
    for (const { temporary, path } of written) renameSync(temporary, path)
  } catch (error) {
    for (const { temporary } of written) rmSync(temporary, { force: true })
    const message = error instanceof Error ? error.message : String(error)
    throw new TimoneError('unavailable', 'I file non si possono scrivere.', [
      { place: directory, message, remedy: 'controllare i permessi e lo spazio della cartella' },
    ])
  }
}
