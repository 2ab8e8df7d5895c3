// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { TimoneError } from '../../kernel/errors.ts'

/**
 * Writes files into a folder, and makes the folder when it is missing. Each file is first written under another name;
 * they take their places only when all are complete. A full disk or a crash leaves either the old files or the new
 * ones.
 * @throws {TimoneError} `unavailable` when the folder cannot be written.
 */
export function writeFiles(
  directory: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): void {
  const written: { readonly temporary: string; readonly path: string }[] = []
  try {
    makeFolder(directory)
    for (const { name, bytes } of files) {
      const temporary = join(directory, `.${name}.${randomUUID()}`)
      written.push({ temporary, path: join(directory, name) })
      writeFileSync(temporary, bytes, { flush: true })
    }
    for (const { temporary, path } of written) renameSync(temporary, path)
  } catch (error) {
    for (const { temporary } of written) rmSync(temporary, { force: true })
    throw new TimoneError('unavailable', `Non si può scrivere nella cartella ${directory}.`, [
      {
        place: directory,
        message: reasonOf(error),
        remedy: 'controllare i permessi e lo spazio, o indicare un’altra cartella',
      },
    ])
  }
}

/** Node's own `recursive` never ends where no folder can be made, as in `/proc`. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path)
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'manca il permesso di scrivere',
  EPERM: 'manca il permesso di scrivere',
  EROFS: 'il disco è in sola lettura',
  ENOSPC: 'il disco è pieno',
  EEXIST: 'un file sta al posto della cartella',
  ENOENT: 'il sistema non permette di crearla',
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return reasons[('code' in error && String(error.code)) || ''] ?? error.message
}
