// SPDX-License-Identifier: AGPL-3.0-or-later

/** How much is done, as words and as a bar. */
export function Completion({ done, total }: { done: number; total: number }) {
  const words = `${done} su ${total}`
  return (
    <span class="t-completion">
      <progress value={done} max={Math.max(total, 1)} aria-label={`Linee completate: ${words}`} />
      <span>{words}</span>
    </span>
  )
}
