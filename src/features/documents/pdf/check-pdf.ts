// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { type Problem, TimoneError } from '../../../kernel/errors.ts'
import { ProfileSchema } from '../../profiles/index.ts'
import { findProblems } from './find-problems.ts'
import { withPdf } from './open-pdf.ts'
import { readEmbeddedPlan } from './read-embedded-plan.ts'
import { type PageTags, readPageTags } from './read-page-tags.ts'

/** What a PDF claims and what it is made of. */
export type PdfReport = {
  readonly pages: number
  /** PDF/A part and conformance level, e.g. `3A`; from the XMP metadata. */
  readonly pdfA?: string
  /** PDF/UA part, e.g. `1`; from the XMP metadata. */
  readonly pdfUa?: string
  /** Of the catalogue, e.g. `it-IT`. */
  readonly language?: string
  readonly title?: string
  /** The window shows the title, not the file's name. */
  readonly displaysTitle: boolean
  /** The file says that it is tagged. */
  readonly marked: boolean
  /** One a page, in order. */
  readonly tags: readonly PageTags[]
  readonly attachments: readonly { readonly name: string; readonly description: string }[]
  /** The plan that it embeds; undefined when there is none, or it cannot be read. */
  readonly plan?: EmbeddedPlan
  /** What is wrong, in the order above; empty when the document passes. */
  readonly problems: readonly Problem[]
}

export type EmbeddedPlan = {
  /** Bytes. */
  readonly size: number
  /** Hex, of the bytes. For a plan that we embedded it is the plan's own hash. */
  readonly sha256: string
  /** It has the shape of a profile. */
  readonly valid: boolean
}

/** No plan of an administration comes near this. */
const mostPages = 5000

/**
 * Reads a PDF and says whether it is what our writer makes: PDF/A-3a and PDF/UA-1 by its own claim, Italian, titled,
 * tagged on every page, with the plan inside. It does not prove the claims: veraPDF does.
 * @throws {TimoneError} `not-a-plan` when it is no readable PDF
 */
export async function checkPdf(bytes: Uint8Array): Promise<PdfReport> {
  const facts = await withPdf(bytes, readFacts)
  const plan = await describePlan(bytes)
  const report = { ...facts, ...(plan === undefined ? {} : { plan }) }
  return { ...report, problems: findProblems(report) }
}

/** A report whose problems have not been looked for. */
export type PdfFacts = Omit<PdfReport, 'problems'>

async function readFacts(pdf: PDFDocumentProxy): Promise<PdfFacts> {
  const { info, metadata } = await pdf.getMetadata()
  const properties: { readonly Title?: string; readonly Language?: string | null } = info
  const xmp: string = metadata?.getRaw() ?? ''
  const pdfA = `${claim(xmp, 'pdfaid:part')}${claim(xmp, 'pdfaid:conformance')}`
  const pdfUa = claim(xmp, 'pdfuaid:part')
  // A Map, whatever the package's types say.
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
