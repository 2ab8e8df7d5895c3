// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../platform/config/config.ts'
import { openCatalogue } from '../../catalogue/index.ts'
import { readText } from '../adapters/text.ts'
import { type ImportOptions, importPlan } from '../import-plan.ts'
import type { ImportedPlan } from '../model.ts'

const catalogue = openCatalogue({ shipped: join(packageRoot(import.meta.url), 'catalogue'), imported: '/nonexistent' })

const importText = async (text: string, options?: ImportOptions) =>
  importPlan(await readText(new TextEncoder().encode(text), 'piano.txt'), catalogue, options)

/** The number of records of each kind in a plan, without zeros. */
const countsOf = ({ document: _, warnings: __, exact: ___, narrative: ____, ...lists }: ImportedPlan) =>
  Object.fromEntries(
    Object.entries(lists)
      .map(([kind, records]) => [kind, records.length] as const)
      .filter(([, count]) => count > 0),
  )

const cover =
  'Comune di Vallechiara\nPiano per la trasformazione digitale 2025-2027\n\nEdizione nazionale 2024-2026.\n\n'

describe('a plan without lines of action', () => {
  const text = `${cover}Il Comune ha tre uffici e un solo tecnico. Entro dicembre 2025 sceglierà come procedere.

Ogni linea avrà un codice (es: CAP1.PA.19) e una scadenza.
`

  it('yields no entries and says so', async () => {
    const plan = await importText(text)
    expect(countsOf(plan)).toEqual({})
    expect(plan.warnings).toEqual([expect.stringContaining('non ha linee d’azione')])
    expect(plan.document).toMatchObject({ administration: 'Comune di Vallechiara', triennium: '2025-2027' })
  })

  it('is nothing when it is empty', async () => {
    const plan = await importText('')
    expect(countsOf(plan)).toEqual({})
    expect(plan.document).toEqual({ administration: null, triennium: null, edition: null })
  })

  it('is refused when the edition asked for is unknown', async () => {
    await expect(importText(text, { edition: '2030-2032' })).rejects.toMatchObject({ code: 'unknown-edition' })
  })
})

describe('labelled fiches, their labels in an order and in words of their own', () => {
  const text = `${cover}OB.1.2 Competenze di chi lavora in Comune

Codice azione: CAP1.PA.07
Che cosa facciamo: Due mattine di formazione
all'anno per ogni ufficio.
A cura di: Ufficio personale
Quando: Continuativa
Con quali soldi: Bilancio comunale
A che punto siamo: In corso

Codice azione: CAP1.PA.08
Che cosa facciamo: Un questionario prima e dopo il corso.
A cura di: RTD
Quando: Continuativa
Con quali soldi: Nessuna risorsa
A che punto siamo: Da avviare
`

  it('become an entry each', async () => {
    const plan = await importText(text)
    expect(countsOf(plan)).toEqual({ entries: 2 })
    expect(plan.document.edition).toBe('2024-2026')
    expect(plan.entries).toMatchObject([
      {
        code: 'CAP1.PA.07',
        codeAsPrinted: 'CAP1.PA.07',
        objective: '1.2',
        timing: 'Continuativa',
        activity: "Due mattine di formazione all'anno per ogni ufficio.",
        status: 'In corso',
        responsible: ['Ufficio personale'],
        funding: ['Bilancio comunale'],
        officialText: null,
        plannedDate: null,
        completedDate: null,
        notes: null,
      },
      {
        code: 'CAP1.PA.08',
        activity: 'Un questionario prima e dopo il corso.',
        status: 'Da avviare',
        responsible: ['RTD'],
        funding: ['Nessuna risorsa'],
      },
    ])
  })

  it('say where they come from, in the words printed', async () => {
    const [first, second] = (await importText(text)).entries
    expect([first?.source.line, second?.source.line]).toEqual([8, 16])
    expect(first?.source.text).toContain('Con quali soldi: Bilancio comunale')
    expect(first?.source.text).not.toContain('questionario')
  })
})

