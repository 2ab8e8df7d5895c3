// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Several values in one cell, one a line; the further lines of a value are indented, so that `cellItems` tells them
 * from the next value. Values are trimmed and not empty.
 */
export const itemsCell = (items: readonly string[]): string =>
  items.map((item) => item.replaceAll('\n', '\n  ')).join('\n')

/** The values of a cell written by `itemsCell`. */
export const cellItems = (cell: string): string[] =>
  cell === '' ? [] : cell.split(/\n(?! {2})/).map((item) => item.replaceAll('\n  ', '\n'))
