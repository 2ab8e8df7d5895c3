// SPDX-License-Identifier: AGPL-3.0-or-later

export { importPages } from './pages.tsx'
export { openImportReader } from './read-imports.ts'
export type { ReadPlanFile } from './read-uploaded-file.ts'
