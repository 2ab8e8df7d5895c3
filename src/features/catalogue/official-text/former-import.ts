// SPDX-License-Identifier: AGPL-3.0-or-later
import { compareItalian } from '../../../kernel/text.ts'
import type { OfficialEdition } from '../editions/catalogue.ts'

/** What an import reads from a source. */
export type OfficialContent = Omit<OfficialEdition, 'id' | 'complete' | 'provenance'>

/** The codes (or `capitolo 3`) that a former import of the edition had and this reading lacks. */
export const lostBy = (former: OfficialContent, content: OfficialContent): readonly string[] =>
  parts.flatMap((part) => {
    const known = new Set(content[part].map(keyOf))
    return former[part].map(keyOf).filter((key) => !known.has(key))
  })

/**
 * The reading with what the former import had and it lacks, the rule, title and summary of a line too; what both have is
 * as it is now.
 */
export const withFormer = (former: OfficialContent, content: OfficialContent): OfficialContent => ({
  chapters: union(former.chapters, content.chapters),
  objectives: union(former.objectives, content.objectives),
  results: union(former.results, content.results),
  lines: union(
    former.lines,
    content.lines.map((line) => ({ ...wordsBefore(former, line.code), ...line })),
  ),
  institutionalLines: union(former.institutionalLines, content.institutionalLines),
})

function wordsBefore({ lines }: OfficialContent, code: string) {
  const { addressees, title, summary } = lines.find((line) => line.code === code) ?? {}
  return { ...(addressees && { addressees }), ...(title && { title }), ...(summary && { summary }) }
}

const parts = ['chapters', 'objectives', 'results', 'lines', 'institutionalLines'] as const

type Keyed = { readonly code: string } | { readonly number: number }

const keyOf = (record: Keyed): string => ('code' in record ? record.code : `capitolo ${record.number}`)

const union = <T extends Keyed>(former: readonly T[], now: readonly T[]): T[] =>
  [...new Map([...former, ...now].map((record) => [keyOf(record), record])).entries()]
    .sort(([one], [other]) => compareItalian(one, other))
    .map(([, record]) => record)
