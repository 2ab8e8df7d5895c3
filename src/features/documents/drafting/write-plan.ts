// SPDX-License-Identifier: AGPL-3.0-or-later
import { slug } from '../../../kernel/text.ts'
import type { Profile } from '../../profiles/index.ts'
import { writeCalendar } from '../calendar/write-calendar.ts'
import { type WebFonts, writeHtml } from '../html/write-html.ts'
import type { Format, WrittenDocument } from '../model.ts'
import { writeOdt } from '../odt/write-odt.ts'
import type { PdfRenderer } from '../pdf/renderer.ts'
import { writeCsv } from '../sheets/write-csv.ts'
import type { PreparedPlan } from './prepare-plan.ts'
import { printedPlan } from './printed-words.ts'

/** What writers need that is not plain data: the PDF processes, the drawing of an SVG as PNG, the fonts' coverage. */
export type DocumentTools = {
  readonly pdf: PdfRenderer
  /** SVG → PNG of the given width in pixels. */
  readonly rasterise: (svg: string, width: number) => Uint8Array
  readonly canPrint: (codePoint: number) => boolean
  /** Included in the self-contained page. */
  readonly webFonts: WebFonts
  /** Tells the program that prints from one that may print otherwise. */
  readonly program: string
}

/** What a body is known by for good. Names change; a body without codes keeps the word that its first name gave it. */
const bodyKey = ({ cadastralCode, ipaCode, name }: Profile['administration']): string =>
  cadastralCode ?? ipaCode ?? slug(name)

type Writer = (plan: PreparedPlan, tools: DocumentTools) => WrittenDocument | Promise<WrittenDocument>

const writers = {
  pdf: ({ model, json }, { pdf }) => pdf.render(model, json),
  // Slow libraries are loaded when their format is asked for.
  docx: async ({ model, json }, { rasterise }) =>
    (await import('../docx/write-docx.ts')).writeDocx(model, rasterise, printedPlan(json, model)),
  odt: ({ model, json }, { rasterise }) => writeOdt(model, rasterise, printedPlan(json, model)),
  html: ({ model }, { webFonts }) => writeHtml(model, webFonts),
  xlsx: async ({ tailored, profile, model }) =>
    (await import('../sheets/write-xlsx.ts')).writeXlsx(tailored, profile, model.metadata),
  csv: ({ tailored, profile }) => writeCsv(tailored, profile.administration),
  ics: ({ tailored, profile, model, hash }) =>
    writeCalendar(tailored, {
      administration: profile.administration.name,
      bodyKey: bodyKey(profile.administration),
      date: model.metadata.date,
      planHash: hash,
      ...(profile.fundingMeasures && { projects: profile.fundingMeasures }),
      ...(model.cover.draft !== undefined && { draft: model.cover.draft }),
    }),
  json: ({ json }) => ({ format: 'json', bytes: new TextEncoder().encode(json) }),
} satisfies Record<Format, Writer>

/**
 * Writes a plan in one format.
 * @throws {TimoneError} `rendering-failed` or `unprintable`, with the place and what to do.
 */
export const writePlan = async (plan: PreparedPlan, format: Format, tools: DocumentTools): Promise<WrittenDocument> =>
  await (writers satisfies Record<Format, Writer> as Record<Format, Writer>)[format](plan, tools)
