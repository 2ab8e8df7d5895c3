// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../../platform/config/config.ts'
import {
  type AdministrationDetails,
  type AdministrationKind,
  administrationKinds,
  type Facts,
} from '../../administrations/index.ts'
import { openCatalogue } from '../editions/store.ts'
import type { Addressees, Verdict } from '../model.ts'
import { factsAsked } from './conditions.ts'
import { assessEdition } from './rules.ts'

const root = packageRoot(import.meta.url)
const catalogue = openCatalogue({ shipped: join(root, 'catalogue'), imported: join(root, 'no-such-folder') })
const newest = catalogue.edition('2024-2026-update-2026')

const bodyOf = (kind: AdministrationKind, more: Partial<AdministrationDetails> = {}): AdministrationDetails => ({
  name: 'Ente di Vallechiara',
  kind,
  ...more,
})
const assess = (administration: AdministrationDetails, facts: Facts = {}) =>
  assessEdition(administration, facts, undefined, newest)

describe.each(catalogue.ids())('a municipality that has said nothing, on %s', (id) => {
  it.each([900, 5000, 15_000, 120_000])('with %i inhabitants has at most 15 lines to verify', (population) => {
    const verdicts = assessEdition(bodyOf('municipality', { population }), {}, undefined, catalogue.edition(id))
    const open = [...verdicts.values()].filter(({ verdict }) => verdict === 'to-verify')
    expect(open.length).toBeLessThanOrEqual(15)
  })
})

