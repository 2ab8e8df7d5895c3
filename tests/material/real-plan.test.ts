// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { realPlanProfile, runRealPlan } from '../real-plan.ts'
import { materialFile } from './material.ts'

const folder = mkdtempSync(join(tmpdir(), 'timone-real-plan-'))
afterAll(() => rmSync(folder, { recursive: true }))
const realPlan = (...args: string[]) => runRealPlan(folder, args)
const profileFrom = (...args: string[]) => realPlanProfile(folder, args)

describe('the record of a real plan', () => {
  it('in tables gives every line with its activity word for word, the PNRR table and the own objectives', () => {
    const path = materialFile('gold/caravaggio-2025-2027.json')
    const record = JSON.parse(readFileSync(path, 'utf8')) as {
      righe: { codice: string; azione_attuata: string | null; data_completamento: string | null }[]
      pnrr: { misura: string; stato_attuazione: string }[]
      obiettivi_breve_periodo: { obiettivo: string }[]
      altri_progetti: { testo: string }[]
    }
    const profile = profileFrom(path, '--registry', materialFile('registry/comuni.csv'))
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
    const path = materialFile('gold/cremona-2024-2026-chapters-1-3.json')
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
    expect(realPlan(materialFile('gold', file))).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('not-a-plan'),
    })
  })
})
