// SPDX-License-Identifier: AGPL-3.0-or-later

export { transparencyPages } from './pages.tsx'
export { openTransparencyReader } from './read-published.ts'
