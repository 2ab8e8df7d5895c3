// SPDX-License-Identifier: AGPL-3.0-or-later

export { followDeclarations } from './follow-declarations.ts'
export { searchPages } from './pages.tsx'
export { openSearchReader } from './read-search.ts'
export { searchKinds } from './search-kinds.ts'
export { SiteSearch } from './views/site-search.tsx'
