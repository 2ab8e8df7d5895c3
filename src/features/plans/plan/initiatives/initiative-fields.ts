// SPDX-License-Identifier: AGPL-3.0-or-later
import { ActionLineCode } from '../../../catalogue/index.ts'
import {
  type ContentOf,
  choice,
  chosenMany,
  dateOrWords,
  field,
  items,
  markdown,
  schemaOf,
  text,
} from '../../../records/index.ts'
import { statusLabel } from '../progress/status.ts'

/** A body's own action, field by field. */
export const initiativeFields = {
  title: field(text({ max: 300 }), { label: 'Titolo', required: true, searched: 'A' }),
  description: field(markdown({ rows: 8, tools: true }), {
    label: 'Descrizione',
    description: 'Descrizione (Markdown)',
    searched: 'B',
  }),
  baseline: field(text({ max: 5000, rows: 3 }), {
    label: 'Situazione di partenza',
    help: 'Com’è prima che l’iniziativa cominci.',
    searched: 'B',
  }),
  office: field(text({ max: 200 }), { label: 'Ufficio', searched: 'C' }),
  responsible: field(text({ max: 200 }), {
    label: 'Responsabile (una posizione)',
    description: 'Responsabile: una posizione, non una persona',
    help: 'La posizione, per esempio «Segretario comunale»: mai il nome di una persona.',
    heading: { card: 'Responsabile' },
    searched: 'C',
  }),
  planned: field(dateOrWords(), {
    label: 'Data o periodo previsto',
    help: 'Una data, per esempio 31/12/2026, o le parole del piano.',
    heading: { card: 'Data o periodo' },
  }),
  resources: field(text({ max: 5000, rows: 3 }), { label: 'Risorse', searched: 'C' }),
  steps: field(items({ each: 2000, most: 100, rows: 4 }), { label: 'Passi', searched: 'C' }),
  expectedResults: field(items({ each: 2000, most: 100, rows: 4 }), { label: 'Risultati attesi', searched: 'C' }),
  lines: field(chosenMany({ from: 'lines', each: 20, most: 130, item: ActionLineCode, named: 'by-value' }), {
    label: 'Linee d’azione che serve',
    heading: { card: 'Linee d’azione' },
    searched: 'C',
  }),
  status: field(choice(statusLabel), { label: 'Stato', progress: true }),
}

export const InitiativeSchema = schemaOf(initiativeFields)

/** The body's own action; it may serve many lines. */
export type Initiative = ContentOf<typeof initiativeFields>
