// SPDX-License-Identifier: AGPL-3.0-or-later
import { append } from '../../../kernel/lists.ts'
import { type FicheItem, readFicheFields, signatureOf } from '../layout/fiche-fields.ts'
import type { Section } from '../layout/outline.ts'
import { linesOf } from '../layout/table-parts.ts'
import type { Block, Row, Table } from '../model.ts'
import { findCodes, onlyCode } from '../values/codes.ts'
import { buildEntries } from './build-entry.ts'
import { sourceOf } from './line-tables.ts'
import type { Recogniser } from './recogniser.ts'

type Fiche = {
  readonly items: FicheItem[]
  /** Of the labels of its items. */
  readonly signatures: Set<string>
  readonly rows: Row[]
  readonly blocks: Set<Block>
  readonly section: Section
}

const fewestFields = 3

/** Fiches as tables: a label in one cell, its value in the next; a table has one or more action lines. */
export const recogniseFicheTables: Recogniser = ({ blocks, lexicon }) => {
  const fiches: Fiche[] = []
  let previous: Table | undefined
  for (const { block, section } of blocks) {
    if (block.kind !== 'table') continue
    const goesOn = previous !== undefined && isNextPage(previous, block) && !repeats(fiches.at(-1), block.rows[0])
    cutFiches(fiches, block, section, goesOn)
    previous = block
  }
  const named = fiches.filter(({ items }) => items.some(({ lines }) => onlyCode(lines.join(' ')) !== undefined))
  const used = new Set<Block>()
  const entries = readFicheFields(named.map(({ items }) => items)).flatMap((fields, index) => {
    const fiche = named[index]
    if (fiche === undefined || fields.size < fewestFields) return []
    const sources = fiche.rows.map(sourceOf)
    const source = { ...sources[0], text: sources.map(({ text }) => text).join('\n') }
    const found = buildEntries({ fields, section: fiche.section, source, confidence: 0.97, warnings: [] }, lexicon)
    if (found.length > 0) for (const block of fiche.blocks) used.add(block)
    return found
  })
  return { entries, used }
}

/** Adds a table's fiches. A label that the present fiche already has begins a new one. */
function cutFiches(fiches: Fiche[], table: Table, section: Section, goesOn: boolean): void {
  let current = goesOn ? fiches.at(-1) : undefined
  for (const row of table.rows) {
    const items = itemsOf(row)
    const last = current?.items.at(-1)
    const [first] = items
    if (current !== undefined && last !== undefined && first?.label === '') {
      current.items[current.items.length - 1] = { ...last, lines: [...last.lines, ...first.lines] }
    }
    const named = items.filter(({ label }) => label !== '')
    if (named.length === 0 && first === undefined) continue
    if (current === undefined || repeats(current, row)) {
      current = { items: [], signatures: new Set(), rows: [], blocks: new Set(), section }
      fiches.push(current)
    }
    append(current.items, named)
    for (const { label } of named) current.signatures.add(signatureOf(label))
    current.rows.push(row)
    current.blocks.add(table)
  }
}

const isNextPage = (above: Table, below: Table): boolean =>
  below.place.page !== undefined &&
  below.columns === above.columns &&
  below.place.page === (above.rows.at(-1)?.cells[0]?.place.page ?? above.place.page ?? -1) + 1

const repeats = (fiche: Fiche | undefined, row: Row | undefined): boolean =>
  fiche !== undefined &&
  row !== undefined &&
  itemsOf(row).some(({ label }) => label !== '' && fiche.signatures.has(signatureOf(label)))

/**
 * `label | value | label | value`; a value without a label continues the one above. A title across the table that
 * begins with a code gives the code of its fiche.
 */
function itemsOf({ cells }: Row): readonly FicheItem[] {
  const filled = cells.filter(({ text }) => text.trim() !== '')
  const [only] = filled
  if (filled.length === 1 && only !== undefined) {
    if (only.column > 0) return [{ label: '', lines: linesOf(only) }]
    const [code] = findCodes(only.text)
    return code?.start === 0 ? [{ label: 'codice', lines: [code.printed] }] : []
  }
  const items: FicheItem[] = []
  for (let at = 0; at + 1 < cells.length; at += 2) {
    const [label, value] = [cells[at], cells[at + 1]]
    const text = label?.text.replaceAll('\n', ' ').trim() ?? ''
    if (value !== undefined && text !== '' && text.length < longestLabel)
      items.push({ label: text, lines: linesOf(value) })
  }
  return items
}

const longestLabel = 80
