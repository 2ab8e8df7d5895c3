// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openCatalogue } from '../src/features/catalogue/index.ts'
import { type Profile, readProfile } from '../src/features/profiles/index.ts'
import { packageRoot } from '../src/platform/config/config.ts'

const root = packageRoot(import.meta.url)
const gold = join(root, '../shared/gold')
const catalogue = openCatalogue({ shipped: join(root, 'catalogue'), imported: '/nonexistent' })
const folder = mkdtempSync(join(tmpdir(), 'timone-real-plan-'))
afterAll(() => rmSync(folder, { recursive: true }))

function realPlan(...args: string[]) {
  const environment = { ...process.env, INIT_CWD: folder, TIMONE_DATA: folder }
  const run = spawnSync(process.execPath, [join(root, 'scripts/real-plan.ts'), ...args], {
    encoding: 'utf8',
    env: environment,
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

function profileOf(record: object, ...args: string[]): Profile {
  writeFileSync(join(folder, 'record.json'), JSON.stringify(record))
  return profileFrom('record.json', ...args)
}

function profileFrom(...args: string[]): Profile {
  const { code, out, err } = realPlan(...args)
  expect(err).toBe('')
  expect(code).toBe(0)
  return readProfile(out, 'profile.yaml', catalogue)
}

const registry =
  'codice_catastale,codice_istat,codice_ipa,nome,provincia_sigla,provincia_nome,regione,popolazione\n' +
  'Z801,019801,c_z801,Vallechiara,CR,Cremona,Lombardia,4200\n'
const head = { ente: 'Comune di Vallechiara', titolo: 'Il nostro piano', triennio: '2025-2027', edizione: '2024-2026' }

describe('npm run real-plan', () => {
  it.each([
    ['no file', [], 'un solo file'],
    ['a file that is not there', ['niente.json'], 'niente.json'],
    ['a record of another shape', ['altro.json'], 'righe'],
    ['a body that the registry does not know', ['ignoto.json'], 'non è nel registro'],
  ])('refuses %s with exit code 2 and prints no profile', (_, args, words) => {
    writeFileSync(join(folder, 'altro.json'), JSON.stringify({ titolo: 'Relazione', attivita: [] }))
    writeFileSync(join(folder, 'ignoto.json'), JSON.stringify({ ...head, righe: [{ codice: 'CAP1.PA.07' }] }))
    const { code, out, err } = realPlan(...args)
    expect(code).toBe(2)
    expect(err).toContain(words)
    expect(out).toBe('')
  })

  it('keeps the words of a plan in tables, and infers of its statuses only what they say', () => {
    writeFileSync(join(folder, 'comuni.csv'), registry)
    const row = (
      codice: string,
      azione_attuata: string | null,
      data_prevista: string | null,
      data_completamento: string | null,
    ) => ({
      codice,
      azione_attuata,
      data_prevista,
      data_completamento,
      soggetto: 'Ufficio digitale',
      note: null,
    })
    const righe = [
      row('CAP1.PA.07', 'Corsi tenuti agli sportelli', null, 'agosto 2024'),
      row('CAP1.PA.08', 'Si iscriverà il personale', null, 'dic-24'),
      row('CAP1.PA.09', 'Aperto uno sportello', 'avviata a maggio 2024', 'giu-26'),
      row('CAP1.PA.10', 'Non fa parte di alcun campione', null, 'Non applicabile'),
      row('CAP2.PA.03', 'Il Comune non è coinvolto nel programma Smarter Italy', null, null),
      row('CAP3.PA.01', 'Si lavora con i fornitori', 'Attività di tipo continuativo', null),
      row('CAP3.PA.02', null, '31.12.2026', null),
    ]
    const profile = profileOf({ ...head, righe, altro: 'ignorato' }, '--registry', 'comuni.csv')
    expect(profile.administration).toMatchObject({ cadastralCode: 'Z801', population: 4200 })
    expect(profile.facts).toEqual({ smarterItaly: false })
    expect(profile.offices).toEqual([{ name: 'Ufficio digitale' }])
    expect(profile.plan.entries?.map(({ status, statusLabel }) => [status, statusLabel])).toEqual([
      ['completed', undefined],
      ['planned', undefined],
      ['inProgress', 'avviata a maggio 2024'],
      ['notApplicable', 'Non applicabile'],
      [undefined, undefined],
      ['ongoing', 'Attività di tipo continuativo'],
      ['planned', undefined],
    ])
    expect(profile.plan.entries?.[0]).toMatchObject({
      activity: 'Corsi tenuti agli sportelli',
      completed: 'agosto 2024',
    })
  })
})

if (!existsSync(gold)) console.warn('../shared/gold is not here: no real plan is turned into a profile')
describe.runIf(existsSync(gold))('the record of a real plan', () => {
  it('in tables gives every line with its activity word for word, the PNRR table and the own objectives', () => {
    const path = join(gold, 'caravaggio-2025-2027.json')
    const record = JSON.parse(readFileSync(path, 'utf8')) as {
      righe: { codice: string; azione_attuata: string | null; data_completamento: string | null }[]
      pnrr: { misura: string; stato_attuazione: string }[]
      obiettivi_breve_periodo: { obiettivo: string }[]
      altri_progetti: { testo: string }[]
    }
    const profile = profileFrom(path, '--registry', join(gold, '../registry/comuni.csv'))
    expect(profile.plan.entries).toHaveLength(122)
    expect(profile.plan.entries?.map(({ code, activity, completed }) => [code, activity, completed])).toEqual(
      record.righe.map((row) => [row.codice, row.azione_attuata ?? undefined, row.data_completamento ?? undefined]),
    )
    expect(profile.fundingMeasures?.map(({ measure, progress }) => [measure, progress])).toEqual(
      record.pnrr.map(({ misura, stato_attuazione }) => [misura, stato_attuazione]),
    )
    const initiatives = JSON.stringify(profile.plan.initiatives)
    for (const { obiettivo } of record.obiettivi_breve_periodo) expect(initiatives).toContain(obiettivo)
    for (const { testo } of record.altri_progetti) expect(initiatives).toContain(testo)
    expect(profile.administration.population).toBe(16_142)
    expect(profile.facts).toMatchObject({ dataCentreGroup: 'none', purchasingAggregator: false, smarterItaly: false })
    expect(profile.facts).toMatchObject({ sdgAgreements: false, noiPA: false, nationalInterestDatabase: false })
  })

  it('in fiches gives every card with its printed status, the spending and each PNRR measure with its state', () => {
    const path = join(gold, 'cremona-2024-2026-chapters-1-3.json')
    const record = JSON.parse(readFileSync(path, 'utf8')) as {
      schede: { codice_normalizzato: string; attivita: string; status: string }[]
      pnrr_stato: { stato: string }[]
    }
    const profile = profileFrom(path)
    expect(profile.plan.entries?.map(({ code, activity, statusLabel }) => [code, activity, statusLabel])).toEqual(
      record.schede.map(({ codice_normalizzato, attivita, status }) => [codice_normalizzato, attivita, status]),
    )
    expect(profile.plan.entries?.every(({ status }) => status !== undefined)).toBe(true)
    expect(profile.spending).toContainEqual({ year: 2023, kind: 'actual', amount: '1277906.60' })
    const states = profile.fundingMeasures?.flatMap(({ progress }) => progress ?? []).toSorted()
    expect(states).toEqual(record.pnrr_stato.map(({ stato }) => stato).toSorted())
  })

  it.each(['office-report-2024.json', 'cortemaggiore-2023-2025.json'])('of another shape is refused: %s', (file) => {
    expect(realPlan(join(gold, file))).toMatchObject({ code: 2, out: '', err: expect.stringContaining('not-a-plan') })
  })
})
