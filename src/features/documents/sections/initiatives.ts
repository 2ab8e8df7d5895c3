// SPDX-License-Identifier: AGPL-3.0-or-later
import { titleOf, withTitle } from '../../catalogue/index.ts'
import { formatDateOrWords, type Initiative, statusLabel } from '../../plans/index.ts'
import { ficheOf, listOf, paragraphs, textCell } from '../content.ts'
import { cellFromMarkdown } from '../markdown/narrative.ts'
import type { Table } from '../model.ts'
import { type DocumentSource, type SectionWriter, sectionOf } from './source.ts'

/** The body's own initiatives, as cards. */
export const initiatives: SectionWriter = ({ profile, tailored }) => {
  const cards = (profile.plan.initiatives ?? []).map((initiative, index) => card(initiative, index + 1, tailored))
  return sectionOf('iniziative', 'Le iniziative dell’ente', cards)
}

function card(initiative: Initiative, number: number, { edition }: DocumentSource['tailored']): Table {
  const lines = (initiative.lines ?? []).map((code) => {
    const line = edition.lines.find((one) => one.code === code)
    return withTitle(code, line && titleOf(line))
  })
  return ficheOf(`iniziativa-${number}`, `Iniziativa ${number}`, [
    ['Titolo', textCell(initiative.title)],
    ['Descrizione', cellFromMarkdown(initiative.description ?? '')],
    ['Ufficio', textCell(initiative.office ?? '')],
    ['Responsabile', textCell(initiative.responsible ?? '')],
    ['Data o periodo', textCell(formatDateOrWords(initiative.planned))],
    ['Risorse', paragraphs(initiative.resources)],
    ['Passi', listOf(initiative.steps)],
    ['Risultati attesi', listOf(initiative.expectedResults)],
    ['Linee d’azione', listOf(lines)],
    ['Stato', textCell(initiative.status ? statusLabel[initiative.status] : '')],
  ])
}
