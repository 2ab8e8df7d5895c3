// SPDX-License-Identifier: AGPL-3.0-or-later
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { CompilerSettings, PdfAnswer, PdfJob } from './compile-plan.ts'

/** A process that prints one document at a time. */
export type Printer = {
  /** The number of documents it has been given. */
  readonly jobs: number
  /** False when it is dead or was told to stop. */
  readonly alive: boolean
  /**
   * @param signal kills the process, and rejects with the signal's reason
   * @throws {PrinterDied} when the process ends before it answers
   */
  print(job: PdfJob, signal: AbortSignal): Promise<PdfAnswer>
  /** Kills the process; resolves when it is gone. */
  stop(): Promise<void>
}

/** The process ended before it answered; the message says how: a signal's name or an exit code. */
export class PrinterDied extends Error {
  override readonly name = 'PrinterDied'
}

/**
 * Starts a process that prints PDFs.
 * @param workerPath the module to run there: the build of src/main/worker.ts
 */
export function startPrinter(workerPath: string, settings: CompilerSettings): Printer {
  const child = fork(workerPath, [JSON.stringify(settings)], {
    serialization: 'advanced',
    // It gets none of this process's options and environment; system fonts are off.
    execArgv: [],
    env: { FONTCONFIG_FILE: join(settings.templateFolder, 'no-system-fonts.conf') },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `codice ${code}`))
    child.once('error', (error) => resolve(error.message))
  })
  let jobs = 0
  return {
    get jobs() {
      return jobs
    },
    get alive() {
      return child.connected && !child.killed
    },
    async print(job, signal) {
      signal.throwIfAborted()
      jobs += 1
      const settled = new AbortController()
      const answer = once(child, 'message', { signal: settled.signal }).then(([message]) => message as PdfAnswer)
      const death = gone.then((how) => Promise.reject(new PrinterDied(how)))
      const abort = () => child.kill('SIGKILL')
      signal.addEventListener('abort', abort, { once: true })
      try {
        child.send(job, () => {})
        return await Promise.race([answer, death])
      } catch (error) {
        throw signal.aborted ? signal.reason : error
      } finally {
        settled.abort()
        signal.removeEventListener('abort', abort)
      }
    },
    async stop() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
