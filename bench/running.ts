// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** A running server, with its output. */
export type Running = { readonly child: ChildProcess; readonly address: string; readonly lines: string[] }

/** Starts a server, waits until it prints its address, and half a second more for the rest of its output. */
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
