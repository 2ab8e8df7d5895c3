// SPDX-License-Identifier: AGPL-3.0-or-later
import { append } from '../../../kernel/lists.ts'

import type { Catalogue } from '../../catalogue/index.ts'
import { cellAddress, PrintedPlanSchema, parseCanonical, plainWords, wordsFingerprint } from '../../profiles/index.ts'
import type { Block, Blocks, ImportedPlan, Table } from '../model.ts'
import { importProfile } from './import-profile.ts'
import { changedField } from './printed-fields.ts'

/**
 * Reads a plan out of a DOCX or ODT of ours, by the plan that it carries: what is printed as it was then is taken exactly;
 * a field whose words somebody changed is read from those words; every other change is told. Undefined for any other
 * file, and for one of ours whose plan a program dropped or damaged.
 */
export function readOwnDocument(
  { blocks, warnings, carried }: Blocks,
  name: string,
  catalogue: Catalogue,
): ImportedPlan | undefined {
  const printed = carried === undefined ? undefined : parsePrinted(carried)
  if (!printed) return undefined
  const plan = importProfile(parseCanonical(printed.plan, name, catalogue))
  const told: string[] = []
  let records = plan.exact?.[0]?.records ?? []
  const seen = new Set<string>()
  for (const { address, text, place } of cellsNow(blocks)) {
    seen.add(address)
    const before = printed.cells[address]
    if (before === wordsFingerprint(text)) continue
    const changed = changedField(records, place, text)
    if (changed) records = changed
    else told.push(`${before === undefined ? 'aggiunto' : 'cambiato'}: ${place.join(' › ')}`)
  }
  for (const address of Object.keys(printed.cells)) if (!seen.has(address)) told.push(`tolto: ${address}`)
  append(told, linesChanged(blocks, printed.paragraphs))
  return {
    ...plan,
    warnings: [...warnings, ...toldWords(told)],
    exact: (plan.exact ?? []).map((exact) => ({ ...exact, records })),
  }
}

function parsePrinted(carried: string) {
  try {
    return PrintedPlanSchema.safeParse(JSON.parse(carried)).data
  } catch {
    return undefined
  }
}

const most = 20

const toldWords = (told: readonly string[]): readonly string[] => [
  ...told.slice(0, most).map((words) => `Non si è potuto riportare ciò che nel documento è stato ${words}.`),
  ...(told.length > most
    ? [`Non si sono potuti riportare altri ${told.length - most} cambiamenti del documento.`]
    : []),
]

/** The lines that were not printed so, from the first printed heading on: before it are the cover and the contents. */
function linesChanged(blocks: readonly Block[], paragraphs: readonly string[]): readonly string[] {
  const printed = new Set(paragraphs)
  const known = ({ text }: { readonly text: string }) => plainWords(text) === '' || printed.has(wordsFingerprint(text))
  const start = blocks.findIndex(
    (block) => block.kind === 'paragraph' && block.heading !== undefined && block.lines.every(known),
  )
  if (start < 0) return []
  return blocks
    .slice(start)
    .flatMap((block) => (block.kind === 'paragraph' ? block.lines.filter((line) => !known(line)) : []))
    .map(({ text }) => `cambiato o aggiunto: «${text.length > 80 ? `${text.slice(0, 80)}…` : text}»`)
}

/** Every cell, with the address and the place of it as people know it. */
const cellsNow = (blocks: readonly Block[]) =>
  blocks.flatMap((block, index) => (block.kind === 'table' ? tableNow(captionBefore(blocks, index), block) : []))

function captionBefore(blocks: readonly Block[], index: number): string {
  const before = blocks[index - 1]
  return before?.kind === 'paragraph' ? before.lines.map(({ text }) => text).join(' ') : ''
}

function tableNow(caption: string, { rows: [header, ...rows] }: Table) {
  const headings = new Map((header?.cells ?? []).map(({ column, text }) => [column, text]))
  return rows.flatMap(({ cells }) => {
    const row = cells.find(({ column }) => column === 0)?.text ?? ''
    return cells
      .filter(({ column }) => column > 0)
      .map(({ column, text }) => {
        const heading = headings.get(column) ?? ''
        return { address: cellAddress(caption, row, heading), text, place: [caption, row, heading] }
      })
  })
}
