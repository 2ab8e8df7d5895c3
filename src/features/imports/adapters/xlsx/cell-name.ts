// SPDX-License-Identifier: AGPL-3.0-or-later

/** The name of a cell of a sheet, row and column from 0: `cellName(11, 1)` → `B12`. */
export function cellName(row: number, column: number): string {
  let letters = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  }
  return `${letters}${row + 1}`
}

/** Row and column of a cell's name, from 0; undefined when the name is not valid. */
export function parseCellName(name: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters = '', digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name) ?? []
  if (digits === undefined) return undefined
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}
