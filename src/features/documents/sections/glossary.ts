// SPDX-License-Identifier: AGPL-3.0-or-later
import { compareItalian } from '../../../kernel/text.ts'
import { gridOf, textCell } from '../content/content.ts'
import { sectionsText } from '../content/document-text.ts'
import type { Section } from '../model.ts'
import { acronyms } from './acronyms.ts'
import { sectionOf } from './source.ts'

/** The acronyms that the given sections use, with their meanings. */
export function glossary(sections: readonly Section[]): Section | undefined {
  const used = acronymsIn(sectionsText(sections))
  if (used.length === 0) return undefined
  return sectionOf('glossario', 'Sigle', [
    gridOf(
      {
        id: 'glossario-tabella',
        caption: 'Sigle usate nel documento',
        columns: [
          { heading: 'Sigla', width: 20, cell: ([acronym]) => textCell(acronym) },
          { heading: 'Significato', width: 80, cell: ([, meaning]) => textCell(meaning) },
        ],
      },
      used,
    ),
  ])
}

/**
 * Acronyms that occur as whole words, in Italian order: the PA of `CAP1.PA.07` is not a word, and parts of addresses
 * are not either. Of two spellings the first is enough.
 */
function acronymsIn(text: string): readonly (readonly [acronym: string, meaning: string])[] {
  const compounds = text
    .replace(/https?:\S+/g, ' ')
    .match(/(?<![\p{L}\p{N}_.@])[\p{L}\p{N}-]+(?![\p{L}\p{N}_@]|\.\p{N})/gu)
  const words = new Set(compounds?.flatMap((compound) => [compound, ...compound.split('-')]))
  const used = Object.entries(acronyms).filter(([acronym]) => words.has(acronym))
  return used
    .filter(([, meaning], index) => used.findIndex(([, other]) => other === meaning) === index)
    .toSorted(([a], [b]) => compareItalian(a, b))
}
