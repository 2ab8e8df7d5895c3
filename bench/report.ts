// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Cost } from './measure.ts'

/** A row of the report: a cost, or a ratio with its goal, or the reason why there is none. */
export type Row = { readonly what: string; readonly cost?: Cost; readonly ratio?: number; readonly goal?: number }

/** The ratio of two costs, by time. */
export const ratio = (what: string, cost: Cost, beside: Cost, goal: number): Row => ({
  what,
  ratio: cost.seconds / beside.seconds,
  goal,
})

/** Prints the rows as a Markdown table, as docs/performance.md keeps them. */
export function printRows(title: string, rows: readonly Row[]): void {
  console.log(
    `\n### ${title}\n\n| misura | tempo | memoria | rapporto | obiettivo |\n| --- | ---: | ---: | ---: | ---: |`,
  )
  for (const { what, cost, ratio, goal } of rows) {
    const time = cost ? timeOf(cost.seconds) : ''
    const memory = cost && cost.megabytes > 0 ? `${cost.megabytes.toFixed(0)} MB` : ''
    const met =
      ratio === undefined ? '' : `${ratio.toFixed(2)} ×${goal !== undefined && ratio > goal ? ' (mancato)' : ''}`
    console.log(`| ${what} | ${time} | ${memory} | ${met} | ${goal === undefined ? '' : `≤ ${goal} ×`} |`)
  }
}

const timeOf = (seconds: number): string =>
  seconds >= 0.1 ? `${seconds.toFixed(2)} s` : `${(seconds * 1000).toFixed(3)} ms`
