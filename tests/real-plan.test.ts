// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { realPlanProfile, runRealPlan } from './real-plan.ts'

const folder = mkdtempSync(join(tmpdir(), 'timone-real-plan-'))
afterAll(() => rmSync(folder, { recursive: true }))
const realPlan = (...args: string[]) => runRealPlan(folder, args)

function profileOf(record: object, ...args: string[]) {
  writeFileSync(join(folder, 'record.json'), JSON.stringify(record))
  return realPlanProfile(folder, ['record.json', ...args])
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
