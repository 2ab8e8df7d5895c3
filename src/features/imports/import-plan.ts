// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Catalogue } from '../catalogue/index.ts'
import { dropFurniture } from './layout/drop-furniture.ts'
import { wholeWords } from './layout/join-lines.ts'
import { joinTables } from './layout/join-tables.ts'
import { outline } from './layout/outline.ts'
import { rebuildTables } from './layout/rebuild-tables.ts'
import { splitHeadings } from './layout/split-headings.ts'
import type { Block, Blocks, ImportedPlan } from './model.ts'
import { matchLines } from './reading/match-lines.ts'
import { recogniseEdition } from './reading/recognise-edition.ts'
import { recogniseBulletedLines } from './recognisers/bulleted-lines.ts'
import { readDocumentHead } from './recognisers/document-head.ts'
import { recogniseFicheTables } from './recognisers/fiche-tables.ts'
import { recogniseFundingTables } from './recognisers/funding-tables.ts'
import { recogniseGlossary } from './recognisers/glossary.ts'
import { recogniseIndicators } from './recognisers/indicators.ts'
import { recogniseInitiatives } from './recognisers/initiatives.ts'
import { recogniseLabelledFiches } from './recognisers/labelled-fiches.ts'
import { recogniseLineTables } from './recognisers/line-tables.ts'
import { readNarrative } from './recognisers/narrative.ts'
import { recogniseOwnObjectives } from './recognisers/own-objectives.ts'
import type { Found, Recogniser } from './recognisers/recogniser.ts'
import { recogniseSpending } from './recognisers/spending.ts'

/** What the importing person already knows. */
export type ImportOptions = {
  /** Id of an edition of the catalogue; absent: recognised. */
  readonly edition?: string
}

/** In this order: each leaves fewer blocks for the next. */
const recognisers: readonly Recogniser[] = [
  recogniseLineTables,
  recogniseFicheTables,
  recogniseFundingTables,
  recogniseOwnObjectives,
  recogniseSpending,
  recogniseLabelledFiches,
  recogniseBulletedLines,
  recogniseInitiatives,
  recogniseGlossary,
  recogniseIndicators,
]

/**
 * Recovers a plan's records from the blocks of a file. Headers and footers are dropped, tables are put together, each
 * recogniser makes the records of its layout, and entries are matched to the edition. Nothing is invented: a file
 * without action lines yields no entries and says so.
 * @throws {TimoneError} `unknown-edition` when the edition asked for is not in the catalogue
 */
export function importPlan(
  { blocks, warnings }: Blocks,
  catalogue: Catalogue,
  options: ImportOptions = {},
): ImportedPlan {
  const asked = options.edition === undefined ? undefined : catalogue.edition(options.edition)
  const lines = blocks.flatMap(textLines)
  const lexicon = wholeWords([...lines, ...catalogueTexts(catalogue)])
  const prepared = joinTables(rebuildTables(splitHeadings(dropFurniture(blocks))))
  const sections = outline(prepared)
  let rest = prepared.map((block, index) => ({ block, section: sections[index] ?? {} }))
  const found = recognisers.map((recognise): Found => {
    const records = recognise({ blocks: rest, lexicon })
    rest = rest.filter(({ block }) => !records.used.has(block))
    return records
  })
  const entries = found.flatMap(({ entries = [] }) => entries)
  const edition = asked ?? recogniseEdition(entries, lines.join('\n'), catalogue)
  return {
    document: { ...readDocumentHead(lines.filter((line) => line.trim() !== '')), edition: edition?.id ?? null },
    entries: matchLines(entries, edition),
    initiatives: found.flatMap(({ initiatives = [] }) => initiatives),
    ownObjectives: found.flatMap(({ ownObjectives = [] }) => ownObjectives),
    funding: found.flatMap(({ funding = [] }) => funding),
    spending: found.flatMap(({ spending = [] }) => spending),
    indicators: found.flatMap(({ indicators = [] }) => indicators),
    glossary: found.flatMap(({ glossary = [] }) => glossary),
    narrative: readNarrative(prepared, rest, edition?.chapters ?? [], lexicon),
    warnings:
      entries.length > 0
        ? warnings
        : [...warnings, 'Il documento non ha linee d’azione riconoscibili: nessuna scheda è stata creata.'],
  }
}

const textLines = (block: Block): readonly string[] =>
  block.kind === 'paragraph'
    ? block.lines.map(({ text }) => text)
    : block.rows.flatMap(({ cells }) => cells.flatMap(({ text }) => text.split('\n')))

/** Words of the national plan help to recognise broken words. */
const catalogueTexts = (catalogue: Catalogue): readonly string[] =>
  catalogue.ids().flatMap((id) => {
    const { objectives, lines } = catalogue.edition(id)
    return [
      ...objectives.map(({ title }) => `${title} .`),
      ...lines.map(({ officialText, summary = '' }) => `${officialText ?? summary} .`),
    ]
  })
