// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Comparison } from '../../plans/index.ts'
import type { DocumentTools } from '../drafting/write-plan.ts'
import { writeHtml } from '../html/write-html.ts'
import { mendDocument } from '../mend/mend-document.ts'
import type { WrittenDocument } from '../model.ts'
import { writeOdt } from '../odt/write-odt.ts'
import { buildComparison } from './build-comparison.ts'

/** The formats of a comparison: only those that people read and attach. */
export const comparisonFormats = ['pdf', 'docx', 'odt', 'html'] as const
export type ComparisonFormat = (typeof comparisonFormats)[number]

/**
 * Writes the comparison of two versions in one format. Its PDF embeds no plan, because it is about two.
 * @throws {TimoneError} `rendering-failed` or `unprintable`, with the place and what to do.
 */
export async function writeComparison(
  comparison: Comparison,
  format: ComparisonFormat,
  { pdf, rasterise, canPrint, webFonts }: DocumentTools,
  today: string,
): Promise<WrittenDocument> {
  const { model } = mendDocument(buildComparison(comparison, today), canPrint)
  switch (format) {
    case 'pdf':
      return await pdf.render(model, '')
    case 'docx':
      return await (await import('../docx/write-docx.ts')).writeDocx(model, rasterise)
    case 'odt':
      return writeOdt(model, rasterise)
    case 'html':
      return writeHtml(model, webFonts)
  }
}
