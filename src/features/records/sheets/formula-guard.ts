// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Keeps a spreadsheet from taking a CSV cell for a formula: an apostrophe goes before = + - @, tab and carriage return
 * at its beginning, and before an apostrophe, so that `unguardCell` can tell.
 */
export const guardCell = (cell: string): string => (/^['=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

/** What `guardCell` was given. */
export const unguardCell = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell)
