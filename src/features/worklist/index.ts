// SPDX-License-Identifier: AGPL-3.0-or-later

export { worklistEntry } from './menu.ts'
export { worklistPages } from './pages.tsx'
export { openWorklistReader } from './read-worklist.ts'
