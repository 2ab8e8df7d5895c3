// SPDX-License-Identifier: AGPL-3.0-or-later

export type { DeclaredEvents } from './event-words.ts'
export { dayOf } from './moments.ts'
export { journalPages } from './pages.tsx'
export { openHistoryReader } from './read-history.ts'
