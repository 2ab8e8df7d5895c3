// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Section } from '../model.ts'

/**
 * A section with the level of its heading, its number among all sections (from 1), and the orientation of its pages.
 */
export type OutlinedSection = {
  readonly section: Section
  readonly landscape: boolean
  readonly level: (typeof levels)[number]
  readonly number: number
}

/** No format has deeper headings: deeper sections keep this level. */
const levels = [1, 2, 3, 4, 5, 6] as const

/** The levels that a table of contents lists. */
export const contentsDepth = 3

/** Every section of the document in reading order, each before its sub-sections. */
export const outline = (sections: readonly Section[]): OutlinedSection[] =>
  descend(sections, 0, false).map((entry, index) => ({ ...entry, number: index + 1 }))

const descend = (sections: readonly Section[], depth: number, within: boolean): Omit<OutlinedSection, 'number'>[] =>
  sections.flatMap((section) => {
    const landscape = within || section.landscape === true
    return [{ section, landscape, level: levels[depth] ?? 6 }, ...descend(section.sections, depth + 1, landscape)]
  })
