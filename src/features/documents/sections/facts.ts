// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  decidingFields,
  type FactName,
  type Facts,
  factFields,
  type KnownFact,
  type KnownFacts,
  knownBeforehand,
  whyKnown,
  withKnown,
} from '../../administrations/index.ts'
import { questionsToBody } from '../../plans/index.ts'
import { fieldNames, fieldWords } from '../../records/index.ts'
import { gridOf, listOf, paragraph, strong, textCell } from '../content/content.ts'
import type { Block } from '../model.ts'
import { type SectionWriter, sectionOf } from './source.ts'

/** The facts known about the body when its lines were decided, whoever says them, and those still missing. */
export const facts: SectionWriter = ({ profile, tailored }) => {
  const said = profile.facts ?? {}
  const known = knownBeforehand(tailored.edition.known, profile.administration, said)
  const told = fieldNames(factFields).filter((name) => said[name] !== undefined || known.has(name))
  const lines = tailored.chapters.flatMap((chapter) => chapter.lines)
  const untold = questionsToBody(lines).map(({ fact }) => decidingFields[fact].label)
  return sectionOf('fatti', 'I fatti dell’ente', [
    paragraph('Da questi fatti, dal tipo di ente e dagli abitanti dipendono le linee d’azione che lo riguardano.'),
    ...(told.length === 0 ? [] : [factsTable(told, said, known)]),
    ...(untold.length === 0 ? [] : [paragraph(strong('Ancora da indicare, per l’ente:')), ...listOf(untold)]),
  ])
}

const factsTable = (names: readonly FactName[], said: Facts, known: KnownFacts): Block =>
  gridOf(
    {
      id: 'fatti-tabella',
      caption: 'Fatti dell’ente che decidono quali linee si applicano',
      columns: [
        { heading: 'Fatto', width: 40, cell: (name) => textCell(factFields[name].label) },
        {
          heading: 'Risposta',
          width: 15,
          cell: (name) => textCell(fieldWords(factFields, name, withKnown(said, known))),
        },
        { heading: 'Chi lo dice', width: 45, cell: (name) => textCell(whoSays(known.get(name))) },
      ],
    },
    names,
  )

const whoSays = (known: KnownFact | undefined): string => (known ? `Noto in partenza: ${whyKnown(known)}` : 'L’ente')
