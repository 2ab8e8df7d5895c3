// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { TimoneError } from '../../../kernel/errors.ts'
import { ProfileSchema, readEmbeddedPlan } from '../../profiles/index.ts'
import { findProblems } from './find-problems.ts'
import { withPdf } from './open-pdf.ts'
import type { EmbeddedPlan, PdfFacts, PdfReport } from './pdf-report.ts'
import { type PageTags, readPageTags } from './read-page-tags.ts'

/** Far larger than any plan. */
const mostPages = 5000

/**
 * Reads a PDF and says whether it is what our writer makes: PDF/A-3a and PDF/UA-1 by its own claim, Italian, titled,
 * tagged on every page, with the plan inside. It does not prove the claims: veraPDF does.
 * @throws {TimoneError} `not-a-plan` when it is not a readable PDF
 */
export async function checkPdf(bytes: Uint8Array): Promise<PdfReport> {
  const facts = await withPdf(bytes, readFacts)
  const plan = await describePlan(bytes)
  const report = { ...facts, ...(plan === undefined ? {} : { plan }) }
  return { ...report, problems: findProblems(report) }
}

async function readFacts(pdf: PDFDocumentProxy): Promise<PdfFacts> {
  const { info, metadata } = await pdf.getMetadata()
  const properties: { readonly Title?: string; readonly Language?: string | null } = info
  const xmp: string = metadata?.getRaw() ?? ''
  const pdfA = `${claim(xmp, 'pdfaid:part')}${claim(xmp, 'pdfaid:conformance')}`
  const pdfUa = claim(xmp, 'pdfuaid:part')
  // It is a Map, although the package's types say otherwise.
  const markInfo: unknown = await pdf.getMarkInfo()
  const tags: PageTags[] = []
  for (let page = 1; page <= Math.min(pdf.numPages, mostPages); page++) {
    tags.push(readPageTags(await (await pdf.getPage(page)).getStructTree()))
  }
  return {
    pages: pdf.numPages,
    ...(pdfA && { pdfA }),
    ...(pdfUa && { pdfUa }),
    ...(properties.Language && { language: properties.Language }),
    ...(properties.Title && { title: properties.Title }),
    displaysTitle: (await pdf.getViewerPreferences())?.get('DisplayDocTitle') === true,
    marked: markInfo instanceof Map && markInfo.get('Marked') === true,
    tags,
    attachments: Array.from((await pdf.getAttachments()) ?? [], ([, { filename, description }]) => ({
      name: filename,
      description,
    })),
  }
}

/** A property of the XMP, written as an element or as an attribute. */
function claim(xmp: string, property: string): string {
  const [, element, attribute] = new RegExp(`<${property}>\\s*(\\w+)|\\b${property}="(\\w+)"`).exec(xmp) ?? []
  return element ?? attribute ?? ''
}

async function describePlan(bytes: Uint8Array): Promise<EmbeddedPlan | undefined> {
  try {
    const json = await readEmbeddedPlan(bytes)
    return {
      size: Buffer.byteLength(json),
      sha256: createHash('sha256').update(json).digest('hex'),
      valid: ProfileSchema.safeParse(JSON.parse(json)).success,
    }
  } catch (error) {
    if (error instanceof TimoneError) return undefined
    throw error
  }
}
