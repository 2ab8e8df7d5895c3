// SPDX-License-Identifier: AGPL-3.0-or-later

export * from './catalogue.ts'
export { catalogueCommands } from './cli.ts'
export * from './diff-editions.ts'
export * from './line-words.ts'
export * from './model.ts'
export * from './principles.ts'
export { registerEditions } from './register-editions.ts'
export * from './rules.ts'
export * from './store.ts'
