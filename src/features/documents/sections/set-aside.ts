// SPDX-License-Identifier: AGPL-3.0-or-later
import { titleOf } from '../../catalogue/index.ts'
import { entryContentFields, isContested, isTakenUp, mayConcern, type TailoredLine } from '../../plans/index.ts'
import { gridOf, paragraph, textCell } from '../content/content.ts'
import { statusWords } from '../content/line-words.ts'
import { recordCells } from '../content/record-cells.ts'
import type { Cell, DocumentOptions } from '../model.ts'
import { activityCell, labelled } from './line-cells.ts'
import { type SectionWriter, sectionOf } from './source.ts'

/**
 * True for a line that goes to the annex of those that do not apply: the rule excludes it, or leaves it to the body
 * and the body declares it not applicable. What the body is working on stays in its chapter whatever the rule says;
 * so does a line that binds the body and that the body declares not applicable. Neither counts.
 */
export const isSetAside = (tailored: TailoredLine, { inapplicable }: DocumentOptions): boolean =>
  inapplicable === 'annex' && !mayConcern(tailored) && !isTakenUp(tailored.status) && !isContested(tailored)

/** The annex of the lines that do not apply, each with its reason and the body's own words. */
export const setAside: SectionWriter = ({ tailored, options }) => {
  const lines = tailored.chapters.flatMap((chapter) => chapter.lines.filter((line) => isSetAside(line, options)))
  if (lines.length === 0) return undefined
  return sectionOf('linee-non-applicabili', 'Linee d’azione che non si applicano', [
    paragraph(
      'Linee che il piano nazionale rivolge ad altri, che l’ente ha scelto di non attuare o che dichiara non applicabili.',
    ),
    gridOf(
      {
        id: 'linee-non-applicabili-tabella',
        caption: 'Linee d’azione che non si applicano, con il motivo',
        columns: [
          { heading: 'Codice', width: 14, cell: ({ line }) => textCell(line.code) },
          { heading: 'Linea d’azione', width: 28, cell: ({ line }) => textCell(titleOf(line)) },
          { heading: 'Motivo', width: 30, cell: reasonCell },
          { heading: 'Che cosa scrive l’ente', width: 28, cell: entryCell },
        ],
      },
      lines,
    ),
  ])
}

const reasonCell = ({ applicability, declaredNotApplicable }: TailoredLine): Cell => [
  ...textCell(applicability.reason),
  ...(declaredNotApplicable ? [paragraph('L’ente la dichiara non applicabile.')] : []),
]

const entryCell = ({ entry, status }: TailoredLine): Cell => [
  ...activityCell(entry),
  ...(entry?.statusLabel || status === 'notFeasible' ? textCell(statusWords(status, entry?.statusLabel)) : []),
  ...recordCells(entryContentFields, entry, { activity: [], status: [] }).flatMap(([heading, cell]) =>
    labelled(heading, cell),
  ),
]
