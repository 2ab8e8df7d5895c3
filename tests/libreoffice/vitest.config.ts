// SPDX-License-Identifier: AGPL-3.0-or-later
import { defineConfig } from 'vitest/config'

/** Our documents opened with LibreOffice, where a machine has it. */
export default defineConfig({
  test: {
    include: ['tests/libreoffice/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['tests/libreoffice/convert.ts', 'tests/build.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    passWithNoTests: false,
    reporters: ['default', './tests/reporter.ts'],
  },
})
