// SPDX-License-Identifier: AGPL-3.0-or-later
import { joinLines, type Lexicon } from '../layout/join-lines.ts'
import { isHeading, paragraphText } from '../layout/outline.ts'
import { goesOn } from '../layout/sentences.ts'
import { cellText, isTitle, readTable } from '../layout/table-parts.ts'
import type { Block, ImportedTerm } from '../model.ts'
import { sourceOf } from './line-tables.ts'
import type { Recogniser, SectionedBlock } from './recogniser.ts'

const glossaryHeading = /^[\s\d.]*(?:glossario|definizioni|acronimi|sigle|abbreviazioni|terminologia)\b.{0,40}$/i
const numberedHeading = /^\s*\d{1,2}(?:\.\d{1,2})*\.?\s+\p{Lu}/u
const longestTerm = 8

/** A glossary: a table of terms and meanings, or paragraphs «Termine: significato» below a heading that says so. */
export const recogniseGlossary: Recogniser = ({ blocks, lexicon }) => {
  const tables = blocks.flatMap(({ block }) => termsOfTable(block))
  const { terms, used } = termsOfText(blocks, lexicon)
  const tableBlocks = blocks.map(({ block }) => block).filter((block) => termsOfTable(block).length > 0)
  return { glossary: [...tables, ...terms], used: new Set([...tableBlocks, ...used]) }
}

function termsOfTable(block: Block): readonly ImportedTerm[] {
  const table = block.kind === 'table' ? readTable(block) : undefined
  const columns = [...(table?.fields ?? [])]
  const meaning = columns.find(([, field]) => field === 'meaning')?.[0]
  const acronym = columns.find(
    ([column, field]) => column !== meaning && (field === 'acronym' || field === 'timing'),
  )?.[0]
  if (block.kind !== 'table' || table === undefined || acronym === undefined || meaning === undefined) return []
  return table.rows.flatMap((row) => {
    const term = { acronym: cellText(row, acronym), meaning: cellText(row, meaning) }
    const isTerm = term.acronym !== '' && term.meaning !== '' && !isTitle(row, block.columns)
    return isTerm ? [{ ...term, source: sourceOf(row), confidence: 0.95, warnings: [] }] : []
  })
}

/** From the heading to the next one. */
function termsOfText(
  blocks: readonly SectionedBlock[],
  lexicon: Lexicon,
): { terms: readonly ImportedTerm[]; used: ReadonlySet<Block> } {
  const terms: ImportedTerm[] = []
  const used = new Set<Block>()
  let inside = false
  for (const { block } of blocks) {
    if (block.kind === 'table') continue
    const text = paragraphText(block)
    if (glossaryHeading.test(text)) inside = true
    else if (block.heading !== undefined || numberedHeading.test(text) || (isHeading(text) && text.includes(' ')))
      inside = false
    if (!inside || text === '' || glossaryHeading.test(text)) continue
    const lines = block.lines.map(({ text }) => text)
    const [, acronym, meaning] =
      /^([^:]{2,60}?)\s*:\s+(\S.*)$/s.exec(joinLines(lines, lexicon)) ?? headOf(lines, lexicon) ?? []
    const last = terms.at(-1)
    if (
      acronym !== undefined &&
      meaning !== undefined &&
      acronym.split(/\s+/).length <= longestTerm &&
      !goesOn(acronym)
    ) {
      terms.push({
        acronym,
        meaning,
        source: { ...block.lines[0]?.place, text: lines.join('\n') },
        confidence: 0.85,
        warnings: [],
      })
      used.add(block)
    } else if (last !== undefined && goesOn(text)) {
      terms[terms.length - 1] = { ...last, meaning: joinLines([last.meaning, ...lines], lexicon) }
      used.add(block)
    }
  }
  return { terms, used }
}

/** A term alone on the first line, its meaning on the others. */
function headOf(lines: readonly string[], lexicon: Lexicon): readonly [string, string, string] | undefined {
  const [head = '', ...rest] = lines
  const isHead = rest.length > 0 && head.trim().split(/\s+/).length <= 6 && /^\s*\p{Lu}/u.test(rest[0] ?? '')
  return isHead ? ['', head.trim(), joinLines(rest, lexicon)] : undefined
}
