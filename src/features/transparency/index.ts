// SPDX-License-Identifier: AGPL-3.0-or-later

export { transparencyPaths } from './addresses.ts'
export { transparencyEntry } from './menu.ts'
export { transparencyPages } from './pages.tsx'
export { openTransparencyReader } from './read-published.ts'
