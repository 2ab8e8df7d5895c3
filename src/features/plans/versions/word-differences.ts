// SPDX-License-Identifier: AGPL-3.0-or-later

/** A piece of text that both versions have, or one alone. */
export type TextPiece = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/**
 * The difference of two texts, word by word: what is the same and what is removed give the first, what is the same and
 * what is added the second. Where two texts are long and differ much, line by line or whole.
 */
export function differingWords(before: string, after: string): readonly TextPiece[] {
  if (before === after) return merged([{ kind: 'same', text: after }])
  return (
    align(before.match(words) ?? [], after.match(words) ?? []) ??
    align(before.match(lines) ?? [], after.match(lines) ?? []) ??
    merged([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  )
}

/** A word with the space after it; space before the first. */
const words = /^\s+|\S+\s*/g
const lines = /[^\n]*\n+|[^\n]+$/g

/** Cells of the table of common words: under a megabyte and a few milliseconds. */
const mostCells = 400_000

/** Aligns two lists by their longest common part; undefined when what differs is too long. */
function align(before: readonly string[], after: readonly string[]): readonly TextPiece[] | undefined {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  const shortest = Math.min(before.length, after.length) - start
  while (end < shortest && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const middle = alignMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end))
  const same = (items: readonly string[]) => items.map((text): TextPiece => ({ kind: 'same', text }))
  return middle && merged([...same(after.slice(0, start)), ...middle, ...same(after.slice(after.length - end))])
}

function alignMiddle(before: readonly string[], after: readonly string[]): readonly TextPiece[] | undefined {
  const width = after.length + 1
  if ((before.length + 1) * width > mostCells) return undefined
  // common[i][j]: how long the longest common part of before from i and after from j is.
  const common = new Uint16Array((before.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pieces: TextPiece[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]]
    if (old !== undefined && old === now) {
      pieces.push({ kind: 'same', text: old })
      i += 1
      j += 1
    } else if (old !== undefined && (now === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'removed', text: old })
      i += 1
    } else {
      pieces.push({ kind: 'added', text: now ?? '' })
      j += 1
    }
  }
  return pieces
}

/** Neighbours of one kind in one piece; empty ones gone. */
function merged(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const result: TextPiece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (piece.text === '') continue
    if (last?.kind === piece.kind) result[result.length - 1] = { kind: last.kind, text: last.text + piece.text }
    else result.push(piece)
  }
  return result
}
