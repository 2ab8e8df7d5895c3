// SPDX-License-Identifier: AGPL-3.0-or-later
import { guidingPrinciples } from '../../catalogue/index.ts'
import { gridOf, paragraph, textCell } from '../content/content.ts'
import { narrativeFromMarkdown } from '../markdown/narrative.ts'
import type { Section } from '../model.ts'
import type { DocumentSource } from './source.ts'

/** The principles of the national plan, each with its law, then how the body follows them, when it says so. */
export function principles({ profile }: DocumentSource): Section {
  const id = 'principi'
  const own = narrativeFromMarkdown(profile.plan.narrative?.principles ?? '', id)
  return {
    id,
    title: 'Principi guida',
    blocks: [
      paragraph('Il piano nazionale indica i principi da seguire in ogni decisione, con la norma da cui vengono.'),
      gridOf(
        {
          id: 'principi-tabella',
          caption: 'I principi guida e le loro norme',
          columns: [
            { heading: 'Principio', width: 26, cell: ({ name }) => textCell(name) },
            { heading: 'In breve', width: 40, cell: ({ meaning }) => textCell(meaning) },
            { heading: 'Riferimenti normativi', width: 34, cell: ({ law }) => textCell(law) },
          ],
        },
        guidingPrinciples,
      ),
      ...own.blocks,
    ],
    sections: own.sections,
  }
}
