// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { invalidInput } from '../../kernel/errors.ts'
import { makePrivateFolder } from '../files/private-file.ts'
import type { Config } from './config.ts'
import { shortestSecret } from './sign-in.ts'

/**
 * The installation's secret: from the environment, or else from the file `secret` in the data folder. The file is made
 * the first time, and only its owner may read it. Several machines on one database need the same `TIMONE_SECRET`.
 * @throws {TimoneError} `invalid-input` for a file that was cut short.
 */
export function openSecret({ secret, dataDirectory }: Pick<Config, 'secret' | 'dataDirectory'>): string {
  if (secret !== undefined) return secret
  const file = join(dataDirectory, 'secret')
  if (!existsSync(file)) makeSecret(dataDirectory, file)
  const kept = readFileSync(file, 'utf8').trim()
  if (kept.length >= shortestSecret) return kept
  throw invalidInput('Il segreto di questa installazione è rovinato.', [
    {
      place: file,
      message: 'è troppo corto',
      remedy: 'ripristinarlo da una copia; se si cancella, tutti dovranno entrare di nuovo e rifare il secondo fattore',
    },
  ])
}

/** Puts the whole file in place at once. When two processes start together, the first one's secret stays. */
function makeSecret(dataDirectory: string, file: string): void {
  makePrivateFolder(dataDirectory)
  const beside = `${file}.${process.pid}`
  writeFileSync(beside, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 })
  try {
    linkSync(beside, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(beside)
  }
}
