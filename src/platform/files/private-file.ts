// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** Nobody but the owner reads, writes or enters. */
const ownFolder = 0o700
const ownFile = 0o600

/** Makes a folder, and those above it, that only its owner may enter. One that is there stays as it is. */
export const makePrivateFolder = (path: string): void => void mkdirSync(path, { recursive: true, mode: ownFolder })

/** Writes a file that only its owner may read, completely or not at all. Makes the folder when it is missing. */
export function writePrivateFile(path: string, text: string): void {
  makePrivateFolder(dirname(path))
  const beside = `${path}.${process.pid}`
  try {
    writeFileSync(beside, text, { mode: ownFile, flush: true })
    renameSync(beside, path)
  } finally {
    rmSync(beside, { force: true })
  }
}

/**
 * Takes from everybody else what they may do with a folder and with all that is in it, where this process owns it: also
 * in a folder that an earlier version or a person made. A folder that is everybody’s (`/tmp`) stays so. Windows keeps
 * rights in another way: there nothing changes.
 */
export function keepPrivate(folder: string): void {
  const owner = process.getuid?.()
  if (owner === undefined || !existsSync(folder)) return
  const { mode } = lstatSync(folder)
  if (mode & 0o1000) return
  const close = (path: string) => {
    const found = lstatSync(path)
    if (found.uid !== owner || found.isSymbolicLink()) return
    if (found.mode & 0o077) chmodSync(path, found.mode & 0o700)
    if (found.isDirectory()) for (const name of readdirSync(path)) close(join(path, name))
  }
  close(folder)
}

/** The text of a file; undefined when it is not there. */
export const readFileIfThere = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, 'utf8') : undefined
