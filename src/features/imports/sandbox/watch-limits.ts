// SPDX-License-Identifier: AGPL-3.0-or-later
import { Worker } from 'node:worker_threads'

/** What a process that reads a file may use. */
export type Limits = {
  /** Milliseconds. */
  readonly time: number
  /** Megabytes, of all memory of the process. */
  readonly memory: number
}

/** Milliseconds between two checks of the memory. */
const interval = 20

/**
 * Kills this process when it exceeds its limits. A thread checks them, because reading may block the process for ever,
 * the engine's own memory limit does not count buffers (where decompressed data goes), and a parent process that dies
 * would not kill it.
 */
export function watchLimits({ time, memory }: Limits): void {
  const look = `
    const { workerData: { time, memory, interval } } = require('node:worker_threads')
    const kill = () => process.kill(process.pid, 'SIGKILL')
    setTimeout(kill, time)
    setInterval(() => { if (process.memoryUsage.rss() > memory * 2 ** 20) kill() }, interval)`
  new Worker(look, { eval: true, workerData: { time, memory, interval } }).unref()
}