/** The verdict of a body of each kind that has said nothing, line by line: read by people whenever it changes. */
it('every rule has an answer for every kind of body', async () => {
  const letter: Record<Verdict, string> = { applies: 'S', 'to-verify': '?', 'to-choose': 'c', 'does-not-apply': '-' }
  const columns = administrationKinds.map((kind) => assess(bodyOf(kind, { population: 7000 })))
  const names = administrationKinds.map((_, index) => String.fromCharCode(index < 26 ? 65 + index : 71 + index))
  const head = administrationKinds.map((kind, index) => `# ${names[index]} ${kind}`)
  const rows = newest.lines.map(
    ({ code }) => `${code} ${columns.map((verdicts) => letter[verdicts.get(code)?.verdict ?? 'to-verify']).join(' ')}`,
  )
  expect(rows).toHaveLength(124)
  await expect(`${head.join('\n')}\n${' '.repeat(11)}${names.join(' ')}\n${rows.join('\n')}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, '../fixture/verdicts-by-kind.txt'),
  )
})

const suapLines = ['CAP4.PA.12', 'CAP4.PA.14', 'CAP4.PA.16', 'CAP4.PA.17']

type Row = readonly [string, AdministrationKind, Facts, readonly string[], Verdict, string]

it.each<Row>([
  [
    'a union with SUAP',
    'union',
    { suapForOthers: true },
    suapLines,
    'applies',
    'L’ente gestisce lo sportello SUAP per altri enti',
  ],
  [
    'a union without',
    'union',
    { suapForOthers: false, suapThirdParty: false },
    suapLines,
    'does-not-apply',
    'L’ente non gestisce lo sportello SUAP per altri enti. L’ente non è ente terzo nei procedimenti SUAP',
  ],
  [
    'a union that has not said',
    'union',
    {},
    suapLines,
    'to-verify',
    'Non è indicato se l’ente gestisce lo sportello SUAP per altri enti',
  ],
  ['a union', 'union', {}, ['CAP1.PA.12'], 'applies', 'Riguarda tutte le Unioni di comuni'],
  ['a union', 'union', {}, ['CAP4.PA.03', 'CAP4.PA.18'], 'does-not-apply', 'l’ente è un’Unione di comuni'],
  [
    'a union',
    'union',
    { openDataCatalogue: false },
    ['CAP5.PA.06', 'CAP5.PA.11', 'CAP5.PA.16'],
    'applies',
    'non era già presente nel catalogo',
  ],
  [
    'a mountain community with SUAP',
    'mountainCommunity',
    { suapForOthers: true },
    suapLines,
    'applies',
    'gestisce lo sportello SUAP per altri enti',
  ],
  [
    'a province that is a third party',
    'province',
    { suapThirdParty: true },
    suapLines,
    'applies',
    'L’ente è ente terzo nei procedimenti SUAP',
  ],
  [
    'a province that is none',
    'province',
    { suapThirdParty: false },
    suapLines,
    'does-not-apply',
    'L’ente non è ente terzo',
  ],
  [
    'a province',
    'province',
    {},
    ['CAP2.PA.02'],
    'applies',
    'L’ente è stazione appaltante (noto in partenza: chi è pubblico',
  ],
  [
    'a province',
    'province',
    {},
    ['CAP2.PA.01', 'CAP2.PA.07'],
    'to-verify',
    'Non è indicato se l’ente è soggetto aggregatore',
  ],
  [
    'a province',
    'province',
    { openDataCatalogue: false },
    ['CAP5.PA.07', 'CAP5.PA.12', 'CAP5.PA.17'],
    'applies',
    'non era già presente',
  ],
  ['a province', 'province', {}, ['CAP4.PA.24'], 'does-not-apply', 'CAD, art. 60 c. 3-bis'],
  [
    'a health authority',
    'healthAuthority',
    {},
    ['CAP5.PA.08', 'CAP5.PA.13', 'CAP5.PA.18'],
    'does-not-apply',
    'l’ente è un’azienda sanitaria o ospedaliera',
  ],
  [
    'a health authority',
    'healthAuthority',
    {},
    ['CAP4.PA.09', 'CAP4.PA.10', 'CAP4.PA.11'],
    'does-not-apply',
    'Riguarda solo le Regioni e le Province autonome',
  ],
  [
    'a health authority',
    'healthAuthority',
    {},
    ['CAP3.PA.04'],
    'applies',
    'Riguarda tutte le aziende sanitarie e ospedaliere',
  ],
  [
    'a health authority that is a third party',
    'healthAuthority',
    { suapThirdParty: true },
    suapLines,
    'applies',
    'L’ente è ente terzo nei procedimenti SUAP',
  ],
  ['a health authority', 'healthAuthority', {}, suapLines, 'to-verify', 'Non è indicato se l’ente è ente terzo'],
  [
    'a health authority',
    'healthAuthority',
    {},
    ['CAP4.PA.01'],
    'applies',
    'i pagamenti si ricevono attraverso la piattaforma pagoPA; CAD, art. 5',
  ],
  [
    'a chamber of commerce with SUAP by delegation',
    'chamberOfCommerce',
    { suapForOthers: true },
    suapLines,
    'applies',
    'gestisce lo sportello SUAP per altri enti',
  ],
  [
    'a chamber of commerce that is a third party',
    'chamberOfCommerce',
    { suapForOthers: false, suapThirdParty: true },
    suapLines,
    'applies',
    'L’ente è ente terzo',
  ],
  [
    'a chamber of commerce',
    'chamberOfCommerce',
    {},
    suapLines,
    'to-verify',
    'per altri enti. Non è indicato se l’ente è ente terzo',
  ],
  [
    'a chamber of commerce',
    'chamberOfCommerce',
    {},
    ['CAP4.PA.15'],
    'does-not-apply',
    'l’ente è una Camera di commercio',
  ],
  [
    'a chamber of commerce',
    'chamberOfCommerce',
    {},
    ['CAP5.PA.06', 'CAP5.PA.18', 'CAP5.PA.19'],
    'does-not-apply',
    'l’ente è una Camera di commercio',
  ],
  ['a chamber of commerce', 'chamberOfCommerce', {}, ['CAP2.PA.01'], 'does-not-apply', 'd.l. 66/2014, art. 9'],
  [
    'an operator of public services',
    'publicServiceOperator',
    {},
    ['CAP2.PA.02', 'CAP6.PA.03'],
    'does-not-apply',
    'Riguarda solo le pubbliche amministrazioni',
  ],
  [
    'an operator of public services',
    'publicServiceOperator',
    {},
    ['CAP4.PA.04'],
    'applies',
    'e i gestori di pubblici servizi',
  ],
  ['an in-house company', 'inHouseCompany', {}, ['CAP2.PA.02'], 'applies', 'd.lgs. 175/2016, art. 16 c. 7'],
  [
    'a body of before that was a third party',
    'suapThirdParty',
    {},
    suapLines,
    'applies',
    'l’ente è stato registrato come ente terzo',
  ],
  ['Unioncamere', 'unioncamere', {}, suapLines, 'applies', 'Vale per le pubbliche amministrazioni'],
])('%s (%s with %j): %j %s', (_, kind, facts, codes, verdict, reason) => {
  const verdicts = assess(bodyOf(kind), facts)
  for (const code of codes) {
    expect([code, verdicts.get(code)?.verdict]).toEqual([code, verdict])
    expect(verdicts.get(code)?.reason).toContain(reason)
  }
})

describe('what is known beforehand', () => {
  const capital = { name: 'Comune di Cagliari', cadastralCode: 'B354' }

  it.each<[string, Partial<AdministrationDetails>, Verdict]>([
    ['by its code', capital, 'applies'],
    ['by its name, without a code', { name: 'Comune di Reggio di Calabria' }, 'applies'],
    ['not by a name with another code', { name: 'Comune di Cagliari', cadastralCode: 'Z900' }, 'does-not-apply'],
    ['not another', { name: 'Comune di Vallechiara' }, 'does-not-apply'],
  ])('a metropolitan capital is on the list: %s', (_, more, verdict) => {
    const found = assess(bodyOf('municipality', more)).get('CAP3.PA.24')
    expect(found?.verdict).toBe(verdict)
    expect(found?.reason).toContain('noto in partenza')
  })

  it('gives way to what the body says, and is not told any more', () => {
    const found = assess(bodyOf('municipality'), { suap: false }).get('CAP4.PA.14')
    expect(found).toEqual({ verdict: 'does-not-apply', reason: 'L’ente non tratta procedimenti SUAP' })
    expect(assess(bodyOf('municipality'), { pagoPA: true }).get('CAP4.PA.01')?.reason).toBe('L’ente aderisce a pagoPA')
  })

  it('says of every fact why and from where', () => {
    for (const { reason, source } of newest.known?.facts ?? []) {
      expect(reason).toMatch(/^[a-zè]/)
      expect(source).not.toBe('')
    }
    expect(newest.known?.facts.length).toBeGreaterThan(5)
  })
})

it('a body that has migrated to the cloud is out of the migration', () => {
  const out = ['CAP6.PA.03', 'CAP6.PA.04', 'CAP6.PA.05', 'CAP6.PA.10']
  const verdicts = assess(bodyOf('municipality'), { cloudMigrationDone: true })
  for (const code of out) {
    expect(verdicts.get(code)).toEqual({
      verdict: 'does-not-apply',
      reason: 'L’ente ha completato la migrazione al cloud',
    })
  }
  const former = assessEdition(
    bodyOf('municipality'),
    { cloudMigrationDone: true },
    undefined,
    catalogue.edition('2024-2026'),
  )
  expect(former.get('CAP6.PA.09')?.verdict).toBe('does-not-apply')
  expect(assess(bodyOf('municipality')).get('CAP6.PA.03')?.verdict).toBe('applies')
})

describe('the facts that a rule asks', () => {
  const asked = (kind: AdministrationKind, population: number | undefined, addressees: Addressees) => [
    ...factsAsked(addressees, { kind, ...(population !== undefined && { population }) }),
  ]
  const conditions: Addressees['conditions'] = [
    { fact: 'suapForOthers', or: ['suapThirdParty'], is: true, onlyFor: ['union'] },
    { fact: 'openDataCatalogue', is: false, exceptFor: ['union'] },
  ]
  const rule: Addressees = {
    population: { min: 5000, max: 10_000 },
    conditions,
    unless: [{ fact: 'cloudMigrationDone', is: true }],
  }

  it('are none of a kind that is not addressed', () => {
    expect(asked('school', undefined, { ...rule, kinds: ['municipality'] })).toEqual([])
    expect(asked('publicServiceOperator', undefined, rule)).toEqual([])
  })

  it('are the inhabitants alone where they exclude the body', () => {
    expect(asked('municipality', 900, rule)).toEqual(['population'])
    expect(asked('municipality', 7000, rule)).toEqual(['population', 'openDataCatalogue', 'cloudMigrationDone'])
    expect(asked('municipality', undefined, rule)).toContain('openDataCatalogue')
  })

  it('are those of its kind, with the others that do as well', () => {
    expect(asked('union', undefined, rule)).toEqual(['suapForOthers', 'suapThirdParty', 'cloudMigrationDone'])
  })
})
