// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import { openCatalogue } from '../src/features/catalogue/index.ts'
import { type Profile, readProfile } from '../src/features/profiles/index.ts'
import { packageRoot } from '../src/platform/config/config.ts'
import { runNode } from './command-line.ts'

const root = packageRoot(import.meta.url)
const catalogue = openCatalogue({ shipped: join(root, 'catalogue'), imported: '/nonexistent' })

/** Runs `npm run real-plan` in a folder. */
export function runRealPlan(folder: string, args: readonly string[]) {
  return runNode(['dist/real-plan.js', ...args], { INIT_CWD: folder, TIMONE_DATA: folder })
}

/**
 * The profile that it makes.
 * @throws {Error} what it says, when it refuses
 */
export function realPlanProfile(folder: string, args: readonly string[]): Profile {
  const { code, out, err } = runRealPlan(folder, args)
  if (code !== 0 || err !== '') throw new Error(err)
  return readProfile(out, 'profile.yaml', catalogue)
}
