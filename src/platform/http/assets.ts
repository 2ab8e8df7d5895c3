// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync } from 'node:fs'

/**
 * The address of the built assets, e.g. `/assets/1a2b3c4d5e6f`: the build puts them in one folder named after their
 * contents.
 * @throws {Error} when they have not been built.
 */
export function assetsAddress(directory: string): string {
  const [version] = readdirSync(directory)
  if (version === undefined) throw new Error(`no assets in ${directory}: run the build`)
  return `/assets/${version}`
}
