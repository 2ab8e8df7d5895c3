// SPDX-License-Identifier: AGPL-3.0-or-later

import { compareItalian, slug } from '../../../kernel/text.ts'
import { type Edition, type ExpectedResult, type Objective, withTitle } from '../../catalogue/index.ts'
import { measureProgress, statusOrUnsaidLabel, type TailoredChapter } from '../../plans/index.ts'
import { statusOrder } from '../charts/palette.ts'
import { gridOf, paragraph, textCell } from '../content/content.ts'
import { narrativeFromMarkdown } from '../markdown/narrative.ts'
import type { Block, Section, Table } from '../model.ts'
import { lineFiche } from './line-fiche.ts'
import { lineTable } from './line-table.ts'
import { isSetAside } from './set-aside.ts'
import type { DocumentSource } from './source.ts'

/** One section for each national chapter that has something to tell, in the national order. */
export const chapters = (source: DocumentSource): readonly Section[] =>
  source.tailored.chapters.flatMap((tailored) => chapterSection(tailored, source))

function chapterSection(tailored: TailoredChapter, source: DocumentSource): readonly Section[] {
  const { number, title } = tailored.chapter
  const id = `capitolo-${number}`
  const narrative = narrativeFromMarkdown(source.profile.plan.narrative?.chapters?.[String(number)] ?? '', id)
  const summary = tailored.lines.length === 0 ? [] : [summaryTable(tailored, source.options.today)]
  const objectives = objectivesOf(tailored, source.tailored.edition)
  const sections = [
    ...narrative.sections,
    ...objectives.map((objective) => objectiveSection(objective, tailored, source)),
  ]
  if (narrative.blocks.length + summary.length + sections.length === 0) return []
  return [
    {
      id,
      title: `Capitolo ${number} – ${title}`,
      newPage: true,
      ...(source.options.layout === 'tables' && { landscape: true }),
      blocks: [...narrative.blocks, ...summary],
      sections,
    },
  ]
}

/** The numbers of a chapter's lines by status. */
function summaryTable({ chapter, lines }: TailoredChapter, today: string): Table {
  const { standings, statuses: counts, late, toTell } = measureProgress(lines, today)
  const rows: readonly (readonly [string, number])[] = [
    ['Linee del capitolo', lines.length],
    ['Si applicano', standings.applies],
    ['Da verificare', standings['to-verify']],
    ['A scelta dell’ente', standings['to-choose']],
    ['Non si applicano', standings['does-not-apply']],
    ...statusOrder.map((status) => [`Stato: ${statusOrUnsaidLabel[status].toLowerCase()}`, counts[status]] as const),
    ['In ritardo', late],
    ['Con la data passata e lo stato da indicare', toTell],
  ]
  return gridOf(
    {
      id: `capitolo-${chapter.number}-sintesi`,
      caption: `Capitolo ${chapter.number} in sintesi`,
      columns: [
        { heading: 'Voce', width: 70, cell: ([label]) => textCell(label) },
        { heading: 'Linee', width: 30, align: 'end', cell: ([, count]) => textCell(String(count)) },
      ],
    },
    rows.filter(([, count]) => count > 0),
  )
}

/**
 * The objectives of the chapter that have lines, by code; an objective that the edition does not name has its code as
 * title.
 */
function objectivesOf({ chapter, lines }: TailoredChapter, edition: Edition): readonly Objective[] {
  const known = new Map(edition.objectives.map((objective) => [objective.code, objective]))
  return [...new Set(lines.map(({ line }) => line.objective))]
    .toSorted(compareItalian)
    .map((code) => known.get(code) ?? { code, chapter: chapter.number, title: '' })
}

function objectiveSection(
  objective: Objective,
  { lines }: TailoredChapter,
  { tailored: { edition }, options }: DocumentSource,
): Section {
  const own = lines.filter(({ line }) => line.objective === objective.code)
  const shown = own.filter((line) => !isSetAside(line, options))
  const results = edition.results.filter((result) => result.objective === objective.code)
  const entries: readonly Block[] =
    options.layout === 'fiches'
      ? shown.map((line) => lineFiche(line, edition, options))
      : shown.length > 0
        ? [lineTable(objective, shown, options)]
        : []
  const apart = own.filter((line) => !shown.includes(line)).map(({ line }) => line.code)
  return {
    id: slug(objective.code),
    title: withTitle(objective.code, objective.title),
    blocks: [
      ...(results.length > 0 ? [resultsTable(objective, results)] : []),
      ...(apart.length > 0 ? [paragraph(`${inAnnex(apart.length)} ${apart.join(', ')}.`)] : []),
      ...entries,
    ],
    sections: [],
  }
}

const inAnnex = (count: number): string =>
  count === 1 ? 'Non si applica, ed è nell’allegato:' : 'Non si applicano, e sono nell’allegato:'

/** The expected results of an objective, with a column for each year that has a target. */
function resultsTable({ code }: Objective, results: readonly ExpectedResult[]): Table {
  const years = [...new Set(results.flatMap(({ targets }) => targets.map(({ year }) => year)))].toSorted(
    (a, b) => a - b,
  )
  return gridOf(
    {
      id: `${slug(code)}-risultati`,
      caption: `${code}: risultati attesi e target`,
      columns: [
        { heading: 'Risultato atteso', width: 40, cell: (result) => textCell(withTitle(result.code, result.title)) },
        ...years.map((year) => ({
          heading: `Target ${year}`,
          width: 24,
          cell: ({ targets }: ExpectedResult) =>
            targets.filter((target) => target.year === year).flatMap((target) => textCell(target.text)),
        })),
      ],
    },
    results,
  )
}
