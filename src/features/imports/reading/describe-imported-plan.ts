// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../kernel/text.ts'
import { textTable } from '../../../platform/terminal/table.ts'
import { type ImportedPlan, type Reading, type Source, sureFrom } from '../model.ts'

/** The most doubts in a short report. */
const shown = 12

/**
 * What was recovered from a file, in words: the head, the number of records of each kind, the doubts with their places.
 */
export function describeImportedPlan(plan: ImportedPlan, everyDoubt: boolean): string[] {
  const { administration, triennium, edition } = plan.document
  const kinds = kindsOf(plan).filter(([, readings]) => readings.length > 0)
  const doubts = kinds.flatMap(([, readings, name]) =>
    readings.filter(isDoubtful).map((reading) => doubtOf(name(reading), reading)),
  )
  const listed = everyDoubt ? doubts : doubts.slice(0, shown)
  return [
    `Ente: ${administration ?? 'non riconosciuto'}`,
    `Triennio: ${triennium ?? 'non riconosciuto'}; edizione nazionale: ${edition ?? 'non riconosciuta'}`,
    '',
    ...(kinds.length === 0
      ? ['Nel documento non ci sono linee d’azione né altri dati di un piano.']
      : [
          textTable(
            ['Che cosa', 'Quante', 'Da verificare'],
            kinds.map(([title, readings]) => [
              title,
              String(readings.length),
              String(readings.filter(isDoubtful).length),
            ]),
          ),
        ]),
    ...plan.warnings.map((warning) => `Avviso: ${warning}`),
    ...(listed.length > 0 ? ['', 'Da verificare:', ...listed] : []),
    ...(doubts.length > listed.length
      ? [`  … e ${plural(doubts.length - listed.length, 'altro', 'altri')}: con --report si vedono tutti`]
      : []),
  ]
}

type Kind = readonly [title: string, readings: readonly Reading[], name: (reading: Reading) => string]

const kindsOf = (plan: ImportedPlan): Kind[] => [
  kind('Linee d’azione', plan.entries, ({ code }) => code),
  kind('Iniziative', plan.initiatives, ({ title }) => title),
  kind('Obiettivi degli uffici', plan.ownObjectives, ({ objective }) => objective),
  kind('Progetti PNRR', plan.funding, ({ measure }) => `misura ${measure}`),
  kind('Spese', plan.spending, ({ year }) => `spesa ${year}`),
  kind('Indicatori', plan.indicators, ({ name }) => name),
  kind('Sigle', plan.glossary, ({ acronym }) => acronym),
  kind('Testi dei capitoli', plan.narrative, ({ chapter }) => `capitolo ${chapter}`),
]

const kind = <T extends Reading>(title: string, readings: readonly T[], name: (reading: T) => string): Kind => {
  const names = new Map<Reading, string>(readings.map((reading) => [reading, name(reading)]))
  return [title, readings, (reading) => names.get(reading) ?? '']
}

const isDoubtful = ({ confidence, warnings }: Reading): boolean => confidence < sureFrom || warnings.length > 0

const doubtOf = (name: string, { source, confidence, warnings }: Reading): string => {
  const reasons = warnings.length > 0 ? warnings.join('; ') : `lettura incerta (${Math.round(confidence * 100)} su 100)`
  return `  ${name.slice(0, 60)}${placeOf(source)}: ${reasons}`
}

function placeOf({ page, line, sheet, range }: Source): string {
  const parts = [
    page && `pagina ${page}`,
    line && `riga ${line}`,
    sheet && `foglio ${sheet}`,
    range && `cella ${range}`,
  ]
  const place = parts.filter(Boolean).join(', ')
  return place === '' ? '' : ` (${place})`
}
