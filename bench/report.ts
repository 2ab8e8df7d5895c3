// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Cost } from './measure.ts'

/** A row of the report: a cost, or a ratio with its goal, or the reason why there is none. */
export type Row = {
  readonly what: string
  readonly cost?: Cost
  /** The most seconds that the cost should be. */
  readonly most?: number
  readonly ratio?: number
  readonly goal?: number
}

/** The ratio of two costs, by time. */
export const ratio = (what: string, cost: Cost, beside: Cost, goal: number): Row => ({
  what,
  ratio: cost.seconds / beside.seconds,
  goal,
})

/** A cost of CPU time, in milliseconds, with its goal. */
export const cpuRow = (what: string, milliseconds: number, most?: number): Row => ({
  what,
  cost: { seconds: milliseconds / 1000, megabytes: 0 },
  ...(most !== undefined && { most: most / 1000 }),
})

/** Prints the rows as a Markdown table, as docs/performance.md keeps them. */
export function printRows(title: string, rows: readonly Row[]): void {
  console.log(
    `\n### ${title}\n\n| misura | tempo | memoria | rapporto | obiettivo |\n| --- | ---: | ---: | ---: | ---: |`,
  )
  for (const { what, cost, most, ratio, goal } of rows) {
    const missed = cost && most !== undefined && cost.seconds > most ? ' (mancato)' : ''
    const time = cost ? timeOf(cost.seconds) + missed : ''
    const memory = cost && cost.megabytes > 0 ? `${cost.megabytes.toFixed(0)} MB` : ''
    const met =
      ratio === undefined ? '' : `${ratio.toFixed(2)} ×${goal !== undefined && ratio > goal ? ' (mancato)' : ''}`
    console.log(`| ${what} | ${time} | ${memory} | ${met} | ${goalOf(most, goal)} |`)
  }
}

const goalOf = (most: number | undefined, goal: number | undefined): string => {
  if (most !== undefined) return `≤ ${timeOf(most)}`
  return goal === undefined ? '' : `≤ ${goal} ×`
}

const timeOf = (seconds: number): string =>
  seconds >= 0.1 ? `${seconds.toFixed(2)} s` : `${(seconds * 1000).toFixed(3)} ms`
