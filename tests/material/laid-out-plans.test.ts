// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tablesIn } from '../../src/features/imports/adapters/fixture.ts'
import { parseFile } from '../../src/features/imports/reading/parse-file.ts'
import { materialFile } from './material.ts'

describe('a real plan laid out again', () => {
  type Gold = { readonly [field: string]: string | readonly string[] | null }
  const plain = (text: Gold[string] | undefined) =>
    [text ?? []]
      .flat()
      .join('')
      .normalize('NFC')
      .replace(/[\s\-•]|\u2013/g, '')
      .replace(/[’‘]/g, "'")
      .toLowerCase()
  /** What each column says from the first to the last page, its repeated head aside. */
  const columnsOf = async (name: string): Promise<string[]> => {
    const { blocks } = await parseFile(new Uint8Array(readFileSync(materialFile('plans', name))), name)
    const rows = tablesIn(blocks).flatMap(({ rows }) => rows)
    const firsts = tablesIn(blocks).map(({ rows }) => JSON.stringify(rows[0]?.cells.map(({ text }) => text)))
    const heads = new Set(firsts.filter((first, at) => firsts.indexOf(first) !== at))
    const body = rows.filter(({ cells }) => !heads.has(JSON.stringify(cells.map(({ text }) => text))))
    const columns = Map.groupBy(
      body.flatMap(({ cells }) => cells),
      ({ column }) => column,
    )
    return [...columns.values()].map((cells) => plain(cells.map(({ text }) => text)))
  }

  it.each([
    ...['docx', 'xlsx', 'pdf'].map(
      (format) => [`caravaggio-table.${format}`, 'caravaggio-2025-2027', 'righe'] as const,
    ),
    ...['docx', 'pdf'].map(
      (format) => [`cremona-fiches-1-3.${format}`, 'cremona-2024-2026-chapters-1-3', 'schede'] as const,
    ),
  ])('%s gives back the words of every cell', async (name, gold, list) => {
    const columns = await columnsOf(name)
    const records =
      (JSON.parse(readFileSync(materialFile('gold', `${gold}.json`), 'utf8')) as Record<string, Gold[]>)[list] ?? []
    const fields = [
      'codice',
      'descrizione',
      'azione_attuata',
      'soggetto',
      'descrizione_agid',
      'attivita',
      'status',
      'strutture',
    ]
    const wanted = records
      .flatMap((record) => fields.map((field) => plain(record[field])))
      .filter((text) => text !== '')
    expect(wanted.length).toBeGreaterThan(0)
    expect(wanted.filter((text) => !columns.some((column) => column.includes(text)))).toEqual([])
  })
})
