// SPDX-License-Identifier: AGPL-3.0-or-later
import { join, resolve } from 'node:path'

/** The variable that names the folder of real plans, registries and editions, which are not ours to publish. */
const variable = 'TIMONE_MATERIAL'

/**
 * The path of a file of the material from outside the repository.
 * @throws {Error} when nobody says where that is: these tests are asked for by name, and never skip themselves
 */
export function materialFile(...path: readonly string[]): string {
  const folder = process.env[variable]
  if (!folder) throw new Error(`${variable} is not set: it names the folder of real plans that these tests read`)
  return join(resolve(folder), ...path)
}
