// SPDX-License-Identifier: AGPL-3.0-or-later
import { factsKind, officesKind, rolesKind } from '../administrations/index.ts'
import { measuresKind, spendingKind } from '../funding/index.ts'
import { entryKind, initiativeKind, textKind, textLabels, titleKind } from '../plans/index.ts'
import { type Fields, fieldNames } from '../records/index.ts'

const labelsOf = <Content>({ fields }: { readonly fields: Fields<Content> }): Readonly<Record<string, string>> =>
  Object.fromEntries(fieldNames(fields).map((name) => [name, fields[name].label]))

/** A kind of part in words: for the journal's filter, and for sentences. */
type PartWords = {
  /** In a list: `Schede`. */
  readonly many: string
  /** In a sentence, with its article: `la scheda CAP1.PA.01`. */
  readonly one: (key: string) => string
  /** The names of its fields. */
  readonly labels: Readonly<Record<string, string>>
}

/** The kinds of parts in the journal. */
export const partKinds: Readonly<Record<string, PartWords>> = {
  entry: { many: 'Schede', one: (code) => `la scheda ${code}`, labels: labelsOf(entryKind) },
  narrative: { many: 'Testi', one: textWords, labels: labelsOf(textKind) },
  initiative: {
    many: 'Iniziative',
    one: (number) => `l’iniziativa n. ${Number(number) + 1}`,
    labels: labelsOf(initiativeKind),
  },
  spending: { many: 'Spesa', one: () => 'la spesa', labels: labelsOf(spendingKind) },
  measures: { many: 'Misure PNRR', one: () => 'le misure PNRR', labels: labelsOf(measuresKind) },
  choices: { many: 'Linee facoltative', one: () => 'le scelte sulle linee facoltative', labels: {} },
  title: { many: 'Titolo', one: () => 'il titolo', labels: labelsOf(titleKind) },
  offices: { many: 'Uffici', one: () => 'gli uffici dell’ente', labels: labelsOf(officesKind) },
  roles: { many: 'Ruoli', one: () => 'i ruoli dell’ente', labels: labelsOf(rolesKind) },
  facts: { many: 'Fatti dell’ente', one: () => 'i fatti dell’ente', labels: labelsOf(factsKind) },
}

/** A part in a sentence: `la scheda CAP1.PA.01`. */
export function partWords(part: string): string {
  const [name = '', key = ''] = part.split(':')
  return partKinds[name]?.one(key) ?? `la parte «${part}»`
}

/** The name of a field of a part. */
export function fieldWords(part: string, field: string): string {
  const [name = ''] = part.split(':')
  return partKinds[name]?.labels[field] ?? field
}

function textWords(key: string): string {
  const chapter = /^chapter-(\d)$/.exec(key)?.[1]
  if (chapter) return `il testo del capitolo ${chapter}`
  return `il testo «${(textLabels as Readonly<Record<string, string>>)[key] ?? key}»`
}
