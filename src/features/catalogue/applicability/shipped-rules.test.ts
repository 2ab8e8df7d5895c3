// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../platform/config/config.ts'
import {
  type AdministrationDetails,
  type AdministrationKind,
  administrationKinds,
  type Facts,
  ownDecisions,
} from '../../administrations/index.ts'
import { openCatalogue } from '../editions/store.ts'
import { splitOf } from '../fixture/municipal-split.ts'
import type { ActionLine, Condition, Verdict } from '../model.ts'
import { isAskedOf } from './conditions.ts'
import { assessEdition, assessLine } from './rules.ts'

const root = packageRoot(import.meta.url)
const catalogue = openCatalogue({ shipped: join(root, 'catalogue'), imported: join(root, 'no-such-folder') })
const update = catalogue.edition('2024-2026-update-2025')
const shippedLines = catalogue
  .ids()
  .flatMap((id) => catalogue.edition(id).lines.map((line) => ({ id, code: line.code, line })))

const body = (kind: AdministrationKind, population?: number): AdministrationDetails => ({
  name: 'Ente di Vallechiara',
  kind,
  ...(population === undefined ? {} : { population }),
})

/** A body that a condition concerns and that passes all the other parts of the rule. */
function boundBy({ code, addressees = {} }: ActionLine, condition: Pick<Condition, 'onlyFor' | 'exceptFor'>) {
  const addressed = addressees.kinds ?? administrationKinds
  const kind = addressed.find((candidate) => isAskedOf(condition, candidate)) ?? 'municipality'
  const facts: Facts = Object.fromEntries(
    (addressees.conditions ?? []).flatMap(({ fact, or = [], is }) => [fact, ...or].map((name) => [name, is])),
  )
  const { min, max } = addressees.population ?? {}
  return { administration: body(kind, min ?? max), facts, choices: { [code]: true } }
}

const rows = shippedLines.flatMap(({ id, code, line }) =>
  (line.addressees?.conditions ?? []).map((condition) => ({ id, code, line, condition, fact: condition.fact })),
)
const othersThan = (is: Condition['is']) =>
  typeof is === 'boolean' ? [!is] : ['none', 'A', 'B'].filter((group) => group !== is)

describe('every condition of every rule decides, both ways', () => {
  it.each(rows)('$id $code: $fact', ({ line, condition }) => {
    const { administration, facts, choices } = boundBy(line, condition)
    const { fact, or = [], is } = condition
    const outcome = (value: boolean | string | undefined) =>
      assessLine(
        administration,
        { ...facts, ...Object.fromEntries([fact, ...or].map((name) => [name, value])) },
        choices,
        line,
      )

    expect(outcome(is).verdict).toBe('applies')
    for (const other of othersThan(is)) expect(outcome(other).verdict).toBe('does-not-apply')
    expect(outcome(undefined).verdict).toBe(ownDecisions.has(fact) ? 'to-choose' : 'to-verify')
    for (const name of [fact, ...or]) expect(outcome(undefined).missing).toContain(`facts.${name}`)
    const values = [is, ...othersThan(is), undefined]
    expect(new Set(values.map((value) => outcome(value).reason)).size).toBe(values.length)
  })

  it.each(rows.filter(({ condition }) => condition.or))('$id $code: $fact, or another fact', ({ line, condition }) => {
    const { administration, facts, choices } = boundBy(line, condition)
    const { fact, or = [], is } = condition
    const [other] = othersThan(is)
    for (const enough of [fact, ...or]) {
      const only = Object.fromEntries([fact, ...or].map((name) => [name, name === enough ? is : other]))
      expect(assessLine(administration, { ...facts, ...only }, choices, line).verdict).toBe('applies')
    }
  })

  it.each(rows.filter(({ condition: { onlyFor, exceptFor } }) => onlyFor ?? exceptFor))(
    '$id $code: $fact is not asked of other kinds',
    ({ line, condition }) => {
      const exempt = (line.addressees?.kinds ?? administrationKinds).filter((kind) => !isAskedOf(condition, kind))
      expect(exempt).not.toEqual([])
      for (const kind of exempt) {
        const { [condition.fact]: _, ...facts } = boundBy(line, condition).facts
        expect([kind, assessLine(body(kind), facts, undefined, line).verdict]).toEqual([kind, 'applies'])
      }
    },
  )

  it.each(shippedLines.filter(({ line }) => line.addressees?.unless))('$id $code: exceptions', ({ line }) => {
    const { administration, facts, choices } = boundBy(line, {})
    expect(assessLine(administration, facts, choices, line).verdict).toBe('applies')
    for (const { fact, is } of line.addressees?.unless ?? []) {
      const out = assessLine(administration, { ...facts, [fact]: is }, choices, line)
      expect(out.verdict).toBe('does-not-apply')
      expect(out.missing).toBeUndefined()
    }
  })
})

