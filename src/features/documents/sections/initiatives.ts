// SPDX-License-Identifier: AGPL-3.0-or-later
import { titleOf, withTitle } from '../../catalogue/index.ts'
import { type Initiative, initiativeFields } from '../../plans/index.ts'
import { ficheOf, listOf } from '../content/content.ts'
import { recordCells } from '../content/record-cells.ts'
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
  const cells = recordCells(initiativeFields, initiative, { lines: listOf(lines) })
  return ficheOf(`iniziativa-${number}`, `Iniziativa ${number}`, cells)
}
