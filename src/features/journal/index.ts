// SPDX-License-Identifier: AGPL-3.0-or-later

export { journalActions } from './actions.ts'
export { journalPaths } from './addresses.ts'
export type { DeclaredEvents } from './event-words.ts'
export { delegationJournalLink, journalLink } from './menu.ts'
export { journalPages } from './pages.tsx'
export { openHistoryReader } from './read-history.ts'
