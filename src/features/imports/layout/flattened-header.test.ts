// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { paragraphs } from './fixture.ts'
import { flatLines } from './flat-lines.ts'
import { readFlattenedHeader } from './flattened-header.ts'

const read = (text: string) => readFlattenedHeader(flatLines(paragraphs(text)), 0)
const fields = (text: string) => read(text)?.labels.map(({ field }) => field)

describe('a line that begins no header', () => {
  it.each([
    'Il Comune ha avviato le attività dei propri uffici',
    'Codice: il codice della linea (es: CAP1.PA.19)',
    'CAP1.PA.01 Da marzo 2024',
    'Stato In corso di attuazione',
    'Responsabile\n- Ufficio tributi\n- Segreteria\nStato',
  ])('%s', (text) => {
    expect(read(text)).toBeUndefined()
  })
})

describe('a header flattened to text', () => {
  it('is cut into labels, on one line or over many', () => {
    const expected = ['code', 'timing', 'officialText', 'responsible', 'activity', 'status']
    expect(fields('Codice Scadenza Descrizione Responsabile Attività Stato')).toEqual(expected)
    expect(
      fields(
        "Codice\n\nTempistica\n\nChe cosa\nchiede AgID\n\nUfficio\nincaricato\n\nAttività\ndell'Ente\n\nStato\n\nAlfa",
      ),
    ).toEqual(expected)
  })

  it('may have typing slips, and its last label cut', () => {
    expect(fields('Descrizione della misura Sato di attuazione Asseverazione')).toEqual([
      'measure',
      'status',
      'certification',
    ])
    expect(fields('Codice\n\nData prevista\n\nData\nCompletam\n\nento')).toEqual([
      'code',
      'plannedDate',
      'completedDate',
    ])
  })

  it('may have a label of unknown words, on lines of its own between others', () => {
    expect(fields('Codice\n\nPeso relativo\n\nScadenza\n\nAttività')).toEqual(['code', undefined, 'timing', 'activity'])
  })

  it('gives a field to one label alone', () => {
    expect(fields("Codice\n\nLinea d'azione\n\nScadenza\n\nAttività")).toEqual([
      'code',
      'officialText',
      'timing',
      'activity',
    ])
  })

  it.each([
    ['the title of the table', 'SERVIZI'],
    ['the rest of a row that a page break cut', 'tutti'],
    ['a row', 'CAP3.PA.01'],
  ])('ends before %s', (_, after) => {
    const header = read(`Codice Scadenza Attività\nNote Data prevista\n\n${after}\n\n2025`)
    expect(header).toMatchObject({ end: 2, labels: { length: 5 } })
  })

  it('begins after a title, and may begin with a label on two lines', () => {
    expect(fields('ATTIVITÀ DEL COMUNE\n\nCodice\n\nScadenza\n\nAttività')).toBeUndefined()
    expect(fields('Rif.\nobiettivo\n\nCodice\n\nScadenza\n\nAttività')).toEqual([
      'objective',
      'code',
      'timing',
      'activity',
    ])
  })
})
