// SPDX-License-Identifier: AGPL-3.0-or-later
import { renderingFailed } from '../../../kernel/errors.ts'
import type { DocumentModel, WrittenDocument } from '../model.ts'
import type { CompilerSettings, PdfJob } from './compile-plan.ts'
import { explainFailure } from './explain-failure.ts'
import { type Printer, PrinterDied, startPrinter } from './printer.ts'

/** Prints documents to PDF in processes of its own. */
export type PdfRenderer = {
  /**
   * Prints one document as PDF/A-3a and PDF/UA-1, with the plan's JSON embedded as `piano.json`. The same model and
   * plan give the same bytes. Waits for a free process when all are busy.
   * @param planJson the plan's canonical JSON; empty when the document is not about a single plan: then nothing is
   * embedded
   * @param signal gives up: rejects with its reason
   * @throws {TimoneError} `rendering-failed`: what cannot be printed and where, or that it took too long or crashed
   */
  render(model: DocumentModel, planJson: string, signal?: AbortSignal): Promise<WrittenDocument>
  /** Ends the processes; what is being printed fails. */
  close(): Promise<void>
}

/** Where the processes come from, and their limits. */
export type PdfRendererSettings = CompilerSettings & {
  /** The module of the processes: the build of src/main/worker.ts. */
  readonly workerPath: string
  /** The most processes; they start when they are needed. One for each core is the fastest. */
  readonly processes: number
  /** How long a document may take, in milliseconds; two minutes by default. */
  readonly timeLimit?: number
}

/** Typst's process grows with every document, although its cache is emptied: it is replaced after so many. */
const documentsPerProcess = 10

/** Makes a renderer; no process starts before the first document. */
export function createPdfRenderer(settings: PdfRendererSettings): PdfRenderer {
  const { workerPath, processes, templateFolder, fontFiles, timeLimit = 120_000 } = settings
  const printers = new Set<Printer>()
  const idle: Printer[] = []
  const waiting: (() => void)[] = []
  const closing = new AbortController()
  let places = processes

  const start = (): Printer => {
    const printer = startPrinter(workerPath, { templateFolder, fontFiles })
    printers.add(printer)
    return printer
  }

  const retire = async (printer: Printer): Promise<void> => {
    await printer.stop()
    printers.delete(printer)
  }

  const takeIdle = (): Printer | undefined => {
    const printer = idle.pop()
    if (printer === undefined || printer.alive) return printer
    void retire(printer)
    return undefined
  }

  /** Work waits for a free place. A healthy process serves the next document, and one may stay idle. */
  const withPrinter = async <T>(work: (printer: Printer) => Promise<T>): Promise<T> => {
    if (places > 0) places -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    let printer: Printer | undefined
    try {
      closing.signal.throwIfAborted()
      printer = takeIdle() ?? start()
      return await work(printer)
    } finally {
      const next = waiting.shift()
      const wanted = next !== undefined || idle.length === 0
      if (printer?.alive && printer.jobs < documentsPerProcess && wanted) idle.push(printer)
      else if (printer) void retire(printer)
      if (next) next()
      else places += 1
    }
  }

  return {
    async render(model, planJson, signal) {
      const answer = await withPrinter(async (printer) => {
        const job: PdfJob = { model: JSON.stringify(model), plan: planJson }
        const limit = AbortSignal.timeout(timeLimit)
        const stops = [limit, closing.signal, ...(signal ? [signal] : [])]
        return printer.print(job, AbortSignal.any(stops)).catch((error: unknown) => {
          if (error === limit.reason) throw renderingFailed(`ci vogliono più di ${timeLimit / 1000} secondi`)
          if (error instanceof PrinterDied) throw renderingFailed(`il processo di stampa è finito (${error.message})`)
          throw error
        })
      })
      if ('diagnostics' in answer) throw explainFailure(model, answer.diagnostics)
      return { format: 'pdf', ...answer }
    },
    async close() {
      closing.abort(renderingFailed('il servizio di stampa si sta chiudendo'))
      await Promise.all(Array.from(printers, retire))
    },
  }
}
