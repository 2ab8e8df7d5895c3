// SPDX-License-Identifier: AGPL-3.0-or-later

import { tooLarge, unreadableFile } from '../../../kernel/errors.ts'
import { plural } from '../../../kernel/text.ts'
import type { Adapter, Block, Blocks } from '../model.ts'
import { type Format, recogniseFormat } from './recognise-format.ts'
import { withVisibleText } from './visible-text.ts'

/** Called with the pages that have been read and the total. */
export type OnPage = (page: number, pages: number) => void

/** More than the text of any plan: the longest known ones have a million characters. */
const mostCharacters = 6_000_000

/** The libraries of a format are loaded with its first file. */
const adapters: Readonly<Record<Format, (onPage: OnPage) => Promise<Adapter>>> = {
  pdf: async (onPage) => {
    const { readPdf } = await import('../adapters/pdf/read-pdf.ts')
    return (bytes, name) => readPdf(bytes, name, onPage)
  },
  docx: async () => (await import('../adapters/docx.ts')).readDocx,
  odt: async () => (await import('../adapters/odt.ts')).readOdt,
  xlsx: async () => (await import('../adapters/xlsx/read-xlsx.ts')).readXlsx,
  csv: async () => (await import('../adapters/csv.ts')).readCsv,
  text: async () => (await import('../adapters/text.ts')).readText,
}

/**
 * Reads any file with the adapter of its format. It has no limits of time and memory: uploaded files go through
 * `readInSandbox`.
 * @throws {TimoneError} `unreadable-file` or `too-large`, saying what is wrong with the file and what to do
 */
export async function parseFile(bytes: Uint8Array, name: string, onPage: OnPage = () => {}): Promise<Blocks> {
  const { format, warnings } = recogniseFormat(bytes, name)
  const read = await adapters[format](onPage)
  const parsed = await read(bytes, name)
  const { blocks, removed } = withVisibleText(parsed.blocks)
  const length = blocks.reduce((sum, block) => sum + lengthOf(block), 0)
  if (length > mostCharacters) throw tooLarge(`Il testo di ${name}`, '6 milioni di caratteri')
  if (length === 0) throw unreadableFile(name, 'non contiene testo', 'controllare di aver indicato il file giusto')
  const cleaned =
    removed === 0 ? [] : [`Dal testo: ${plural(removed, 'carattere invisibile tolto', 'caratteri invisibili tolti')}.`]
  return { ...parsed, blocks, warnings: [...warnings, ...parsed.warnings, ...cleaned] }
}

const lengthOf = (block: Block): number =>
  block.kind === 'paragraph'
    ? block.lines.reduce((sum, { text }) => sum + text.length, 0)
    : block.rows.reduce((sum, { cells }) => sum + cells.reduce((sum, { text }) => sum + text.length, 0), 0)
