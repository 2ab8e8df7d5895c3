// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatLongDate } from '../../../kernel/dates.ts'
import {
  type ChangeGroup,
  type Comparison,
  changeWords,
  countChanges,
  groupChanges,
  type PlanChange,
  referenceName,
} from '../../plans/index.ts'
import { diffWords, type Run } from '../../records/index.ts'
import { gridOf, paragraph, strong, text, textCell } from '../content/content.ts'
import { textWidth } from '../layout/fit-columns.ts'
import type { Block, Cell, DocumentModel, Inline, Section, Table } from '../model.ts'

/**
 * Two versions of a plan side by side, as a document («quadro di raffronto»): each changed part, field by field. Words
 * that the other version does not have are in bold.
 * @param today `yyyy-mm-dd`, printed on the cover.
 */
export function buildComparison(comparison: Comparison, today: string): DocumentModel {
  const { administration, before, after, changes } = comparison
  const names = namesOf(comparison)
  const groups = groupChanges(changes)
  const title = 'Quadro di raffronto'
  return {
    metadata: {
      title: `${title}: ${names.join(' – ')}, piano ${after.triennium} – ${administration.name}`,
      administration: administration.name,
      triennium: after.triennium,
      edition: '',
      language: 'it',
      keywords: ['Piano triennale per l’informatica', 'raffronto', administration.name, after.triennium],
      description: `${administration.name}: che cosa cambia nel piano triennale per l’informatica ${after.triennium}.`,
      date: today,
      planHash: after.sha256,
    },
    cover: {
      administration: administration.name,
      title,
      subtitle: `Piano triennale per l’informatica ${after.triennium}`,
      facts: [
        ['Da', names[0]],
        ['A', names[1]],
        ['Parti cambiate', String(changes.length)],
        ['Data', formatLongDate(today)],
      ],
      ...(administration.demonstration && { notice: 'Documento dimostrativo: contenuti inventati' }),
    },
    sections: [
      summary(groups, names),
      ...groups.map((group) => groupSection(group, names)),
      colophon([names[0], before.sha256], [names[1], after.sha256]),
    ],
  }
}

type Names = readonly [before: string, after: string]

const namesOf = ({ before, after }: Comparison): Names => [
  referenceName(before, after.triennium),
  referenceName(after, after.triennium),
]

function summary(groups: readonly ChangeGroup[], [from, to]: Names): Section {
  const counted = groups.map(({ title, changes }) => ({ title, ...countChanges(changes) }))
  const count = (kind: PlanChange['change']) => ({
    width: 18,
    align: 'end' as const,
    cell: (row: (typeof counted)[number]) => textCell(String(row[kind])),
  })
  const blocks: Block[] =
    groups.length === 0
      ? [paragraph(`Il contenuto di «${from}» e di «${to}» è lo stesso.`)]
      : [
          paragraph(
            `Che cosa cambia da «${from}» a «${to}», parte per parte e campo per campo. In ogni riga le parole che `,
            'l’altra versione non ha sono in grassetto. I testi sono riportati come sono stati scritti.',
          ),
          gridOf(
            {
              id: 'raffronto-sintesi',
              caption: 'Quante parti cambiano',
              columns: [
                { heading: 'Parte del piano', width: 46, cell: ({ title }) => textCell(title) },
                { heading: 'Modificate', ...count('changed') },
                { heading: 'Aggiunte', ...count('added') },
                { heading: 'Tolte', ...count('removed') },
              ],
            },
            counted,
          ),
        ]
  return { id: 'sintesi', title: 'In sintesi', newPage: true, blocks, sections: [] }
}

const groupSection = ({ id, title, changes }: ChangeGroup, names: Names): Section => ({
  id,
  title,
  newPage: true,
  landscape: true,
  blocks: [],
  sections: changes.map((change, index) => changeSection(change, `${id}-${index + 1}`, names)),
})

function changeSection(change: PlanChange, id: string, names: Names): Section {
  const title = `${change.title} – ${changeWords[change.change].toLowerCase()}`
  const said = change.fields.length > 0
  return {
    id,
    title,
    sections: [],
    blocks: said ? [changeTable(change, `${id}-tabella`, title, names)] : [paragraph('Senza altro contenuto.')],
  }
}

function changeTable({ fields }: PlanChange, id: string, caption: string, [from, to]: Names): Table {
  const rows = fields.map(({ label, words }) => ({
    name: label,
    runs: diffWords(words.before, words.after),
  }))
  const side = (own: Run['kind'], other: Run['kind']) => ({
    width: 42,
    cell: ({ runs }: (typeof rows)[number]) =>
      cellOf(
        runs.filter(({ kind }) => kind !== other),
        own,
      ),
  })
  const columns = [
    { heading: 'Campo', width: 16, cell: ({ name }: (typeof rows)[number]) => textCell(name) },
    { heading: from, ...side('removed', 'added') },
    { heading: to, ...side('added', 'removed') },
  ]
  return gridOf({ id, caption, width: textWidth.landscape, columns }, rows)
}

/** One side of a field: words of its own in bold, a paragraph for each line. */
function cellOf(runs: readonly Run[], own: Run['kind']): Cell {
  const lines: Inline[][] = [[]]
  for (const { kind, text: words } of runs) {
    for (const [index, part] of words.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push(kind === own && part.trim() !== '' ? strong(part) : text(part))
    }
  }
  return lines.filter((line) => line.length > 0).map((line) => paragraph(...line))
}

const colophon = (...versions: readonly (readonly [name: string, sha256: string])[]): Section => ({
  id: 'informazioni',
  title: 'Informazioni sul documento',
  newPage: true,
  sections: [],
  blocks: versions.map(([name, sha256]) => paragraph(`${name}: impronta del contenuto SHA-256 ${sha256}.`)),
})
