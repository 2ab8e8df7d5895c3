// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FactName, FactsSchema } from '../../administrations/index.ts'
import { gridOf, paragraph, textCell } from '../content.ts'
import { type SectionWriter, sectionOf } from './source.ts'

/** What was known of the body when its lines were decided: every fact, also those still to be told. */
export const facts: SectionWriter = ({ profile }) => {
  const known = profile.facts ?? {}
  const names = Object.keys(FactsSchema.shape) as FactName[]
  return sectionOf('fatti', "I fatti dell'ente", [
    paragraph("Da questi fatti, dal tipo di ente e dagli abitanti dipende quali linee d'azione lo riguardano."),
    gridOf(
      {
        id: 'fatti-tabella',
        caption: "Fatti dell'ente che decidono quali linee si applicano",
        columns: [
          { heading: 'Fatto', width: 76, cell: (name) => textCell(FactsSchema.shape[name].description ?? name) },
          { heading: 'Risposta', width: 24, cell: (name) => textCell(answer(known[name])) },
        ],
      },
      names,
    ),
  ])
}

function answer(value: boolean | string | undefined): string {
  if (value === undefined) return 'Non indicato'
  if (typeof value === 'string') return value === 'none' ? 'Nessuno' : `Gruppo ${value}`
  return value ? 'Sì' : 'No'
}
