// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Tells one build of the programs from another: SHA-256, hex, over all that they print with.
 * @param programs the folder of the built programs and templates.
 */
export function programFingerprint(programs: string): string {
  const hash = createHash('sha256')
  const names = readdirSync(programs).filter((name) => /\.(js|typ)$/.test(name))
  for (const name of names.toSorted()) hash.update(`${name}\n`).update(readFileSync(join(programs, name)))
  return hash.digest('hex')
}
