// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../../kernel/errors.ts'
import type { PageTags } from './read-page-tags.ts'

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

/** The plan inside a PDF, by its measure. */
export type EmbeddedPlan = {
  /** Bytes. */
  readonly size: number
  /** Hex, of the bytes. For a plan that we embedded it is the plan's own hash. */
  readonly sha256: string
  /** It has the shape of a profile. */
  readonly valid: boolean
}

/** A report whose problems have not been looked for. */
export type PdfFacts = Omit<PdfReport, 'problems'>
