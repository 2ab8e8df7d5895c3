// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { palette } from '../layout/palette.ts'
import { claimPdfUa } from './claim-pdf-ua.ts'

/** What a compiler is opened with. */
export type CompilerSettings = {
  /** Absolute folder of `plan.typ`. */
  readonly templateFolder: string
  readonly fontFiles: readonly string[]
}

/** One document to print: a `DocumentModel` and the plan that it embeds, both as JSON. */
export type PdfJob = { readonly model: string; readonly plan: string }

/** A finished PDF, or Typst's own error messages in English. */
export type PdfAnswer =
  | { readonly bytes: Uint8Array; readonly pages: number }
  | { readonly diagnostics: readonly string[] }

/**
 * Opens Typst. Compiling is synchronous and its memory grows, so it belongs in a process of its own.
 * @returns a function that prints one document as PDF/A-3a and PDF/UA-1; it never throws
 */
export function openCompiler({ templateFolder, fontFiles }: CompilerSettings): (job: PdfJob) => PdfAnswer {
  const compiler = NodeCompiler.create({ workspace: templateFolder, fontArgs: [{ fontPaths: [...fontFiles] }] })
  // A file that exists only in memory; the template reads it by this name.
  compiler.mapShadow(join(templateFolder, 'palette.json'), Buffer.from(JSON.stringify(palette)))
  const compile = (job: PdfJob): PdfAnswer => {
    // These files too exist only in memory.
    compiler.mapShadow(join(templateFolder, 'model.json'), Buffer.from(job.model))
    compiler.mapShadow(join(templateFolder, 'piano.json'), Buffer.from(job.plan))
    const compiled = compiler.compile({ mainFilePath: join(templateFolder, 'plan.typ') })
    const document = compiled.result
    if (document === null) return { diagnostics: messagesOf(compiled.takeError(), severities.error) }
    // Without its fonts a text is left out, and Typst only warns.
    const fontless = messagesOf(compiled.takeWarnings(), severities.warning).filter((text) => /font family/.test(text))
    if (fontless.length > 0) return { diagnostics: fontless }
    return { bytes: exportPdf(compiler, document), pages: document.numOfPages }
  }
  return (job) => {
    try {
      return compile(job)
    } catch (error) {
      return { diagnostics: [error instanceof Error ? error.message : String(error)] }
    } finally {
      compiler.evictCache(0)
    }
  }
}

/** The `ua-1` export is thrown away: it is the proof that the claim needs. */
function exportPdf(compiler: NodeCompiler, document: NodeTypstDocument): Uint8Array {
  compiler.pdf(document, { pdfStandard: 'ua-1' })
  return claimPdfUa(compiler.pdf(document, { pdfStandard: 'a-3a' }))
}

const severities = { error: 1, warning: 2 }

const messagesOf = (said: NodeError | null, wanted: number): string[] =>
  (said?.shortDiagnostics ?? []).flatMap(({ message, severity }) => (severity === wanted ? [String(message)] : []))
