// SPDX-License-Identifier: AGPL-3.0-or-later

import { describe, expect, it } from 'vitest'
import { trienniumOf } from '../../kernel/ids.ts'
import type { Entry } from '../plans/index.ts'
import { type Profile, ProfileSchema } from '../profiles/index.ts'
import { blockText, sectionsText } from './content/document-text.ts'
import { buildFixture, fixtureEdition, fixturePlanHash, fixtureProfile } from './fixture.ts'
import { type DocumentModel, layouts, type Section, type Table } from './model.ts'

const textOf = ({ cover, sections }: DocumentModel): string =>
  [cover.administration, cover.title, cover.subtitle, cover.facts.flat().join('\n'), sectionsText(sections)].join('\n')

const find = (sections: readonly Section[], id: string): Section | undefined =>
  sections.map((section) => (section.id === id ? section : find(section.sections, id))).find(Boolean)

const section = (model: DocumentModel, id: string): Section => {
  const found = find(model.sections, id)
  if (found === undefined) throw new Error(`no section ${id}`)
  return found
}

const tables = ({ blocks, sections }: Section): Table[] => [
  ...blocks.filter((block) => block.kind === 'table'),
  ...sections.flatMap(tables),
]

const rowsOf = (table: Table | undefined): string[][] =>
  (table?.rows ?? []).map((row) => row.map((cell) => cell.map(blockText).join('\n')))

const withEntries = (entries: readonly Entry[]): Profile => ({
  ...fixtureProfile,
  plan: { ...fixtureProfile.plan, entries: [...entries] },
})

/** The smallest possible plan. */
const bare: Profile = ProfileSchema.parse({
  administration: { name: 'Comune di Vallechiara', kind: 'municipality' },
  plan: { triennium: '2024-2026', edition: fixtureEdition.id },
})

