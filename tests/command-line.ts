// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process'

/** What a command printed and how it ended. */
export type Outcome = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs the built command line as a person would, in a folder of its own. */
export function timone(args: readonly string[], cwd: string): Outcome {
  return runNode(['dist/cli.js', ...args], { INIT_CWD: cwd, TIMONE_DATA: `${cwd}/data` })
}

/** Runs a program of the repository with Node. */
export function runNode(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    maxBuffer: 64 * 2 ** 20,
  })
  return { code: status, out: stdout, err: stderr }
}
