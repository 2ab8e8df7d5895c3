// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../../kernel/errors.ts'
import type { PageTags } from './read-page-tags.ts'

/** What a PDF claims and contains. */
export type PdfReport = {
  readonly pages: number
  /** PDF/A part and conformance level, e.g. `3A`; from the XMP metadata. */
  readonly pdfA?: string
  /** PDF/UA part, e.g. `1`; from the XMP metadata. */
  readonly pdfUa?: string
  /** The language in the catalogue, e.g. `it-IT`. */
  readonly language?: string
  readonly title?: string
  /** True when the window shows the title, not the file's name. */
  readonly displaysTitle: boolean
  /** True when the file says that it is tagged. */
  readonly marked: boolean
  /** One for each page, in order. */
  readonly tags: readonly PageTags[]
  readonly attachments: readonly { readonly name: string; readonly description: string }[]
  /** The embedded plan; undefined when there is none, or when it cannot be read. */
  readonly plan?: EmbeddedPlan
  /** The problems, in the order above; empty when the document passes. */
  readonly problems: readonly Problem[]
}

/** Size and hash of the plan inside a PDF. */
export type EmbeddedPlan = {
  /** Bytes. */
  readonly size: number
  /** Hex, of the bytes. For a plan that we embedded it is the plan's own hash. */
  readonly sha256: string
  /** True when it has the shape of a profile. */
  readonly valid: boolean
}

/** A report before its problems are looked for. */
export type PdfFacts = Omit<PdfReport, 'problems'>
