// SPDX-License-Identifier: AGPL-3.0-or-later
import { append } from '../../../kernel/lists.ts'
import { joinLines } from '../layout/join-lines.ts'
import { isTitle, readTable } from '../layout/table-parts.ts'
import type { Block, ImportedObjective } from '../model.ts'
import type { Field } from '../reading/vocabulary.ts'
import { readOffices } from '../values/lists.ts'
import { fieldsOf, sourceOf } from './line-tables.ts'
import type { Recogniser } from './recogniser.ts'

const aims: readonly Field[] = ['ownObjective', 'objective', 'activity', 'objectiveTitle', 'officialText']

/**
 * Tables of an office's own objectives: what, by whom, and when or with which means. They have no codes and no
 * measures.
 */
export const recogniseOwnObjectives: Recogniser = ({ blocks, lexicon }) => {
  const ownObjectives: ImportedObjective[] = []
  const used = new Set<Block>()
  for (const { block } of blocks) {
    const table = block.kind === 'table' ? readTable(block) : undefined
    const held = new Set(table?.fields.values())
    const aim = aims.find((field) => held.has(field))
    const isOwn =
      (held.has('office') || held.has('responsible')) &&
      (held.has('plannedDate') || held.has('timing') || held.has('resources'))
    if (
      block.kind !== 'table' ||
      table === undefined ||
      aim === undefined ||
      !isOwn ||
      held.has('code') ||
      held.has('measure')
    )
      continue
    const found = table.rows.flatMap((row): readonly ImportedObjective[] => {
      const fields = fieldsOf(row, table)
      const text = (field: Field) => joinLines(fields.get(field) ?? [], lexicon) || null
      const objective = text(aim)
      if (objective === null || isTitle(row, block.columns)) return []
      const { doubts = [] } = row
      return [
        {
          office: text('office'),
          objective,
          plannedDate: text('plannedDate') ?? text('timing'),
          resources: text('resources') ?? text('funding'),
          responsible: readOffices(fields.get('responsible') ?? [], lexicon),
          source: sourceOf(row),
          confidence: doubts.length > 0 ? 0.7 : 0.95,
          warnings: doubts,
        },
      ]
    })
    if (found.length === 0) continue
    append(ownObjectives, found)
    used.add(block)
  }
  return { ownObjectives, used }
}
