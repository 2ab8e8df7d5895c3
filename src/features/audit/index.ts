// SPDX-License-Identifier: AGPL-3.0-or-later
export * from './model.ts'
export { readJournal, record } from './store.ts'
