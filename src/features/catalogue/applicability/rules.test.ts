// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import type { AdministrationDetails, AdministrationKind, Facts } from '../../administrations/index.ts'
import type { ActionLine, Addressees, Edition } from '../model.ts'
import { assessEdition, assessLine } from './rules.ts'

const body = (kind: AdministrationKind, population?: number): AdministrationDetails => ({
  name: 'Ente di Vallechiara',
  kind,
  ...(population === undefined ? {} : { population }),
})

const vallechiara = body('municipality', 1234)

const line = (code: string, addressees: Addressees): ActionLine => ({
  code,
  chapter: 1,
  objective: 'OB.1.1',
  results: [],
  timing: { kind: 'in-force' },
  addressees,
})

const assess = (
  administration: AdministrationDetails,
  addressees: Addressees,
  facts: Facts = {},
  choices?: Record<string, boolean>,
) => assessLine(administration, facts, choices, line('CAP1.PA.01', addressees))

const editionOf = (lines: readonly ActionLine[]): Edition => ({
  id: '2031-2033',
  title: 'Edizione di prova',
  triennium: { from: 2031, to: 2033 },
  complete: true,
  chapters: [{ number: 1, title: 'Capitolo' }],
  objectives: [{ code: 'OB.1.1', chapter: 1, title: 'Obiettivo' }],
  results: [],
  lines,
  institutionalLines: [],
})

const localAuthorities: AdministrationKind[] = [
  'union',
  'municipality',
  'province',
  'metropolitanCity',
  'mountainCommunity',
  'islandCommunity',
]

describe('who a line does not bind', () => {
  it('a kind that is not addressed, naming those that are', () => {
    expect(assess(vallechiara, { kinds: ['region', 'autonomousProvince'] })).toEqual({
      verdict: 'does-not-apply',
      reason: 'Riguarda solo le Regioni e le Province autonome: l’ente è un Comune',
    })
  })

  it('a kind outside a group that the plan calls by one name', () => {
    expect(assess(body('school'), { kinds: localAuthorities }).reason).toBe(
      'Riguarda solo gli Enti locali: l’ente è un’istituzione scolastica',
    )
  })

  it('an operator of public services, where the plan says administrations', () => {
    expect(assess(body('publicServiceOperator'), {})).toEqual({
      verdict: 'does-not-apply',
      reason: 'Riguarda solo le pubbliche amministrazioni: l’ente è un gestore di pubblici servizi',
    })
  })

  it('a municipality under or over the band', () => {
    const population = { min: 5000, max: 10_000 }
    expect(assess(vallechiara, { population })).toEqual({
      verdict: 'does-not-apply',
      reason: 'La popolazione (1.234) è sotto i 5.000 abitanti: la linea riguarda i comuni da 5.000 a 10.000 abitanti',
    })
    expect(assess(body('municipality', 10_001), { population }).reason).toBe(
      'La popolazione (10.001) è sopra i 10.000 abitanti: la linea riguarda i comuni da 5.000 a 10.000 abitanti',
    )
  })

  it('a body whose fact is otherwise', () => {
    const owners: Addressees = { conditions: [{ fact: 'dataCentreGroup', is: 'A' }] }
    expect(assess(vallechiara, { conditions: [{ fact: 'noiPA', is: true }] }, { noiPA: false }).reason).toBe(
      'L’ente non intende aderire a NoiPA',
    )
    expect(assess(vallechiara, owners, { dataCentreGroup: 'none' }).reason).toBe(
      'L’ente non è proprietario di data center: la linea riguarda quelli di gruppo A',
    )
    expect(assess(vallechiara, owners, { dataCentreGroup: 'B' }).reason).toBe(
      'Il data center dell’ente è di gruppo B: la linea riguarda quelli di gruppo A',
    )
  })

  it('a body that chose not to do a voluntary line', () => {
    expect(assess(vallechiara, { voluntary: true }, {}, { 'CAP1.PA.01': false })).toEqual({
      verdict: 'does-not-apply',
      reason: 'Linea facoltativa: l’ente ha scelto di non attuarla',
    })
  })
})

describe('what stays to be verified', () => {
  it('a line whose rule is not written', () => {
    const { addressees: _, ...unruled } = line('CAP1.PA.01', {})
    expect(assessLine(vallechiara, {}, undefined, unruled)).toEqual({
      verdict: 'to-verify',
      reason:
        'La regola di questa linea non è ancora scritta: la scrive l’amministratore della piattaforma, in «Edizioni del piano nazionale»',
    })
  })

  it('a fact that the profile does not give, naming where to write it', () => {
    expect(assess(vallechiara, { conditions: [{ fact: 'contractingAuthority', is: true }] })).toEqual({
      verdict: 'to-verify',
      reason: 'Non è indicato se l’ente è stazione appaltante',
      missing: ['facts.contractingAuthority'],
    })
    expect(assess(vallechiara, { conditions: [{ fact: 'dataCentreGroup', is: 'B' }] }).missing).toEqual([
      'facts.dataCentreGroup',
    ])
  })

  it('a population that the profile does not give', () => {
    expect(assess(body('municipality'), { population: { min: 250_001 } })).toEqual({
      verdict: 'to-verify',
      reason: 'Non è indicata la popolazione: la linea riguarda i comuni oltre 250.000 abitanti',
      missing: ['administration.population'],
    })
  })
})

