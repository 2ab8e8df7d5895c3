// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActionLine } from '../../catalogue/index.ts'
import { type Entry, mayConcern, type TailoredLine } from '../../plans/index.ts'
import { emphasis, paragraph, textCell } from '../content/content.ts'
import { cellFromMarkdown } from '../markdown/narrative.ts'
import type { Cell } from '../model.ts'

/** What AgID asks: the official text when it was imported, otherwise our summary; each is marked as such. */
export function requirementCell({ officialText, summary }: ActionLine): Cell {
  if (officialText !== undefined) return [paragraph(emphasis('Testo ufficiale: '), officialText)]
  return summary === undefined ? [] : [paragraph(emphasis('Sintesi: '), summary)]
}

/** What the body does, in its own words. */
export const activityCell = (entry: Entry | undefined): Cell => cellFromMarkdown(entry?.activity ?? '')

/** The body's activity. When a line that may bind it has none, the document says so. */
export function dutyCell(tailored: TailoredLine): Cell {
  const activity = activityCell(tailored.entry)
  return activity.length === 0 && mayConcern(tailored) ? textCell('Da definire.') : activity
}

/** A value under its label, where several share one column. */
export const labelled = (label: string, cell: Cell): Cell =>
  cell.length === 0 ? [] : [paragraph(emphasis(label)), ...cell]
