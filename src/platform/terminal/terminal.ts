// SPDX-License-Identifier: AGPL-3.0-or-later
import { styleText } from 'node:util'
import { TimoneError } from '../../kernel/errors.ts'

/** Where commands print: results to `out`, everything else to `err`. */
export type Terminal = {
  /** A line of the result, to standard output. */
  out(line: string): void
  /** A line for people (progress, warnings), to standard error. */
  err(line: string): void
  /** A transient line on standard error that the next one replaces; silent when it is not a terminal. */
  progress(line: string): void
  /** The width of a line of the result in characters; no limit when it does not go to a terminal. */
  readonly width: number
  /** True when the result goes to a file or to another program. */
  readonly redirected: boolean
}

/** The streams a terminal writes to; `isTTY` decides about transient lines and files in place of results, `columns` about the width of
 * tables. */
export type TerminalStreams = {
  readonly stdout: { write(text: string): unknown; readonly columns?: number; readonly isTTY?: boolean }
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean }
}

/** A terminal over the given streams. */
export function openTerminal({ stdout, stderr }: TerminalStreams): Terminal {
  let transient = false
  const clear = () => {
    if (transient) stderr.write('\r\u001b[2K')
    transient = false
  }
  return {
    out(line) {
      clear()
      stdout.write(`${line}\n`)
    },
    err(line) {
      clear()
      stderr.write(`${line}\n`)
    },
    progress(line) {
      if (!stderr.isTTY) return
      clear()
      stderr.write(line)
      transient = true
    },
    width: stdout.columns ?? Number.POSITIVE_INFINITY,
    redirected: stdout.isTTY !== true,
  }
}

/** Exit codes of the command line: 2 when the person's input is at fault, 1 when Timone or the machine is. */
export const exitCodes = { done: 0, failed: 1, badInput: 2 } as const

const faultOfMachine = new Set<string>(['rendering-failed', 'unavailable', 'data-in-use'])

/** Whose fault an error is, as an exit code. */
export const exitCodeOf = (error: unknown): number =>
  error instanceof TimoneError && !faultOfMachine.has(error.code) ? exitCodes.badInput : exitCodes.failed

const shown = 50

/**
 * An error for a person: a `TimoneError` with each problem's place, what is wrong and what to write instead; anything
 * else as an unexpected fault, with its trace.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof TimoneError)) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return `${styleText('red', 'Errore imprevisto')}: ${detail}`
  }
  const problems = error.problems.slice(0, shown).map(({ place, message, remedy }) => {
    const said = `  ${styleText('bold', place)}: ${message}`
    return remedy ? `${said}\n    → ${remedy}` : said
  })
  const more = error.problems.length - shown
  return [
    `${styleText('red', 'Errore')} [${error.code}]: ${error.message}`,
    ...problems,
    ...(more > 0 ? [`  … e altri ${more} errori`] : []),
  ].join('\n')
}
