// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { paragraphs } from './fixture.ts'
import { flatLines } from './flat-lines.ts'
import { findFlattenedTables } from './flattened-tables.ts'

const found = (text: string) => findFlattenedTables(flatLines(paragraphs(text)))
const header = 'Codice Scadenza Descrizione\nUfficio incaricato Attività\n\n'
const row = (code: string) =>
  `${code} Da marzo 2024\n\nSi apre uno\nsportello\n\nUfficio tributi\n\nIl Comune\nlo apre\n\n`

describe('flattened tables', () => {
  it('are none where labels stand without rows', () => {
    expect(found(`${header}Nessuna linea riguarda il Comune.`)).toEqual([])
    expect(
      found('Obiettivo Ufficio Data prevista\n\nLe attività del Comune sono descritte nel seguito del piano.'),
    ).toEqual([])
  })

  it('end at the next heading', () => {
    const tables = found(`${header}${row('CAP1.PA.01')}2. Altri servizi\n\nTesto.\n\n${header}${row('CAP1.PA.02')}`)
    expect(tables).toHaveLength(2)
    expect(tables[0]?.pages.flat().map(({ text }) => text)).not.toContain('2. Altri servizi')
  })

  it('are one where the header comes again, a title beside it or a label at the end of a row apart', () => {
    const title = 'Servizi in rete\n\n'
    const reversed = `Attività Codice Scadenza\nUfficio incaricato\n\nIl Comune\nlo apre\n\nCAP1.PA.01\n\n2025\n\nUfficio tributi\n\n`
    const [table, ...others] = found(`${header}${title}${row('CAP1.PA.01')}${header}${title}${row('CAP1.PA.02')}`)
    expect(others).toEqual([])
    expect(table?.pages.map((page) => page[0]?.text)).toEqual(['CAP1.PA.01 Da marzo 2024', 'CAP1.PA.02 Da marzo 2024'])
    expect(found(reversed + reversed)[0]?.pages.map((page) => page.at(-1)?.text)).toEqual([
      'Ufficio tributi',
      'Ufficio tributi',
    ])
  })

  it('of an office’s own objectives have no key', () => {
    const text = `Ufficio Obiettivo Data prevista Risorse\n\nUfficio tributi\n\nPagamenti in rete\n\n31/12/2025\n\n€ 2.000,00\n\nUfficio anagrafe\n\nCertificati in rete\n\ndicembre 2026\n\n€ 500,00`
    expect(found(text)).toMatchObject([{ key: undefined, columns: { length: 4 } }])
  })
})
