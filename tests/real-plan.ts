// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { openCatalogue } from '../src/features/catalogue/index.ts'
import { type Profile, readProfile } from '../src/features/profiles/index.ts'
import { packageRoot } from '../src/platform/config/config.ts'

const root = packageRoot(import.meta.url)
const catalogue = openCatalogue({ shipped: join(root, 'catalogue'), imported: '/nonexistent' })

/** Runs `npm run real-plan` in a folder. */
export function runRealPlan(folder: string, args: readonly string[]) {
  const environment = { ...process.env, INIT_CWD: folder, TIMONE_DATA: folder }
  const run = spawnSync(process.execPath, [join(root, 'scripts/real-plan.ts'), ...args], {
    encoding: 'utf8',
    env: environment,
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
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