describe('what is left to the body’s choice', () => {
  it('is a voluntary line on which it has not decided; decisions on other lines do not count', () => {
    const undecided = {
      verdict: 'to-choose',
      reason: 'Linea facoltativa: l’ente non ha ancora deciso se attuarla',
      missing: ['plan.choices.CAP1.PA.01'],
    }
    expect(assess(vallechiara, { voluntary: true })).toEqual(undecided)
    expect(assess(vallechiara, { voluntary: true }, {}, { 'CAP1.PA.02': true })).toEqual(undecided)
  })
})

describe('which part of a rule decides', () => {
  const conditions: Addressees['conditions'] = [
    { fact: 'suap', is: true },
    { fact: 'smarterItaly', is: true },
  ]

  it('a definite no wins over what is unknown, wherever it stands', () => {
    expect(assess(vallechiara, { conditions, voluntary: true }, { smarterItaly: false }).reason).toBe(
      'L’ente non è coinvolto nel programma Smarter Italy',
    )
  })

  it('the kind is told before the population, the population before the facts', () => {
    const population = { min: 5000 }
    expect(assess(vallechiara, { kinds: ['region'], population, conditions }, { suap: false }).reason).toContain(
      'Regioni',
    )
    expect(assess(vallechiara, { population, conditions }, { suap: false }).reason).toContain('popolazione')
  })

  it('what is unknown wins over a yes, and both are told', () => {
    expect(assess(vallechiara, { conditions }, { suap: true })).toEqual({
      verdict: 'to-verify',
      reason: 'L’ente tratta procedimenti SUAP. Non è indicato se l’ente è coinvolto nel programma Smarter Italy',
      missing: ['facts.smarterItaly'],
    })
  })

  it('a threshold binds municipalities alone', () => {
    expect(assess(body('union'), { kinds: ['municipality', 'union'], population: { min: 5000 } })).toEqual({
      verdict: 'applies',
      reason: 'Riguarda tutte le Unioni di comuni',
    })
  })

  it('a condition for some kinds leaves the others alone', () => {
    const capitals: Addressees = {
      kinds: ['municipality', 'region'],
      conditions: [{ fact: 'metropolitanCapital', is: true, onlyFor: ['municipality'] }],
    }
    expect(assess(body('region'), capitals).reason).toBe('Riguarda tutte le Regioni')
    expect(assess(vallechiara, capitals, { metropolitanCapital: false }).verdict).toBe('does-not-apply')
  })

  it('where nothing restricts it, a line binds every administration', () => {
    expect(assess(vallechiara, {})).toEqual({ verdict: 'applies', reason: 'Vale per tutte le amministrazioni' })
    expect(assess(vallechiara, { kinds: ['municipality'] }).reason).toBe('Riguarda tutti i Comuni')
  })

  it('a chosen voluntary line applies', () => {
    expect(assess(vallechiara, { voluntary: true }, {}, { 'CAP1.PA.01': true })).toEqual({
      verdict: 'applies',
      reason: 'Linea facoltativa: l’ente ha scelto di attuarla',
    })
  })
})

describe('a whole edition', () => {
  const lower = line('CAP5.PA.10', { population: { min: 5000, max: 10_000 } })
  const upper = line('CAP5.PA.11', { population: { min: 10_000, max: 100_000 } })
  const sameAgain = line('CAP5.PA.16', { population: { min: 10_000, max: 100_000 } })
  const bands = editionOf([lower, upper, sameAgain])

  it('tells a population at the end of two bands of both', () => {
    const verdicts = assessEdition(body('municipality', 10_000), {}, undefined, bands)
    expect(verdicts.get('CAP5.PA.10')).toEqual({
      verdict: 'applies',
      reason:
        'La popolazione (10.000) è nella fascia da 5.000 a 10.000 abitanti, estremi compresi; ' +
        'a 10.000 abitanti esatti vale anche la fascia da 10.000 a 100.000 abitanti',
    })
    expect(verdicts.get('CAP5.PA.16')?.reason).toContain('vale anche la fascia da 5.000 a 10.000 abitanti')
  })

  it('says nothing of two bands to a population inside one', () => {
    const verdicts = assessEdition(body('municipality', 10_001), {}, undefined, bands)
    expect([...verdicts.values()].map(({ verdict }) => verdict)).toEqual(['does-not-apply', 'applies', 'applies'])
    expect(verdicts.get('CAP5.PA.11')?.reason).toBe(
      'La popolazione (10.001) è nella fascia da 10.000 a 100.000 abitanti',
    )
  })
})
