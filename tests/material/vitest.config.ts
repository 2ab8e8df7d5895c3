// SPDX-License-Identifier: AGPL-3.0-or-later
import { defineConfig } from 'vitest/config'

/** What real plans, registries and editions prove: they are not ours to publish, and `TIMONE_MATERIAL` names their folder. */
export default defineConfig({
  test: {
    include: ['tests/material/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['tests/material/setup.ts', 'tests/build.ts', 'tests/start-postgres.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    passWithNoTests: false,
    reporters: ['default', './tests/reporter.ts'],
  },
})