describe('every other part of every rule decides, both ways', () => {
  it.each(shippedLines)('$id $code: every kind of body', ({ line }) => {
    const { kinds, operators } = line.addressees ?? {}
    const addressed = (kind: AdministrationKind) =>
      kinds?.includes(kind) ?? (kind !== 'publicServiceOperator' || operators === true)
    const { facts, choices, administration } = boundBy(line, {})
    for (const kind of administrationKinds) {
      const { verdict, reason } = assessLine({ ...administration, kind }, facts, choices, line)
      expect([kind, verdict]).toEqual([kind, addressed(kind) ? 'applies' : 'does-not-apply'])
      expect(reason).not.toBe('')
    }
  })

  it.each(shippedLines.filter(({ line }) => line.addressees?.voluntary))('$id $code: choice', ({ line, code }) => {
    const { administration, facts } = boundBy(line, {})
    const verdicts = [true, false, undefined].map(
      (choice) =>
        assessLine(administration, facts, choice === undefined ? undefined : { [code]: choice }, line).verdict,
    )
    expect(verdicts).toEqual(['applies', 'does-not-apply', 'to-choose'])
  })

  it.each(shippedLines.filter(({ line }) => line.addressees?.population))('$id $code: population', ({ line }) => {
    const { min = 0, max = Number.POSITIVE_INFINITY } = line.addressees?.population ?? {}
    const { facts } = boundBy(line, {})
    const verdict = (population?: number) =>
      assessLine(body('municipality', population), facts, undefined, line).verdict
    for (const population of [min - 1, min, max, max + 1].filter((end) => end >= 0 && Number.isFinite(end))) {
      const within = min <= population && population <= max
      expect([population, verdict(population)]).toEqual([population, within ? 'applies' : 'does-not-apply'])
    }
    expect(verdict(undefined)).toBe('to-verify')
  })
})

describe('inhabitants and open data, 2025', () => {
  const targets = ['CAP5.PA.10', 'CAP5.PA.11', 'CAP5.PA.12', 'CAP5.PA.13']

  it.each([
    [4999, []],
    [5000, ['CAP5.PA.10']],
    [10_000, ['CAP5.PA.10', 'CAP5.PA.11']],
    [10_001, ['CAP5.PA.11']],
    [100_000, ['CAP5.PA.11']],
    [100_001, ['CAP5.PA.12']],
    [250_000, ['CAP5.PA.12']],
    [250_001, ['CAP5.PA.13']],
  ])('%i inhabitants: %j', (population, expected) => {
    const verdicts = assessEdition(body('municipality', population), { openDataCatalogue: false }, undefined, update)
    expect(targets.filter((code) => verdicts.get(code)?.verdict === 'applies')).toEqual(expected)
  })

  it('names both bands to exactly 10,000 inhabitants', () => {
    const verdicts = assessEdition(body('municipality', 10_000), { openDataCatalogue: false }, undefined, update)
    expect(verdicts.get('CAP5.PA.10')?.reason).toContain('vale anche la fascia da 10.000 a 100.000 abitanti')
    expect(verdicts.get('CAP5.PA.11')?.reason).toContain('vale anche la fascia da 5.000 a 10.000 abitanti')
  })
})

