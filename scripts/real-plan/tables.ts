// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import type { Municipality, Office, Role } from '../../src/features/administrations/model.ts'
import { municipalityDetails } from '../../src/features/administrations/registration/municipality-details.ts'
import type { FundingProject } from '../../src/features/funding/index.ts'
import type { Entry, Initiative } from '../../src/features/plans/plan/model.ts'
import type { Profile } from '../../src/features/profiles/model.ts'
import { trienniumOf } from '../../src/kernel/ids.ts'
import { fold } from '../../src/kernel/text.ts'
import { statedFacts } from './stated-facts.ts'
import { statusOfCells } from './status.ts'

const text = z.string().nullish()

/** A plan printed as tables, a row a line: what the line asks, who acts, what was done, dates, notes. */
export const TablesRecordSchema = z.object({
  ente: z.string(),
  titolo: z.string(),
  triennio: z.string(),
  edizione: z.string(),
  righe: z
    .array(
      z.object({
        codice: z.string(),
        soggetto: text,
        azione_attuata: text,
        data_prevista: text,
        data_completamento: text,
        note: text,
      }),
    )
    .min(1),
  pnrr: z
    .array(
      z.object({
        misura: z.string(),
        titolo: z.string(),
        stato_attuazione: text,
        asseverazione: text,
        finanziamento: text,
      }),
    )
    .default([]),
  obiettivi_breve_periodo: z
    .array(
      z.object({
        ufficio: z.string(),
        obiettivo: z.string(),
        data_pianificata: text,
        risorse: text,
        responsabile: text,
      }),
    )
    .default([]),
  altri_progetti: z.array(z.object({ titolo: text, testo: z.string() })).default([]),
  ruoli: z
    .object({
      responsabile_transizione_digitale: text,
      responsabile_transizione_digitale_testo: text,
      ufficio_transizione_digitale: text,
      coordinatore_gruppo_di_lavoro: text,
      gruppo_di_lavoro_testo: text,
    })
    .default({}),
})
type TablesRecord = z.infer<typeof TablesRecordSchema>

export function profileOfTables(record: TablesRecord, municipality: Municipality): Profile {
  const { titolo, triennio, edizione, righe, ruoli } = record
  const statements = righe.flatMap(({ azione_attuata }) => azione_attuata ?? [])
  const organisation = [ruoli.responsabile_transizione_digitale_testo, ruoli.gruppo_di_lavoro_testo].filter(isGiven)
  return {
    administration: municipalityDetails(municipality),
    facts: { ...statedFacts(statements), ...(ruoli.responsabile_transizione_digitale && { rtdAppointed: true }) },
    offices: officesOf(record),
    roles: rolesOf(record),
    plan: {
      title: titolo,
      triennium: trienniumOf(triennio),
      edition: edizione,
      narrative: organisation.length > 0 ? { organisation: organisation.join('\n\n') } : {},
      entries: righe.map((row) => entryOf(row, Number(triennio.slice(0, 4)))),
      initiatives: initiativesOf(record),
    },
    fundingMeasures: record.pnrr.map(measureOf),
  }
}

function entryOf(row: TablesRecord['righe'][number], firstYear: number): Entry {
  const { codice, soggetto, azione_attuata, data_prevista, data_completamento, note } = row
  return {
    code: codice,
    ...(azione_attuata && { activity: azione_attuata }),
    ...statusOfCells({ activity: azione_attuata, planned: data_prevista, completed: data_completamento }, firstYear),
    ...(soggetto && { offices: [soggetto] }),
    ...(data_prevista && { planned: data_prevista }),
    ...(data_completamento && { completed: data_completamento }),
    ...(note && { notes: note }),
  }
}

const measureOf = (row: TablesRecord['pnrr'][number]): FundingProject => ({
  measure: row.misura,
  title: row.titolo,
  ...(row.stato_attuazione && { progress: row.stato_attuazione }),
  ...(row.asseverazione && { certification: row.asseverazione }),
  ...(row.finanziamento && { payment: row.finanziamento }),
})

const initiativesOf = ({ obiettivi_breve_periodo, altri_progetti }: TablesRecord): Initiative[] => [
  ...obiettivi_breve_periodo.map(({ obiettivo, ufficio, data_pianificata, risorse, responsabile }) => ({
    title: obiettivo,
    office: ufficio,
    ...(responsabile && { responsible: responsabile }),
    ...(data_pianificata && { planned: data_pianificata }),
    ...(risorse && { resources: risorse }),
  })),
  ...altri_progetti.map(({ titolo, testo }) => (titolo ? { title: titolo, description: testo } : { title: testo })),
]

/** The offices that the plan names, each once: "Affari Generali" and "Affari generali" are one. */
function officesOf({ righe, obiettivi_breve_periodo }: TablesRecord): Office[] {
  const named = [...righe.map(({ soggetto }) => soggetto), ...obiettivi_breve_periodo.map(({ ufficio }) => ufficio)]
  return [...Map.groupBy(named.filter(isGiven), fold).values()].flatMap(([name]) => (name ? [{ name }] : []))
}

function rolesOf({ ruoli }: TablesRecord): Role[] {
  const roles: [string, string | null | undefined][] = [
    ['Responsabile per la transizione digitale', ruoli.responsabile_transizione_digitale],
    ['Ufficio per la transizione digitale', ruoli.ufficio_transizione_digitale],
    ['Coordinamento del gruppo di lavoro', ruoli.coordinatore_gruppo_di_lavoro],
  ]
  return roles.flatMap(([role, holder]) => (holder ? [{ role, holder }] : []))
}

const isGiven = (value: string | null | undefined): value is string => typeof value === 'string' && value !== ''
