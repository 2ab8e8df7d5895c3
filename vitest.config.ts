// SPDX-License-Identifier: AGPL-3.0-or-later
import { defineConfig } from 'vitest/config'

/** The tests of the repository alone; those that need more are in folders of their own, with their own configuration. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'tests/material/**', 'tests/libreoffice/**'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    globalSetup: ['tests/build.ts', 'tests/start-postgres.ts'],
    testTimeout: 30_000,
    hookTimeout: 90_000,
    passWithNoTests: false,
    reporters: ['default', './tests/reporter.ts'],
  },
})
