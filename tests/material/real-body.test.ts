// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { AdministrationDetails, Facts } from '../../src/features/administrations/index.ts'
import { assessEdition, type Choices } from '../../src/features/catalogue/applicability/rules.ts'
import { openCatalogue } from '../../src/features/catalogue/editions/store.ts'
import { packageRoot } from '../../src/platform/config/config.ts'
import { materialFile } from './material.ts'

const root = packageRoot(import.meta.url)
const plan = materialFile('gold/caravaggio-2025-2027.json')
const registry = materialFile('registry/comuni.csv')

/** What the plan itself says or implies about the body. Facts that it does not mention are left out. */
const facts: Facts = {
  metropolitanCapital: false,
  contractingAuthority: true,
  purchasingAggregator: false,
  smarterItaly: false,
  dataCentreGroup: 'none',
  migrationPlan: true, // its PNRR table has measure 1.2, moved to the cloud: the application carries the plan
  edgeInfrastructure: false,
  suap: true,
  sue: true,
  pagoPA: true,
  appIO: true,
  sdgAgreements: false,
  nationalInterestDatabase: false,
  noiPA: false,
  openDataCatalogue: false, // it is still choosing the first datasets for dati.gov.it
  digitalisationSample: false,
  siopeExperiment: false,
  laboratoryInitiatives: false,
}

/** Voluntary lines on which the plan decides; of the others it says that it will think about them. */
const choices: Choices = { 'CAP4.PA.18': true, 'CAP4.PA.23': false, 'CAP7.PA.22': true }

/** How a body writes that a line is not for it. */
const notConcerned =
  /non applicabile|non riguarda|l'ente non (è|appartiene|aderisce|intende avvalersi)|il comune non (è soggetto|rientra)|non ha partecipato/i

type Difference = {
  readonly theirs: string
  readonly ours: 'applies' | 'does-not-apply' | 'to-choose' | 'to-verify'
  readonly why: string
}

const differences: Record<string, Difference> = {
  'CAP1.PA.01': {
    theirs: 'will consider which communities to propose',
    ours: 'to-choose',
    why: 'voluntary, and considering is not yet deciding',
  },
  'CAP1.PA.02': {
    theirs: 'will consider which communities to propose',
    ours: 'to-choose',
    why: 'voluntary, and considering is not yet deciding',
  },
  'CAP1.PA.03': {
    theirs: 'will consider associated offices, though it doubts that they suit it',
    ours: 'does-not-apply',
    why: 'asked of those who take part in the workshops, and on CAP1.PA.05 it says that it has not',
  },
  'CAP1.PA.11': {
    theirs: 'is not in the sample',
    ours: 'applies',
    why: 'the sample is of CAP1.PA.10: this collection is asked of every local authority',
  },
  'CAP1.PA.12': {
    theirs: 'is not in the sample',
    ours: 'applies',
    why: 'the sample is of CAP1.PA.10: this collection is asked of every local authority',
  },
  'CAP4.PA.15': {
    theirs: 'already uses a supplier for SUAP',
    ours: 'does-not-apply',
    why: 'asked of Regions, consortia and Unioncamere: a municipality uses what they offer',
  },
  'CAP6.PA.03': {
    theirs: 'owns no data centre of group A',
    ours: 'applies',
    why: 'it prints another text under this code: AgID asks every administration to start moving to the cloud',
  },
  'CAP6.PA.04': {
    theirs: 'has nothing in a data centre of group B',
    ours: 'applies',
    why: 'it prints the text of an older edition: AgID asks every administration for cloud first',
  },
  'CAP6.PA.05': {
    theirs: 'owns no data centre of group A',
    ours: 'applies',
    why: 'it prints the text of an older edition: AgID asks every administration to classify data and services',
  },
  'CAP6.PA.06': {
    theirs: 'not applicable, with no reason',
    ours: 'to-verify',
    why: 'due if DTD or AgID ask: the plan does not say whether they did',
  },
  'CAP6.PA.09': {
    theirs: 'not applicable, with no reason',
    ours: 'applies',
    why: 'it moved to the cloud with PNRR measure 1.2, hence by a migration plan',
  },
  'CAP6.PA.10': {
    theirs: 'not applicable, with no reason',
    ours: 'applies',
    why: 'it moved to the cloud with PNRR measure 1.2, hence by a migration plan',
  },
  'CAP6.PA.11': {
    theirs: 'will consider the new connectivity tender',
    ours: 'to-choose',
    why: 'left to its needs, and considering is not yet deciding',
  },
}

type Row = { codice: string } & Record<'azione_attuata' | 'data_prevista' | 'data_completamento', string | null>

describe('a real plan of 122 lines beside the rules', () => {
  it('agrees with what the body wrote, save for the differences explained here', () => {
    const { righe } = JSON.parse(readFileSync(plan, 'utf8')) as { righe: Row[] }
    const catalogue = openCatalogue({ shipped: join(root, 'catalogue'), imported: join(root, 'no-such-folder') })
    const verdicts = assessEdition(body(), facts, choices, catalogue.edition('2024-2026'))
    const found = righe.flatMap((row) => {
      const theirs = notConcerned.test(wordsOf(row)) ? 'does-not-apply' : 'applies'
      const ours = verdicts.get(row.codice)?.verdict
      return ours === theirs ? [] : [[row.codice, ours]]
    })
    expect(righe).toHaveLength(122)
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(differences).map(([code, { ours }]) => [code, ours])),
    )
  })
})

const wordsOf = (row: Row): string =>
  [row.azione_attuata, row.data_prevista, row.data_completamento].filter(Boolean).join(' ').replaceAll('’', "'")

function body(): AdministrationDetails {
  const rows: Record<string, string>[] = parse(readFileSync(registry), { columns: true, bom: true })
  const found = rows.find((row) => row.codice_catastale === 'B731')
  return { name: 'Comune di Caravaggio', kind: 'municipality', population: Number(found?.popolazione) }
}
