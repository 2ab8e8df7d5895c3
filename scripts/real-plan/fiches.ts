// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import type { Municipality } from '../../src/features/administrations/model.ts'
import { municipalityDetails } from '../../src/features/administrations/registration/municipality-details.ts'
import type { FundingProject } from '../../src/features/funding/index.ts'
import type { Profile } from '../../src/features/profiles/model.ts'
import { trienniumOf } from '../../src/kernel/ids.ts'
import { fold } from '../../src/kernel/text.ts'
import { statedFacts } from './stated-facts.ts'
import { statusOfLabel } from './status.ts'

/** A plan printed as fiches, a card a line, with spending, PNRR amounts, principles and indicators. */
export const FichesRecordSchema = z.object({
  ente: z.string(),
  titolo: z.string(),
  triennio: z.string(),
  edizione: z.string(),
  schede: z
    .array(
      z.object({
        codice_normalizzato: z.string(),
        attivita: z.string(),
        status: z.string(),
        strutture: z.array(z.string()),
        finanziamenti: z.array(z.string()),
      }),
    )
    .min(1),
  spesa: z
    .array(z.object({ anno: z.int(), importo: z.number(), tipo: z.enum(['consuntivo', 'previsionale']) }))
    .default([]),
  pnrr_importi: z
    .array(z.object({ anno: z.int(), misura: z.string(), titolo: z.string(), importo: z.number() }))
    .default([]),
  pnrr_importi_totale: z.object({ importo_testo: z.string() }).optional(),
  pnrr_stato_al: z.string().optional(),
  pnrr_stato: z.array(z.object({ misura: z.string(), titolo: z.string(), stato: z.string() })).default([]),
  principi: z.array(z.object({ titolo: z.string() })).default([]),
  indicatori: z.array(z.object({ indicatore: z.string(), testo: z.string(), obiettivo: z.string() })).default([]),
})
type FichesRecord = z.infer<typeof FichesRecordSchema>

export function profileOfFiches(record: FichesRecord, municipality: Municipality): Profile {
  const { titolo, triennio, edizione, schede, spesa } = record
  const offices = [...new Set(schede.flatMap(({ strutture }) => strutture))]
  return {
    administration: municipalityDetails(municipality),
    facts: statedFacts(schede.map(({ attivita }) => attivita)),
    offices: offices.map((name) => ({ name })),
    plan: {
      title: titolo,
      triennium: trienniumOf(triennio),
      edition: edizione,
      narrative: narrativeOf(record),
      entries: schede.map(({ codice_normalizzato, attivita, status, strutture, finanziamenti }) => ({
        code: codice_normalizzato,
        activity: attivita,
        ...statusOfLabel(status),
        offices: strutture,
        funding: finanziamenti,
      })),
    },
    spending: spesa.map(({ anno, importo, tipo }) => ({
      year: anno,
      kind: tipo === 'consuntivo' ? 'actual' : 'forecast',
      amount: importo.toFixed(2),
    })),
    fundingMeasures: measuresOf(record),
  }
}

function narrativeOf(record: FichesRecord): Profile['plan']['narrative'] {
  const { principi, indicatori, pnrr_stato_al, pnrr_importi_totale } = record
  const chapters = Object.entries(Object.groupBy(indicatori, ({ obiettivo }) => obiettivo.slice(0, 1))).map(
    ([chapter, indicators = []]): [string, string] => [
      chapter,
      list(indicators.map(({ indicatore, testo }) => `${indicatore}: ${testo}`)),
    ],
  )
  const spending = [
    ...(pnrr_importi_totale ? [`Importo totale delle misure PNRR: ${pnrr_importi_totale.importo_testo}.`] : []),
    ...(pnrr_stato_al ? [`Stato delle misure PNRR a ${pnrr_stato_al}.`] : []),
  ]
  return {
    ...(principi.length > 0 && { introduction: `Principi guida:\n\n${list(principi.map(({ titolo }) => titolo))}` }),
    ...(spending.length > 0 && { spending: spending.join(' ') }),
    ...(chapters.length > 0 && { chapters: Object.fromEntries(chapters) }),
  }
}

/** Amounts and states come in two tables, whose titles agree only in part: one measure of a code goes with the other. */
function measuresOf({ pnrr_importi, pnrr_stato }: FichesRecord): FundingProject[] {
  const states = new Set(pnrr_stato)
  const stateOf = ({ misura, titolo }: { misura: string; titolo: string }) => {
    const candidates = [...states].filter((state) => state.misura === misura)
    const amounts = pnrr_importi.filter((amount) => amount.misura === misura)
    const alone = candidates.length === 1 && amounts.length === 1
    const state = alone ? candidates[0] : candidates.find((candidate) => letters(candidate.titolo) === letters(titolo))
    if (state) states.delete(state)
    return state
  }
  const withAmounts = pnrr_importi.map((row): FundingProject => {
    const state = stateOf(row)
    const { misura, titolo, anno, importo } = row
    return {
      measure: misura,
      title: titolo,
      year: anno,
      amount: importo.toFixed(2),
      ...(state && { progress: state.stato }),
    }
  })
  return [
    ...withAmounts,
    ...[...states].map(({ misura, titolo, stato }) => ({ measure: misura, title: titolo, progress: stato })),
  ]
}

const letters = (title: string) => fold(title).replace(/[^a-z0-9]/g, '')

const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n')
