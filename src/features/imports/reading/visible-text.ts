// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Block } from '../model.ts'

/** Invisible characters: controls, zero-width characters, marks of text direction, soft hyphens. */
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** Bullets from Word's symbol fonts, which other fonts do not have. */
const symbolBullets = /[\uf0a7\uf0b7\uf0d8\uf0fc\uf076]/g

/** A text as people see it. */
export const visibleText = (text: string): string =>
  text.replace(invisible, '').replace(symbolBullets, '•').toWellFormed()

/** Removes invisible characters from blocks; also returns how many were removed. */
export function withVisibleText(blocks: readonly Block[]): {
  readonly blocks: readonly Block[]
  readonly removed: number
} {
  let removed = 0
  const clean = <T extends { readonly text: string }>(part: T): T => {
    const text = visibleText(part.text)
    removed += part.text.length - text.length
    return { ...part, text }
  }
  const cleaned = blocks.map((block): Block => {
    if (block.kind === 'paragraph') return { ...block, lines: block.lines.map(clean) }
    return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(clean) })) }
  })
  return { blocks: cleaned, removed }
}