describe('the 121 lines of the 2025 update, as they concern municipalities', () => {
  it('split into 59 for all, 11 by population, 37 conditional, 14 for others', () => {
    const counts = Object.groupBy(update.lines, splitOf)
    expect(Object.fromEntries(Object.entries(counts).map(([split, lines]) => [split, lines.length]))).toEqual({
      'every municipality': 59,
      'by population': 11,
      conditional: 37,
      'no municipality': 14,
    })
  })

  // A first reading, by the audience alone, gives 70, 11, 24 and 16. The rule departs from it where the text does.
})

describe('the lines that the 2026 update adds or addresses anew', () => {
  const newest = catalogue.edition('2024-2026-update-2026')
  const verdict = (code: string, kind: AdministrationKind, facts: Facts, chosen?: boolean) =>
    assessEdition(body(kind, 8000), facts, chosen === undefined ? undefined : { [code]: chosen }, newest).get(code)
      ?.verdict
  type Row = [string, AdministrationKind, Facts, boolean | undefined, Verdict]

  it.each<Row>([
    ['CAP1.PA.01', 'municipality', {}, true, 'applies'],
    ['CAP1.PA.01', 'publicServiceOperator', {}, true, 'applies'],
    ['CAP1.PA.01', 'publicServiceOperator', {}, false, 'does-not-apply'],
    ['CAP1.PA.02', 'publicServiceOperator', {}, undefined, 'to-choose'],
    ['CAP1.PA.05', 'municipality', { laboratoryInitiatives: true }, undefined, 'applies'],
    ['CAP1.PA.06', 'municipality', { laboratoryInitiatives: false }, undefined, 'does-not-apply'],
    ['CAP1.PA.13', 'province', {}, true, 'applies'],
    ['CAP1.PA.13', 'province', {}, undefined, 'to-choose'],
    ['CAP1.PA.14', 'municipality', {}, false, 'does-not-apply'],
    ['CAP1.PA.14', 'publicServiceOperator', {}, true, 'does-not-apply'],
    ['CAP2.PA.08', 'region', { smarterItaly: true }, undefined, 'applies'],
    ['CAP2.PA.08', 'municipality', { smarterItaly: false }, undefined, 'does-not-apply'],
    ['CAP2.PA.09', 'municipality', { innovationProcurement: true }, undefined, 'applies'],
    ['CAP2.PA.09', 'municipality', { innovationProcurement: false }, undefined, 'does-not-apply'],
    ['CAP2.PA.09', 'municipality', {}, undefined, 'to-verify'],
    ['CAP4.PA.26', 'municipality', { siopeExperiment: false }, true, 'applies'],
    ['CAP4.PA.26', 'municipality', { siopeExperiment: true }, true, 'does-not-apply'],
    ['CAP4.PA.27', 'union', { siopeExperiment: false }, false, 'does-not-apply'],
    ['CAP4.PA.27', 'region', { siopeExperiment: false }, true, 'does-not-apply'],
    ['CAP5.PA.21', 'municipality', {}, undefined, 'applies'],
    ['CAP5.PA.22', 'school', {}, undefined, 'applies'],
    ['CAP5.PA.23', 'publicServiceOperator', {}, undefined, 'does-not-apply'],
    ['CAP5.PA.26', 'municipality', {}, undefined, 'applies'],
    ['CAP5.PA.26', 'publicServiceOperator', {}, undefined, 'does-not-apply'],
    ['CAP5.PA.27', 'province', {}, undefined, 'applies'],
    ['CAP5.PA.27', 'publicServiceOperator', {}, undefined, 'does-not-apply'],
    ['CAP6.PA.02', 'municipality', { dataCentreGroup: 'B', dataCentreCompliant: true }, undefined, 'applies'],
    ['CAP6.PA.02', 'municipality', { dataCentreGroup: 'A', dataCentreCompliant: false }, undefined, 'does-not-apply'],
    ['CAP6.PA.04', 'municipality', {}, undefined, 'applies'],
    ['CAP6.PA.07', 'municipality', { edgeInfrastructure: true }, undefined, 'applies'],
    ['CAP6.PA.07', 'municipality', { edgeInfrastructure: false }, undefined, 'does-not-apply'],
  ])('%s, %s with %j, chosen: %s: %s', (code, kind, facts, chosen, expected) => {
    expect(verdict(code, kind, facts, chosen)).toBe(expected)
  })
})
