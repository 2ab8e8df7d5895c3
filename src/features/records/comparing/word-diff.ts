// SPDX-License-Identifier: AGPL-3.0-or-later

/** A run of words of two texts: in both, only in the first, or only in the second. */
export type Run = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/** Comparisons of one word with another beyond which the rest of two texts is told as replaced whole. */
const mostComparisons = 4_000_000

/**
 * How a text became another, word by word: what is in both and what was removed make the first, what is in both and what
 * was added make the second.
 */
export function diffWords(before: string, after: string): readonly Run[] {
  const a = wordsOf(before)
  const b = wordsOf(after)
  const start = commonStart(a, b)
  const end = commonStart(a.slice(start).reverse(), b.slice(start).reverse())
  const runs = [
    ...a.slice(0, start).map((text): Run => ({ kind: 'same', text })),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map((text): Run => ({ kind: 'same', text })),
  ]
  return joined(withoutGaps(joined(runs)))
}

/** Blanks between two changes would only cut them to pieces. */
const withoutGaps = (runs: readonly Run[]): readonly Run[] =>
  runs.flatMap((run, index): Run[] => {
    const between = index > 0 && index < runs.length - 1
    return run.kind === 'same' && between && run.text.trim() === ''
      ? [
          { kind: 'removed', text: run.text },
          { kind: 'added', text: run.text },
        ]
      : [run]
  })

/** Words and what is between them. */
const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? []

function commonStart(a: readonly string[], b: readonly string[]): number {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1
  return count
}

/** The longest common subsequence of what differs. */
function middle(a: readonly string[], b: readonly string[]): Run[] {
  const runs: Run[] = []
  const tell = (kind: Run['kind'], text = '') => runs.push({ kind, text })
  let i = 0
  let j = 0
  if (a.length * b.length <= mostComparisons) {
    const width = b.length + 1
    const lengths = lengthsOf(a, b, width)
    const at = (row: number, column: number) => lengths[row * width + column] ?? 0
    while (i < a.length && j < b.length) {
      if (a[i] === b[j]) {
        tell('same', a[i])
        i += 1
        j += 1
      } else if (at(i + 1, j) >= at(i, j + 1)) tell('removed', a[i++])
      else tell('added', b[j++])
    }
  }
  while (i < a.length) tell('removed', a[i++])
  while (j < b.length) tell('added', b[j++])
  return runs
}

/** How many words the ends of two texts have in common, from every word of the one and of the other on. */
function lengthsOf(a: readonly string[], b: readonly string[], width: number): Uint16Array {
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
    }
  }
  return lengths
}

/** Neighbours of one kind as one run; between two same words, what was removed comes before what was added. */
function joined(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed) out.push({ kind: 'removed', text: removed })
    if (added) out.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const { kind, text } of runs) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      const last = out.at(-1)
      if (last?.kind === 'same') out[out.length - 1] = { kind, text: last.text + text }
      else out.push({ kind, text })
    }
  }
  flush()
  return out
}
