// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import type { Table } from '../model.ts'
import { paragraphs, table, textsOf } from './fixture.ts'
import { joinTables } from './join-tables.ts'

const header = ['Codice', 'Scadenza', 'Attività']
const joined = (...tables: readonly Table[]) =>
  joinTables(tables).flatMap((block) => (block.kind === 'table' ? [textsOf(block)] : []))

describe('tables of following pages', () => {
  it('stay apart: other headers, other columns, the same page, words in between', () => {
    const first = table([header, ['CAP1.PA.01', '2025', 'uno']], 1)
    expect(
      joined(
        first,
        table(
          [
            ['Anno', 'Importo', 'Note'],
            ['2025', '10,00', ''],
          ],
          2,
        ),
      ),
    ).toHaveLength(2)
    expect(joined(first, table([['CAP1.PA.02', '2026']], 2))).toHaveLength(2)
    expect(joined(first, table([header, ['CAP1.PA.02', '2026', 'due']], 1))).toHaveLength(2)
    expect(
      joinTables([first, ...paragraphs('Intanto'), table([header, ['CAP1.PA.02', '2026', 'due']], 2)]),
    ).toHaveLength(3)
  })

  it('become one, with the header once', () => {
    const pages = joined(
      table([header, ['CAP1.PA.01', '2025', 'uno']], 1),
      table([header, ['CAP1.PA.02', '2026', 'due']], 2),
    )
    expect(pages).toEqual([[header, ['CAP1.PA.01', '2025', 'uno'], ['CAP1.PA.02', '2026', 'due']]])
  })

  it('make whole a row that the page break cut', () => {
    const pages = joined(
      table([header, ['CAP1.PA.01', '2025', 'Il Comune apre']], 1),
      table([header, ['', '', 'lo sportello'], ['CAP1.PA.02', '2026', 'due']], 2),
      table([['', '', 'e lo chiude']], 3),
    )
    expect(pages).toEqual([
      [header, ['CAP1.PA.01', '2025', 'Il Comune apre lo sportello'], ['CAP1.PA.02', '2026', 'due e lo chiude']],
    ])
  })
})
