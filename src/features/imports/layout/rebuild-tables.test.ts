// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../model.ts'
import { paragraphs, textsOf } from './fixture.ts'
import { rebuildTables } from './rebuild-tables.ts'

const tables = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'table' ? [textsOf(block)] : []))
const rebuilt = (text: string) => tables(rebuildTables(paragraphs(text)))

const header = 'Codice Scadenza Descrizione\nUfficio incaricato Attività Data prevista\n\n'

describe('texts without flattened tables', () => {
  it.each([
    'Il Comune ha un piano.\n\nCodice della strada: sette articoli.',
    `${header}Nessuna linea riguarda il Comune.`,
    'Codice\n\nCAP1.PA.01\n\nScadenza\n\n2025\n\nAttività\n\nuno\n\nCodice\n\nCAP1.PA.02\n\nScadenza\n\n2026\n\nAttività\n\ndue',
  ])('stay as they are', (text) => {
    const blocks = paragraphs(text)
    expect(rebuildTables(blocks)).toEqual(blocks)
  })
})

describe('a table flattened to text', () => {
  it('comes back with what is before and after it', () => {
    const text = `Premessa\n\n${header}CAP1.PA.01 Da marzo 2024\n\nSi apre uno\nsportello\n\nUfficio anagrafe\n\nIl Comune\nlo apre\n\ndic-25\n\n2. Altro capitolo`
    const [before, table, after] = rebuildTables(paragraphs(text))
    expect(table?.kind === 'table' && textsOf(table)[1]).toEqual([
      'CAP1.PA.01',
      'Da marzo 2024',
      'Si apre uno sportello',
      'Ufficio anagrafe',
      'Il Comune lo apre',
      'dic-25',
    ])
    expect([before?.kind, after?.kind]).toEqual(['paragraph', 'paragraph'])
  })

  it('knows cells left empty by the blanks they left', () => {
    const row = (code: string, rest: string) =>
      `${code} Da marzo 2024 \n\nSi apre uno \nsportello \n\nUfficio anagrafe \n\n${rest}\n\n`
    const [table] = rebuilt(
      `Codice Scadenza Descrizione \nUfficio incaricato Attività Data prevista Data completamento\n\n` +
        row('CAP1.PA.01', 'Il Comune apre \n\n  \n\ndic-25 ') +
        row('CAP1.PA.02', 'Il Comune apre \n\ndic-25 \n\n  ') +
        row('CAP1.PA.03', '  \n\ndic-25 \n\ngiu-26 ') +
        row('CAP1.PA.04', 'Non applicabile     '),
    )
    expect(table?.slice(1).map((cells) => cells.slice(4))).toEqual([
      ['Il Comune apre', '', 'dic-25'],
      ['Il Comune apre', 'dic-25', ''],
      ['', 'dic-25', 'giu-26'],
      ['Non applicabile', '', ''],
    ])
  })

  it('makes whole a row that a page break cut, in the cells that were left unfinished', () => {
    const [table] = rebuilt(
      `${header}CAP1.PA.01 Da marzo 2024\n\nSi apre uno sportello per\n\nUfficio anagrafe\n\nIl Comune lo apre in\n\ndic-25\n\n` +
        `${header}chi abita lontano\n\nuna sala del municipio\n\nCAP1.PA.02 Da marzo 2024\n\nSi chiude\n\nUfficio anagrafe\n\nIl Comune chiude\n\ndic-25`,
    )
    expect(table).toHaveLength(3)
    expect(table?.[1]).toEqual([
      'CAP1.PA.01',
      'Da marzo 2024',
      'Si apre uno sportello per chi abita lontano',
      'Ufficio anagrafe',
      'Il Comune lo apre in una sala del municipio',
      'dic-25',
    ])
  })

  it('says which rows are doubtful', () => {
    const text = `${header}CAP1.PA.01 Da marzo 2024\n\nSi apre per\n\nUfficio anagrafe\n\nIl Comune apre\n\ndic-25\n\n${header}tutti\n\nCAP1.PA.02 2025\n\nSi chiude\n\nUfficio anagrafe\n\nSi chiude\n\n2026`
    const [table] = rebuildTables(paragraphs(text))
    expect(table?.kind === 'table' && table.rows.map(({ doubts = [] }) => doubts.length)).toEqual([0, 1, 0])
  })

  it('keeps objectives between rows as titles', () => {
    const [table] = rebuilt(
      `${header}OB 1.1 Aprire gli uffici\n\nCAP1.PA.01 2025\n\nSi apre\n\nUfficio anagrafe\n\nIl Comune apre\n\n2025\n\nObiettivo\n1.2\n\nFormare\n\nCAP1.PA.02 2025\n\nSi impara\n\nUfficio anagrafe\n\nIl Comune impara\n\n2025`,
    )
    expect(table?.map(([first]) => first)).toEqual([
      'Codice',
      'OB 1.1 Aprire gli uffici',
      'CAP1.PA.01',
      'Obiettivo 1.2 Formare',
      'CAP1.PA.02',
    ])
  })
})

const columns = {
  'Risultato atteso': (row: number) => `RA1.${(row % 3) + 1}.${row + 1}`,
  Codice: (row: number) => `CAP1.PA.0${row + 1}`,
  Scadenza: (row: number) => ['Da marzo 2024', 'Dicembre 2025', 'Continuativa', '30/06/2026'][row % 4],
  'Che cosa chiede AgID': (row: number) => `Le amministrazioni aprono ${row + 2} sportelli\nper chi abita lontano`,
  'A cura di': (row: number) => ['Ufficio anagrafe', 'Ufficio tributi'][row % 2],
  'Cosa fa il Comune': (row: number) => `Il Comune ha contato ${row + 3} sale\ne ne prepara dieci`,
  'Data prevista': (row: number) => ['dic-25', '31.12.2026', 'entro giugno 2026'][row % 3],
} as const

describe('the order of the columns', () => {
  it('does not matter, as long as codes are among the first', () => {
    const labels = fc.shuffledSubarray(Object.keys(columns) as (keyof typeof columns)[], { minLength: 7 })
    fc.assert(
      fc.property(
        labels.filter((order) => order.indexOf('Codice') < 2 && !order[0]?.startsWith('C')),
        (order) => {
          const rows = [0, 1, 2, 3, 4, 5].map((row) => order.map((label) => columns[label](row) ?? ''))
          const [table] = rebuilt([order, ...rows].map((cells) => cells.join('\n\n')).join('\n\n'))
          expect(table?.slice(1)).toEqual(rows.map((cells) => cells.map((text) => text.replaceAll('\n', ' '))))
        },
      ),
      { numRuns: 40 },
    )
  })
})