describe('a wide table flattened to text', () => {
  const header = 'Codice Scadenza Che cosa chiede AgID Cosa fa il Comune\nChi lo fa\n\n'
  const row = (code: string, when: string, asks: string, does: string, who: string) =>
    `${code} ${when}\n\n${asks}\n\n${does}\n\n${who}\n\n`
  const foot = (page: number) => `Comune di Vallechiara – piano digitale\n\nPagina ${page} di 3\n\n`
  const text =
    `${cover}${foot(1)}${header}` +
    row(
      'CAP1.PA.01',
      'Da marzo 2024',
      'Gli enti propongono una\ncomunità di pratica',
      "Si invitano i vicini\na un incontro all'anno",
      'Ufficio segreteria',
    ) +
    row(
      'CAP1.PA.02',
      'Da luglio 2024',
      'Gli enti usano il modello\ncomune a tutti',
      'Si compila il foglio\nogni sei mesi',
      'Ufficio tributi',
    ) +
    `${foot(2)}${header}` +
    row(
      'CAP1.PA.03',
      'Da marzo 2024',
      'Gli enti mandano proposte\nper la guida',
      'Si scrive una lettera\ncon tre proposte',
      'Ufficio segreteria',
    ) +
    row(
      'CAP1.PA.04',
      'Da marzo 2024',
      'Gli enti raccontano come\nè andata la prova',
      'Si tiene un diario\ndelle prove fatte',
      'Ufficio anagrafe',
    ) +
    foot(3)

  it('is put together again, without page furniture and repeated headers', async () => {
    const plan = await importText(text)
    expect(countsOf(plan)).toEqual({ entries: 4 })
    expect(plan.entries.map(({ code, timing }) => [code, timing])).toEqual([
      ['CAP1.PA.01', 'Da marzo 2024'],
      ['CAP1.PA.02', 'Da luglio 2024'],
      ['CAP1.PA.03', 'Da marzo 2024'],
      ['CAP1.PA.04', 'Da marzo 2024'],
    ])
    expect(plan.entries[1]).toMatchObject({
      officialText: 'Gli enti usano il modello comune a tutti',
      activity: 'Si compila il foglio ogni sei mesi',
      responsible: ['Ufficio tributi'],
      status: null,
      funding: [],
      source: { page: 1 },
    })
    expect(plan.entries[2]?.source.page).toBe(2)
    expect(JSON.stringify(plan.entries)).not.toMatch(/Pagina|piano digitale|Chi lo fa/)
  })
})

describe('bulleted lines', () => {
  const text = `${cover}OB.1.3 Misurare il cambiamento

- Da gennaio 2025 – Gli uffici contano le pratiche chiuse in rete - CAP1.PA.LA11
- Entro settembre 2025 – Gli uffici rifanno il conto, come
  spiegato nella guida - CAP1.PA.12
- Da maggio 2025 – Il Comune pubblica il conto in piazza
`

  it('become entries, and one without a code an action of the body', async () => {
    const plan = await importText(text)
    expect(countsOf(plan)).toEqual({ entries: 2, initiatives: 1 })
    expect(plan.entries).toMatchObject([
      {
        code: 'CAP1.PA.11',
        codeAsPrinted: 'CAP1.PA.LA11',
        objective: '1.3',
        timing: 'Da gennaio 2025',
        officialText: 'Gli uffici contano le pratiche chiuse in rete',
        activity: null,
        source: { line: 8 },
        warnings: expect.arrayContaining(['codice stampato CAP1.PA.LA11, letto CAP1.PA.11']),
      },
      {
        code: 'CAP1.PA.12',
        timing: 'Entro settembre 2025',
        officialText: 'Gli uffici rifanno il conto, come spiegato nella guida',
        source: { line: 9 },
        warnings: [],
      },
    ])
    expect(plan.initiatives).toMatchObject([
      { title: 'Il Comune pubblica il conto in piazza', timing: 'Da maggio 2025' },
    ])
  })

  it('propose, and do not decide, the chapter that a code left out', async () => {
    const plan = await importText(text.replace('CAP1.PA.12', 'CAP.PA.12'))
    const entry = plan.entries[1]
    expect(entry).toMatchObject({ code: 'CAP1.PA.12', codeAsPrinted: 'CAP.PA.12' })
    expect(entry?.confidence).toBeLessThan(0.8)
    expect(entry?.warnings).toEqual([expect.stringContaining('senza capitolo')])
  })

  it('keep a code that the edition does not have, as a doubt', async () => {
    const entry = (await importText(text.replace('CAP1.PA.12', 'CAP1.PA.77'))).entries[1]
    expect(entry).toMatchObject({ code: 'CAP1.PA.77', warnings: [expect.stringContaining('2024-2026')] })
    expect(entry?.confidence).toBeLessThan(0.8)
  })
})

