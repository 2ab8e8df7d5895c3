// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { paragraphs, table } from '../layout/fixture.ts'
import { wholeWords } from '../layout/join-lines.ts'
import type { Block } from '../model.ts'
import { recogniseFicheTables } from './fiche-tables.ts'
import { recogniseGlossary } from './glossary.ts'
import { recogniseIndicators } from './indicators.ts'
import { recogniseOwnObjectives } from './own-objectives.ts'
import type { Recogniser } from './recogniser.ts'
import { recogniseSpending } from './spending.ts'

const read = (recognise: Recogniser, ...blocks: readonly Block[]) =>
  recognise({ blocks: blocks.map((block) => ({ block, section: {} })), lexicon: wholeWords([]) })

describe('tables that a recogniser does not know', () => {
  it.each([recogniseFicheTables, recogniseGlossary, recogniseIndicators, recogniseOwnObjectives, recogniseSpending])(
    '%o leaves them to others',
    (recognise) => {
      const { used, ...records } = read(
        recognise,
        table([
          ['Codice', 'Scadenza', 'Attività'],
          ['CAP1.PA.01', '2025', 'Si apre'],
        ]),
      )
      expect(used.size).toBe(0)
      expect(Object.values(records).flat()).toEqual([])
    },
  )
})

describe('fiches as tables', () => {
  const fiche = [
    ['Codice linea', 'CAP1.PA.01'],
    ['Scadenza', 'Da marzo 2024'],
    ['Cosa fa il Comune', 'Si apre uno\nsportello'],
    ['A cura di', 'Ufficio tributi'],
  ]

  it('of one line, labels in pairs, the code across the table', () => {
    const wide = table([
      ['CAP1.PA.02 – Pagamenti', '', '', ''],
      ['Scadenza', '2025', 'A cura di', 'Segreteria'],
      ['Cosa fa il Comune', 'Si paga in rete', 'Stato', 'Conclusa'],
    ])
    expect(read(recogniseFicheTables, wide).entries).toMatchObject([
      { timing: '2025', activity: 'Si paga in rete', responsible: ['Segreteria'], status: 'Conclusa' },
    ])
  })

  it('many in one table', () => {
    const two = [...fiche, ...fiche.map(([label = '', value = '']) => [label, value.replace('.01', '.02')])]
    expect(read(recogniseFicheTables, table(two)).entries?.map(({ printed }) => printed.number)).toEqual([1, 2])
  })

  it('cut by a page break', () => {
    const above = table(fiche.slice(0, 3), 1)
    const below = table([['', 'per chi abita lontano'], ...fiche.slice(3)], 2)
    expect(read(recogniseFicheTables, above, below).entries).toMatchObject([
      {
        activity: 'Si apre uno sportello per chi abita lontano',
        responsible: ['Ufficio tributi'],
        source: { page: 1 },
      },
    ])
  })
})

describe('own objectives', () => {
  it('are what an office aims at, when and with what, in any order of columns', () => {
    const found = read(
      recogniseOwnObjectives,
      table([
        ['Risorse', 'Entro', 'Ufficio', "Obiettivo dell'ufficio"],
        ['€ 2.000,00', '31/12/2025', 'Tributi', 'Pagamenti in rete'],
        ['', '', '', ''],
      ]),
    )
    expect(found.ownObjectives).toMatchObject([
      { office: 'Tributi', objective: 'Pagamenti in rete', plannedDate: '31/12/2025', resources: '€ 2.000,00' },
    ])
  })
})

describe('a glossary', () => {
  it('is a table of terms', () => {
    const found = read(
      recogniseGlossary,
      table([
        ['Acronimo', 'Significato'],
        ['UTD', 'Ufficio per la transizione'],
      ]),
    )
    expect(found.glossary).toMatchObject([{ acronym: 'UTD', meaning: 'Ufficio per la transizione' }])
  })

  it('or paragraphs below a heading that says so, up to the next', () => {
    const text =
      'Nota: non è un termine.\n\nGlossario\n\nUTD: ufficio per\nla transizione\n\nSPID: identità digitale\n\n2. Il contesto\n\nSedi: sono tre.'
    expect(
      read(recogniseGlossary, ...paragraphs(text)).glossary?.map(({ acronym, meaning }) => [acronym, meaning]),
    ).toEqual([
      ['UTD', 'ufficio per la transizione'],
      ['SPID', 'identità digitale'],
    ])
  })
})

describe('indicators', () => {
  it('have one value each; a value in a sentence is doubtful, cells with more are left', () => {
    const found = read(
      recogniseIndicators,
      table([
        ['Indicatore', 'Valore rilevato', 'Unità di misura', 'Anno'],
        ['Servizi in rete', '18', 'servizi', '2024'],
        ['Pagamenti', 'circa 1.250 pagamenti al 31/12/2024', '', ''],
        ['Sedi', '3 aperte e 2 chiuse', '', ''],
        ['Spazio', '', '', ''],
      ]),
    )
    expect(found.indicators).toMatchObject([
      { name: 'Servizi in rete', value: 18, unit: 'servizi', date: '2024', confidence: 0.95 },
      { name: 'Pagamenti', value: 1250, unit: 'pagamenti', date: '2024-12-31', confidence: 0.6 },
    ])
  })
})

describe('spending', () => {
  const kinds = (...blocks: readonly Block[]) =>
    read(recogniseSpending, ...blocks).spending?.map(({ year, amount, kind }) => [year, amount, kind])
  const expected = [
    [2024, 15_300.4, 'actual'],
    [2025, 18_000, 'forecast'],
  ]

  it('is one year a row, or one a column with the total below', () => {
    expect(
      kinds(
        table([
          ['Anno', 'Spesa'],
          ['2024', '€ 15.300,40'],
          ['2025 (previsione)', '18.000'],
        ]),
      ),
    ).toEqual(expected)
    expect(
      kinds(
        table([
          ['Voce', '2024', '2025 previsione'],
          ['Spese per servizi', '10.000,00', '12.000'],
          ['Spese per macchine', '5.300,40', '6.000'],
          ['Totale', '15.300,40', '18.000'],
        ]),
      ),
    ).toEqual(expected)
  })

  it('is lines of years below words that say spending, and below no others', () => {
    const lines = 'Anno 2024 € 15.300,40\nAnno 2025 (previsione) € 18.000,00'
    expect(kinds(...paragraphs(`Spese per l'informatica\n\n${lines}`))).toEqual(expected)
    expect(kinds(...paragraphs(`Incassi delle mense\n\n${lines}`))).toEqual([])
  })
})
