// SPDX-License-Identifier: AGPL-3.0-or-later

export { importActions } from './actions.ts'
export { importPaths } from './addresses.ts'
export { importCommand } from './cli.ts'
export { importsLink } from './menu.ts'
export { importPages } from './pages.tsx'
export { parseFile } from './reading/parse-file.ts'
export { readPlanFile } from './reading/read-plan-file.ts'
export { type Progress, toAnswer } from './sandbox/answer.ts'
export { type Limits, watchLimits } from './sandbox/watch-limits.ts'
export { openImportReader } from './stored/read-imports.ts'
export type { ReadPlanFile } from './uploading/read-uploaded-file.ts'
export { importWorkSource, proposalsKind } from './work/open-imports.ts'
