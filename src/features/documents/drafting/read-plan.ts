// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { TimoneError, tooLarge, unreadableFile } from '../../../kernel/errors.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { type Profile, parseCanonical, readEmbeddedPlan, readProfile } from '../../profiles/index.ts'

const largestSource = 50 * 2 ** 20

/**
 * Reads one body's plan from a file: a `profile.yaml`, or one of our PDFs, for the plan that it embeds.
 * @throws {TimoneError} `invalid-profile`, `unreadable-file`, `too-large` or `not-a-plan`, naming the file.
 */
export async function readPlan(path: string, catalogue: Catalogue): Promise<Profile> {
  const name = basename(path)
  if (!existsSync(path)) throw unreadableFile(path, 'non esiste', 'controllare il percorso')
  const { size } = statSync(path)
  if (!statSync(path).isFile())
    throw unreadableFile(path, 'non è un file', 'indicare un profilo YAML o un PDF di Timone')
  if (size > largestSource) throw tooLarge(name, '50 MB')
  const content = readFileSync(path)
  if (content.subarray(0, 1024).includes('%PDF-')) {
    return parseCanonical(await readEmbeddedPlan(content).catch(inFile(name)), name, catalogue)
  }
  return readProfile(content, name, catalogue)
}

/** Adds the file's name to the places of its problems. */
export const inFile =
  (name: string) =>
  (error: unknown): never => {
    if (!(error instanceof TimoneError)) throw error
    const problems = error.problems.map((problem) => ({ ...problem, place: `${name}, ${problem.place}` }))
    throw new TimoneError(error.code, error.message, problems)
  }
