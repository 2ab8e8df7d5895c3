// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A server under measure, with what it printed. */
export type Running = { readonly child: ChildProcess; readonly address: string; readonly lines: string[] }

/** Starts a server and waits until it says where it is, and half a second for what it says besides. */
export function start(args: readonly string[], env: NodeJS.ProcessEnv, patience: number): Promise<Running> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`${args[0]} did not start`)), patience)
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      const address = /http:\/\/[\d.]+:\d+/.exec(line)?.[0]
      if (!address || lines.some((earlier) => earlier !== line && earlier.includes(address))) return
      clearTimeout(timer)
      setTimeout(() => done({ child, address, lines }), 500)
    })
  })
}
