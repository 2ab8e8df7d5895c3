// SPDX-License-Identifier: AGPL-3.0-or-later

export { type JournalPageDependencies, journalPages } from './history/pages.tsx'
export { openHistoryReader } from './history/read-history.ts'
export { type WorklistPageDependencies, worklistPages } from './pages.tsx'
export { openWorklistReader } from './read-worklist.ts'
