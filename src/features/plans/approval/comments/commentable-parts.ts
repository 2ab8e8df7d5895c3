// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Edition, titleOf, withTitle } from '../../../catalogue/index.ts'
import { fieldNames } from '../../../records/index.ts'
import { entryKind, textLabels } from '../../plan/index.ts'

/** A part of a plan, or a field of one, and what people call it. */
type Named = readonly [name: string, label: string]

const others: readonly Named[] = [
  ['title', 'Titolo del piano'],
  ['choices', 'Scelte sulle linee facoltative'],
  ['offices', 'Uffici'],
  ['roles', 'Ruoli della transizione digitale'],
  ['facts', 'Fatti dell’ente'],
  ['initiatives', 'Iniziative e obiettivi propri'],
  ['spending', 'Spesa ICT'],
  ['measures', 'Misure PNRR'],
]

/** The parts of a plan on an edition that can be spoken of, each with what people call it. */
export function commentableParts({ chapters, lines }: Edition): readonly Named[] {
  return [
    ...Object.entries(textLabels).map(([key, label]): Named => [`narrative:${key}`, label]),
    ...chapters.map(
      ({ number, title }): Named => [`narrative:chapter-${number}`, `Testo del capitolo ${number}, ${title}`],
    ),
    ...others,
    ...lines.map((line): Named => [`entry:${line.code}`, withTitle(line.code, titleOf(line))]),
  ]
}

/** The fields of a part that can be spoken of one by one: those of an entry; other parts are spoken of whole. */
export const fieldsOf = (part: string | undefined): readonly Named[] =>
  part?.startsWith('entry:')
    ? fieldNames(entryKind.fields).map((name): Named => [name, entryKind.fields[name].label])
    : []

/** What people call a part: `CAP1.PA.01 Formare il personale`, `Introduzione`; its name, for one that is not known. */
export const partLabel = (edition: Edition, part: string): string =>
  commentableParts(edition).find(([name]) => name === part)?.[1] ?? part

/** What people call a field of a part. */
export const fieldLabel = (part: string | undefined, field: string): string =>
  fieldsOf(part).find(([name]) => name === field)?.[1] ?? field