describe('buildDocument', () => {
  it('prints no empty part of a body that wrote nothing', () => {
    const model = buildFixture({}, bare)
    for (const id of ['spesa', 'pnrr', 'iniziative', 'conclusioni'])
      expect(find(model.sections, id), id).toBeUndefined()
    const empty = (one: Section): string[] => [
      ...(one.blocks.length + one.sections.length === 0 ? [one.title] : []),
      ...one.sections.flatMap(empty),
    ]
    expect(model.sections.flatMap(empty)).toEqual([])
    expect(model.sections.flatMap(tables).filter(({ rows, columns }) => rows.length * columns.length === 0)).toEqual([])
  })

  it('introduces such a plan with what it is and with its law', () => {
    const words = section(buildFixture({}, bare), 'introduzione').blocks.map(blockText).join(' ')
    for (const law of ['14-bis', 'art. 17', '208/2015', 'commi 513']) expect(words).toContain(law)
    expect(section(buildFixture(), 'introduzione').blocks.map(blockText)).toEqual([
      'Vallechiara è un comune di montagna con tre frazioni.',
    ])
  })

  it('marks a demonstration on its cover, and nothing else', () => {
    expect(buildFixture().cover.notice).toBe('Documento dimostrativo: contenuti inventati')
    expect(buildFixture({}, bare).cover).not.toHaveProperty('notice')
  })

  it('gives the same document for the same plan', () => {
    expect(JSON.stringify(buildFixture())).toBe(JSON.stringify(buildFixture()))
  })

  it('keeps chapters in the national order, inside the second part', () => {
    const titles = section(buildFixture(), 'parte-seconda').sections.map(({ title }) => title)
    expect(titles).toEqual([
      'Quadro d’insieme',
      'Capitolo 1 – Organizzazione e cambiamento',
      'Capitolo 4 – Piattaforme',
      'Capitolo 7 – Sicurezza informatica',
    ])
  })

  it('dates the document with today alone and carries the hash of its plan', () => {
    const { metadata } = buildFixture({ today: '2025-12-24' })
    expect(metadata).toMatchObject({ date: '2025-12-24', planHash: fixturePlanHash, language: 'it' })
  })

  it.each(layouts)('gives every part, table and figure an id of its own (%s)', (layout) => {
    const ids = (one: Section): string[] => [
      one.id,
      ...one.blocks.flatMap((block) => {
        if (block.kind === 'figure') return [block.id, block.data.id]
        return block.kind === 'table' ? [block.id] : []
      }),
      ...one.sections.flatMap(ids),
    ]
    const all = buildFixture({ layout }).sections.flatMap(ids)
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('the words of the body', () => {
  /** Fields whose printed form differs: kinds, states, amounts and dates. */
  const coded = new Set(['kind', 'status', 'edition', 'amount', 'url', 'population', 'year'])
  const marks = /[*|#`]|^\s*\d+\.|^-|-{3,}/gm

  const words = (value: unknown, key = ''): string[] => {
    if (typeof value === 'string') return coded.has(key) || /^\d{4}-\d\d-\d\d$/.test(value) ? [] : [value]
    if (Array.isArray(value)) return value.flatMap((inner) => words(inner, key))
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([name, inner]) => (name === 'facts' ? [] : words(inner, name)))
  }

  it.each(layouts)('are all there, in order (%s)', (layout) => {
    const printed = textOf(buildFixture({ layout })).replace(/\s+/g, ' ')
    const lines = words(fixtureProfile).flatMap((text) => text.split('\n').map((line) => line.replace(marks, '|')))
    const missing = lines
      .flatMap((line) => line.split('|').map((part) => part.trim()))
      .filter((part) => !printed.includes(part))
    expect(missing).toEqual([])
  })
})

describe('the lines', () => {
  const fiche = (model: DocumentModel, code: string): Map<string, string> => {
    const table = model.sections.flatMap(tables).find(({ caption }) => caption === `Scheda ${code}`)
    return new Map(rowsOf(table).map(([field = '', value = '']) => [field, value]))
  }

  it('are a card each, with what AgID asks, the verdict and what the body does', () => {
    const card = fiche(buildFixture(), 'CAP1.PA.03')
    expect(Object.fromEntries(card)).toEqual({
      'Codice e titolo': 'CAP1.PA.03 – Formare il personale sulle competenze digitali',
      Obiettivo: 'OB.1.2 – Far crescere le competenze digitali',
      'Risultato atteso': 'RA1.2.1 – Personale formato',
      'Che cosa chiede AgID':
        'Sintesi: Ogni ente iscrive il proprio personale a corsi sulle competenze digitali di base.',
      Tempi: 'In vigore',
      'Si applica': 'Sì. La linea si rivolge a tutte le amministrazioni',
      'Attività dell’ente': 'Corsi per tutti:\ncompetenze di base\nsicurezza\ndocumenti informatici',
      Stato: 'Continuativa («Completata per il 2024, continuativa»)',
      Uffici: 'Ufficio transizione digitale\nUfficio personale',
      Finanziamento: 'Bilancio comunale',
      'Data prevista': 'ogni anno',
      Completamento: '10/12/2024',
      Note: 'Ha partecipato il 74% del personale.',
      Evidenze: 'Elenco dei corsi',
    })
  })

  it('print the official text where it was imported, and say what is only a summary', () => {
    const model = buildFixture()
    expect(fiche(model, 'CAP4.PA.01').get('Che cosa chiede AgID')).toMatch(/^Testo ufficiale: Testo ufficiale di prova/)
    expect(fiche(model, 'CAP1.PA.01').get('Che cosa chiede AgID')).toMatch(/^Sintesi: /)
    expect(fiche(model, 'CAP7.PA.02').has('Che cosa chiede AgID')).toBe(false)
  })

  it('say what is late, from the day after', () => {
    const timing = (today: string) => fiche(buildFixture({ today }), 'CAP4.PA.01').get('Tempi')
    expect(timing('2025-06-30')).toBe('Entro giugno 2025')
    expect(timing('2025-07-01')).toBe('Entro giugno 2025, in ritardo')
  })

  it('say that a line which may bind the body is still to be written', () => {
    expect(fiche(buildFixture(), 'CAP4.PA.03').get('Attività dell’ente')).toBe('Da definire.')
  })

  it('are a row each in the other layout, without the columns that nobody fills', () => {
    const linesOf = (objective: string) =>
      tables(section(buildFixture({ layout: 'tables' }), objective)).find(({ id }) => id === `${objective}-linee`)
    const headings = linesOf('ob-7-1')?.columns.map(({ heading }) => heading)
    expect(headings).toEqual(['Codice e tempi', 'Linea d’azione', 'Attività', 'Stato e completamento', 'Note'])
    expect(rowsOf(linesOf('ob-1-2'))[0]?.[0]).toBe('CAP1.PA.03\nRA1.2.1\nIn vigore')
  })

  it('that do not apply go to the annex, with the reason and what the body writes', () => {
    const rows = rowsOf(tables(section(buildFixture(), 'linee-non-applicabili'))[0])
    expect(rows).toEqual([
      ['CAP1.PA.02', 'Coordinare le comunità del territorio', expect.stringContaining('si rivolge alle Regioni'), ''],
      [
        'CAP4.PA.02',
        'Gestire gli stipendi con la piattaforma comune',
        expect.stringContaining('L’ente la dichiara non applicabile.'),
        'Il Comune non intende aderire: gli stipendi sono gestiti dalla Comunità montana.',
      ],
    ])
    expect(fiche(buildFixture(), 'CAP1.PA.02').size).toBe(0)
  })

  it('that do not apply stay among the others when asked', () => {
    const model = buildFixture({ inapplicable: 'inline' })
    expect(find(model.sections, 'linee-non-applicabili')).toBeUndefined()
    expect(fiche(model, 'CAP1.PA.02').get('Si applica')).toMatch(/^No\. /)
  })

  it('stay in their chapter when the body works on them, or excludes itself from what binds it', () => {
    const model = buildFixture(
      {},
      withEntries([
        { code: 'CAP1.PA.02', status: 'inProgress', activity: 'Lo facciamo con la Regione.' },
        { code: 'CAP7.PA.01', status: 'notApplicable', activity: 'Non ci riguarda.' },
      ]),
    )
    expect(fiche(model, 'CAP1.PA.02').get('Si applica')).toMatch(/^No\. /)
    expect(fiche(model, 'CAP7.PA.01').get('Si applica')).toMatch(/^Sì\. .*\. L’ente la dichiara non applicabile$/)
  })

  it('have pages on their side for the wide tables, and those alone', () => {
    const turned = (layout: (typeof layouts)[number]) => {
      const inside = buildFixture({ layout }).sections.flatMap((part) => [part, ...part.sections])
      return inside.filter(({ landscape }) => landscape).map(({ id }) => id)
    }
    expect(turned('fiches')).toEqual([])
    expect(turned('tables')).toEqual(['capitolo-1', 'capitolo-4', 'capitolo-7'])
  })

  it.each(layouts)('are all there, once each, in chapter or annex (%s)', (layout) => {
    const places = ['capitolo-1', 'capitolo-4', 'capitolo-7', 'linee-non-applicabili']
    const model = buildFixture({ layout })
    const rows = places.flatMap((id) => tables(section(model, id)).flatMap(rowsOf)).map((row) => row.slice(0, 2))
    const codes = rows.flatMap(
      (cells) => cells.flatMap((cell) => cell.match(/^CAP\d\.PA\.\d\d(?=$|\n| – )/) ?? [])[0] ?? [],
    )
    expect(codes.toSorted()).toEqual(fixtureEdition.lines.map(({ code }) => code))
  })
})

describe('the glossary', () => {
  const acronyms = (profile: Profile) =>
    rowsOf(tables(section(buildFixture({}, profile), 'glossario'))[0]).map(([one]) => one)

  it('holds the acronyms that the document uses, and no others', () => {
    expect(acronyms(fixtureProfile)).toEqual(expect.arrayContaining(['CUP', 'PNRR', 'RTD', 'UTD']))
    expect(acronyms(bare)).not.toContain('UTD')
    expect(acronyms(fixtureProfile)).not.toContain('ANPR')
  })

  it('finds them as whole words alone', () => {
    const found = (activity: string) => acronyms(withEntries([{ code: 'CAP7.PA.01', activity }]))
    expect(found('Dati su ANPR.')).toContain('ANPR')
    expect(found('AgID e CERT-AGID').filter((acronym = '') => /^agid$/i.test(acronym))).toEqual(['AgID'])
    expect(found('Indice INI-PEC, con AgID/ANIST')).toEqual(expect.arrayContaining(['INI-PEC', 'PEC', 'ANIST']))
    expect(found('ANPRX, suANPR, https://x.example/ANPR, ANPR.2')).not.toContain('ANPR')
  })
})

describe('a title that says its years', () => {
  const titled = (title: string) =>
    buildFixture(
      {},
      { ...fixtureProfile, plan: { ...fixtureProfile.plan, title, triennium: trienniumOf('2025-2027') } },
    )

  it.each([
    'Piano digitale 2025-2027',
    'Piano digitale 2025/27',
    'Il piano per il 2025 – 2027',
    'Piano dal 2025 al 2027',
  ])('is not given them again: %s', (title) => {
    const { cover, metadata } = titled(title)
    expect([cover.title, cover.subtitle]).toEqual([title, ''])
    expect(metadata.title).toBe(`BOZZA – ${title} – ${fixtureProfile.administration.name}`)
  })

  it.each(['Piano digitale', 'Piano digitale 2024-2026', 'Piano digitale 2025'])('is given them: %s', (title) => {
    const { cover, metadata } = titled(title)
    expect(cover.subtitle).toBe('Triennio 2025-2027')
    expect(metadata.title).toContain(`${title} 2025-2027`)
  })
})
