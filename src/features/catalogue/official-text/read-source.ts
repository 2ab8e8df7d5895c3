// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { invalidInput, tooLarge, unreadableFile } from '../../../kernel/errors.ts'
import type { Provenance } from '../model.ts'
import { chapterPath, type SourceFile } from './docs-italia/tree.ts'

/** The files of an edition's source as they are on disk, in order of path. */
export type Source = Pick<Provenance, 'source' | 'format' | 'sha256'> & { readonly files: readonly SourceFile[] }

/** AgID's whole tree is under one megabyte. */
const largestSource = 20_000_000

const chapterFolder = /^capitolo-\d_/

/**
 * Reads an edition's source from disk: AgID's docs.italia folder (its chapters alone), or one JSON file.
 * @throws {TimoneError} `unreadable-file` when the path or a file cannot be read as text, `invalid-input` for a folder
 * without chapters, `too-large` over 20 MB.
 */
export async function readSource(path: string): Promise<Source> {
  const source = basename(path)
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => {
      throw unreadableFile(path, 'non esiste', 'indicare la cartella del piano nazionale, o un file JSON')
    },
  )
  const paths = isFolder ? await chapterFiles(path) : [source]
  const root = isFolder ? path : join(path, '..')
  const hash = createHash('sha256')
  const files: SourceFile[] = []
  let size = 0
  for (const file of paths) {
    size += (await stat(join(root, file))).size
    if (size > largestSource) throw tooLarge(source, `${largestSource / 1_000_000} MB`)
    const bytes = await readFile(join(root, file))
    hash.update(bytes)
    files.push({ path: file, text: decode(file, bytes) })
  }
  return { source, format: isFolder ? 'docs-italia' : 'json', sha256: hash.digest('hex'), files }
}

async function chapterFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const inFolders = entries.map(async (entry) =>
    entry.isDirectory() && chapterFolder.test(entry.name)
      ? (await readdir(join(folder, entry.name))).map((file) => `${entry.name}/${file}`)
      : [entry.name],
  )
  const paths = (await Promise.all(inFolders))
    .flat()
    .filter((path) => chapterPath.test(path))
    .sort()
  if (!paths.some((path) => path.includes('/'))) {
    throw invalidInput(`La cartella ${basename(folder)} non contiene i capitoli del piano nazionale.`, [
      {
        place: folder,
        message: 'non ci sono cartelle «capitolo-N_titolo» con file .rst',
        remedy: 'indicare la cartella che le contiene, come nel repository pubblico italia/pianotriennale-ict-doc',
      },
    ])
  }
  return paths
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadableFile(file, 'non è testo UTF-8', 'salvarlo in UTF-8 e importare di nuovo')
  }
}
