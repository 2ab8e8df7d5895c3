// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process'

/**
 * Builds the programs once for the whole test run, if something changed, because some tests run them as a person would.
 */
export default function build(): void {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error('the build failed')
}