describe('a table of deadlines', () => {
  const text = `${cover}Scadenze dell'anno:

Scadenza\tCodice\tAdempimento\tObiettivo
31/03/2025\tCAP3.PA.13\tPubblicare gli obiettivi di accessibilità\tObiettivo 3.2
30/06/2025\tCAP3.PA17\tControllare le pagine della trasparenza\tObiettivo 3.3
`

  it('gives each line its date', async () => {
    const plan = await importText(text)
    expect(countsOf(plan)).toEqual({ entries: 2 })
    expect(plan.entries).toMatchObject([
      {
        code: 'CAP3.PA.13',
        timing: '31/03/2025',
        objective: '3.2',
        officialText: 'Pubblicare gli obiettivi di accessibilità',
        source: { line: 9 },
      },
      { code: 'CAP3.PA.17', codeAsPrinted: 'CAP3.PA17', timing: '30/06/2025', objective: '3.3', source: { line: 10 } },
    ])
  })
})

describe('PNRR measures and spending', () => {
  const text = `${cover}Misure finanziate

Misura PNRR\tImporto finanziato\tAnno\tStato candidatura
M1C1 1.4.3 “Pagamenti”\t€ 12.500,00\t2023\tConclusa
Misura 1.2 – Servizi in nuvola\t47.000\t2024\tIn corso
Totale\t59.500,00\t\t

Spese per l'informatica

Anno\tImporto
2023\t€ 15.300,40
2024\t€ 16.000
2025 (previsione)\t€ 18.000
`

  it('come back with their sums', async () => {
    const plan = await importText(text)
    expect(countsOf(plan)).toEqual({ funding: 2, spending: 3 })
    expect(plan.funding).toMatchObject([
      { measure: '1.4.3', title: 'Pagamenti', year: 2023, amount: 12_500, progress: 'Conclusa', source: { line: 9 } },
      { measure: '1.2', title: 'Servizi in nuvola', year: 2024, amount: 47_000, progress: 'In corso', payment: null },
    ])
    expect(plan.spending.map(({ year, amount, kind }) => [year, amount, kind])).toEqual([
      [2023, 15_300.4, 'actual'],
      [2024, 16_000, 'actual'],
      [2025, 18_000, 'forecast'],
    ])
  })
})

describe('priorities', () => {
  const text = `${cover}PRIORITÀ 1 – Sportello in rete

Aprire lo sportello in rete

- scegliere i primi cinque moduli;
- provarli con dieci cittadini;

Responsabilità: RTD, Ufficio anagrafe

Tempi: entro giugno 2026

Risultati attesi:

- cinque moduli in rete;
- meno code allo sportello;

PRIORITÀ 2 – Archivio

Ordinare l'archivio

- contare i faldoni;

Responsabilità: Segreteria

Tempi: 2027

Risultati attesi:

- un elenco dei faldoni;
`

  it('hold actions of the body, with their steps and results', async () => {
    const plan = await importText(text)
    expect(countsOf(plan)).toEqual({ initiatives: 2 })
    expect(plan.initiatives).toMatchObject([
      {
        priority: 1,
        title: 'Aprire lo sportello in rete',
        steps: ['scegliere i primi cinque moduli;', 'provarli con dieci cittadini;'],
        responsible: ['RTD', 'Ufficio anagrafe'],
        timing: 'entro giugno 2026',
        expectedResults: ['cinque moduli in rete;', 'meno code allo sportello;'],
      },
      { priority: 2, title: "Ordinare l'archivio", responsible: ['Segreteria'], timing: '2027' },
    ])
    expect(plan.initiatives[1]?.source.line).toBe(24)
  })
})
