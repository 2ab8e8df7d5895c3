// SPDX-License-Identifier: AGPL-3.0-or-later

export { journalPages } from './history/pages.tsx'
export { openHistoryReader } from './history/read-history.ts'
export { worklistPages } from './pages.tsx'
export { openWorklistReader } from './read-worklist.ts'
