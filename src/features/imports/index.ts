// SPDX-License-Identifier: AGPL-3.0-or-later

export { importCommand } from './cli.ts'
export { importPages } from './pages.tsx'
export { parseFile } from './parse-file.ts'
export { openImportReader } from './read-imports.ts'
export { readPlanFile } from './read-plan-file.ts'
export type { ReadPlanFile } from './read-uploaded-file.ts'
export { type Progress, toAnswer } from './sandbox/answer.ts'
export { type Limits, watchLimits } from './sandbox/watch-limits.ts'
