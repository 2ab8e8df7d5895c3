// SPDX-License-Identifier: AGPL-3.0-or-later
import { cellAddress, type PrintedPlan, wordsFingerprint } from '../../profiles/index.ts'
import type { Block, DocumentModel, Inline, Section, Table } from '../model.ts'

/** The plan that a document carries, with the fingerprints of what it prints: see `PrintedPlan`. */
export const printedPlan = (json: string, { sections }: DocumentModel): PrintedPlan => ({
  format: 'timone/1',
  plan: json,
  cells: Object.fromEntries(
    tablesOf(sections)
      .flatMap(tableWords)
      .filter(([, text]) => text.trim() !== '')
      .map(([address, text]) => [address, wordsFingerprint(text)]),
  ),
  paragraphs: sections.flatMap(sectionLines).map(wordsFingerprint),
})

type Words = readonly [address: string, text: string]

const tablesOf = (sections: readonly Section[]): readonly Table[] =>
  sections.flatMap(({ blocks, sections: inner }) => [
    ...blocks.flatMap((block) => (block.kind === 'table' ? [block] : block.kind === 'figure' ? [block.data] : [])),
    ...tablesOf(inner),
  ])

/** A heading and every line under it, with the captions of its tables and pictures. */
const sectionLines = ({ title, blocks, sections }: Section): readonly string[] => [
  title,
  ...blocks.flatMap((block) => {
    if (block.kind === 'table') return [block.caption, ...looseLines(block)]
    return block.kind === 'figure' ? [block.caption, block.data.caption] : blockText(block).split('\n')
  }),
  ...sections.flatMap(sectionLines),
]

/** A table of one column is read back as paragraphs. */
const looseLines = ({ columns: [column, other], rows }: Table): readonly string[] =>
  column === undefined || other !== undefined
    ? []
    : [column.heading, ...rows.flatMap(([cell = []]) => blocksText(cell).split('\n'))]

const tableWords = ({ caption, columns, rows }: Table): readonly Words[] =>
  rows.flatMap((cells) => {
    const row = blocksText(cells[0] ?? [])
    return cells
      .slice(1)
      .map((cell, index): Words => [cellAddress(caption, row, columns[index + 1]?.heading ?? ''), blocksText(cell)])
  })

const blocksText = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n')

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return inlinesText(block.content)
    case 'list':
      return block.items.map(blocksText).join('\n')
    case 'quote':
      return blocksText(block.blocks)
    case 'callout':
      return `${block.title}\n${blocksText(block.blocks)}`
    case 'code':
      return block.text
    case 'table':
    case 'figure':
      return ''
  }
}

const inlinesText = (content: readonly Inline[]): string => content.map(inlineText).join('')

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text
    case 'break':
      return '\n'
    case 'strong':
    case 'emphasis':
    case 'link':
      return inlinesText(inline.children)
  }
}
