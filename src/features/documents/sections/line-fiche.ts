// SPDX-License-Identifier: AGPL-3.0-or-later

import { slug } from '../../../kernel/text.ts'
import { type Edition, formatTiming, titleOf, withTitle } from '../../catalogue/index.ts'
import { entryContentFields, latenessLabel, latenessOf, shownStatus, type TailoredLine } from '../../plans/index.ts'
import { ficheOf, listOf, textCell } from '../content/content.ts'
import { applicabilityWords, legalTimingWords, statusWords } from '../content/line-words.ts'
import { recordCells } from '../content/record-cells.ts'
import type { DocumentOptions, Table } from '../model.ts'
import { dutyCell, requirementCell } from './line-cells.ts'

/** One line as a card: what the national plan asks, whether it binds the body, what the body does. */
export function lineFiche(tailored: TailoredLine, edition: Edition, { today }: DocumentOptions): Table {
  const { line, entry } = tailored
  const lateness = latenessOf(tailored, today)
  const objective = edition.objectives.find(({ code }) => code === line.objective)
  const results = line.results.map((code) => withTitle(code, edition.results.find((one) => one.code === code)?.title))
  const timing = [
    formatTiming(line.timing),
    ...(line.replanned ? ['data aggiornata da AgID'] : []),
    ...(lateness ? [latenessLabel[lateness].toLowerCase()] : []),
  ]
  return ficheOf(slug(line.code), `Scheda ${line.code}`, [
    ['Codice e titolo', textCell(withTitle(line.code, titleOf(line)))],
    ['Obiettivo', textCell(withTitle(line.objective, objective?.title))],
    ['Risultato atteso', listOf(results)],
    ['Che cosa chiede AgID', requirementCell(line)],
    ['Tempi', textCell(timing.join(', '))],
    ['Per legge', legalTimingWords(tailored).flatMap(textCell)],
    ['Si applica', textCell(applicabilityWords(tailored))],
    ...recordCells(entryContentFields, entry, {
      activity: dutyCell(tailored),
      status: textCell(statusWords(shownStatus(tailored), entry?.statusLabel)),
    }),
  ])
}
