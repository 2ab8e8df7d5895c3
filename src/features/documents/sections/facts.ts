// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FactName, type Facts, factFields } from '../../administrations/index.ts'
import { fieldNames, fieldWords } from '../../records/index.ts'
import { gridOf, listOf, paragraph, strong, textCell } from '../content/content.ts'
import type { Block } from '../model.ts'
import { type SectionWriter, sectionOf } from './source.ts'

/** The facts known about the body when its lines were decided, and those still missing. */
export const facts: SectionWriter = ({ profile }) => {
  const known = profile.facts ?? {}
  const names = fieldNames(factFields)
  const told = names.filter((name) => known[name] !== undefined)
  const untold = names.filter((name) => known[name] === undefined).map(factLabel)
  return sectionOf('fatti', 'I fatti dell’ente', [
    paragraph('Da questi fatti, dal tipo di ente e dagli abitanti dipendono le linee d’azione che lo riguardano.'),
    ...(told.length === 0 ? [] : [factsTable(told, known)]),
    ...(untold.length === 0 ? [] : [paragraph(strong('Ancora da indicare, per l’ente:')), ...listOf(untold)]),
  ])
}

const factsTable = (names: readonly FactName[], known: Facts): Block =>
  gridOf(
    {
      id: 'fatti-tabella',
      caption: 'Fatti dell’ente che decidono quali linee si applicano',
      columns: [
        { heading: 'Fatto', width: 76, cell: (name) => textCell(factLabel(name)) },
        { heading: 'Risposta', width: 24, cell: (name) => textCell(fieldWords(factFields, name, known)) },
      ],
    },
    names,
  )

const factLabel = (name: FactName): string => factFields[name].label
